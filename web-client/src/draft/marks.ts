// What is written around the text and is not of it: numbers, labels, hints.

import type { Node } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

type Words = Record<string, string>;

/** Numbers of clauses and parts, « sans source », and what is said of a place where nothing is written yet. */
export function marks(words: Words) {
  return new Plugin<DecorationSet>({
    state: {
      init: (_, state) => drawn(state.doc, words),
      apply: (tr, set) => (tr.docChanged ? drawn(tr.doc, words) : set),
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
}

function drawn(doc: Node, words: Words) {
  const drawn: Decoration[] = [];
  const places: Record<string, number> = {};
  let number = 0;
  doc.descendants((node, at) => {
    const label = named(node, words);
    if (label === undefined) return node.isBlock && !node.isTextblock;
    const kind = node.type.name;
    const place = kind === "clause" ? ++number : kind === "section" ? (places[label] = (places[label] ?? 0) + 1) : 0;
    const told = place ? `${label} ${place}` : label;
    const attrs: Record<string, string> = { role: "group", "aria-label": told };
    if (kind === "clause") attrs["data-number"] = String(number);
    if (kind === "section") attrs["data-label"] = told;
    if (kind === "clause" && !node.attrs.sources) attrs["data-unsourced"] = words.unsourced!;
    if (!node.textContent && kind !== "section") attrs["data-hint"] = label;
    drawn.push(Decoration.node(at, at + node.nodeSize, attrs));
    return !node.isTextblock;
  });
  return DecorationSet.create(doc, drawn);
}

/** What a node is called. */
function named(node: Node, words: Words): string | undefined {
  switch (node.type.name) {
    case "field":
      return words[node.attrs.name as string];
    case "section":
      return words[node.attrs.kind as string];
    case "title":
      return words["section-title"];
    case "lead":
      return words["lead-in"];
    case "recital":
    case "clause":
    case "annex":
      return words[node.type.name];
  }
}
