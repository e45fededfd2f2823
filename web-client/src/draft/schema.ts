// The nodes of the motion: those of the document on the server. Any number of any of them is valid, so that what two people do at once always is.

import { Schema, type NodeSpec, type Node, type TagParseRule } from "prosemirror-model";

/** A node that is a `div` with its attributes as data. */
function held(kind: string, content: string, attrs: Record<string, string> = {}): NodeSpec {
  return {
    content,
    isolating: true,
    defining: true,
    attrs: Object.fromEntries(Object.entries(attrs).map(([name, value]) => [name, { default: value }])),
    toDOM: (node) => ["div", { class: kind, ...data(node) }, 0],
    parseDOM: [{ tag: `div.${kind}`, getAttrs: (dom) => read(dom, attrs) }],
  };
}

const data = (node: Node) => Object.fromEntries(Object.entries(node.attrs).map(([name, value]) => [`data-${name}`, value]));

function read(dom: HTMLElement, attrs: Record<string, string>) {
  return Object.fromEntries(Object.keys(attrs).map((name) => [name, dom.dataset[name] ?? attrs[name]]));
}

function line(tag: string, rules: TagParseRule[], more: NodeSpec = {}): NodeSpec {
  return { content: "text*", toDOM: () => [tag, 0], parseDOM: rules, ...more };
}

const tags = (...names: string[]) => names.map((tag) => ({ tag }));

export const schema = new Schema({
  nodes: {
    doc: { content: "(field | recital | section | annex)*" },
    field: held("field", "block*", { name: "title" }),
    recital: held("recital", "block*"),
    section: held("section", "(title | lead | clause)*", { id: "", kind: "question" }),
    lead: held("lead", "block*"),
    clause: held("clause", "block*", { id: "", sources: "", to: "" }),
    annex: held("annex", "(title | block)*"),
    title: line("div", [{ tag: "div.head" }], { marks: "", isolating: true, defining: true, toDOM: () => ["div", { class: "head" }, 0] }),
    paragraph: line("p", tags("p", "h1", "h2", "h3", "h4", "h5", "h6"), { group: "block" }),
    blockquote: line("blockquote", tags("blockquote"), { group: "block" }),
    bullet_list: { group: "block", content: "list_item*", toDOM: () => ["ul", 0], parseDOM: tags("ul", "ol") },
    list_item: line("li", tags("li")),
    text: {},
  },
  marks: {
    em: { toDOM: () => ["em", 0], parseDOM: tags("em", "i", "strong", "b") },
  },
});

/** What a text processor puts on the clipboard, without what is not of the text. */
export function cleaned(html: string): string {
  // Styles are read and never applied, which the policy of the site forbids.
  const bare = html.replace(/<!--[\s\S]*?-->|<!\[[^>]*>|<style[\s\S]*?<\/style>/gi, "").replace(/<[^>]+>/g, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
  const page = new DOMParser().parseFromString(bare, "text/html");
  page.querySelectorAll("style, script, meta, link, title, xml").forEach((node) => node.remove());
  for (const node of page.querySelectorAll("*")) if (node.localName.includes(":")) node.replaceWith(...node.childNodes);
  page.querySelectorAll<HTMLElement>("[data-style*='mso-list']").forEach((node) => /mso-list:\s*ignore/i.test(node.dataset.style!) && node.remove());
  page.querySelectorAll("p[class^='MsoListParagraph'], p[data-style*='mso-list']").forEach(asItem);
  page.querySelectorAll("li > p").forEach((node) => node.replaceWith(...node.childNodes));
  return page.body.innerHTML;
}

/** A paragraph that is drawn as an item is one. */
function asItem(paragraph: Element) {
  const before = paragraph.previousElementSibling;
  const list = before?.localName === "ul" ? before : paragraph.ownerDocument.createElement("ul");
  if (list !== before) paragraph.before(list);
  const item = paragraph.ownerDocument.createElement("li");
  item.append(...paragraph.childNodes);
  list.append(item);
  paragraph.remove();
}
