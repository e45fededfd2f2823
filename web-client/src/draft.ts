// The motion, written by several people at once. Without this script the text reads, and forms write it.

import { baseKeymap, toggleMark } from "prosemirror-commands";
import { keymap } from "prosemirror-keymap";
import { type Command, EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { initProseMirrorDoc, redoCommand, undoCommand, yCursorPlugin, ySyncPlugin, yUndoPlugin, yUndoPluginKey } from "y-prosemirror";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { add, addAnnex, addRecital, addSection, enter, join, joinAtStart, list, move, quote, split } from "./draft/commands";
import { marks } from "./draft/marks";
import { Provider } from "./draft/provider";
import { cleaned, schema } from "./draft/schema";
import { type Tool, Toolbar } from "./draft/toolbar";

/** Colours of those who write. */
const HUES = 6;

const root = document.getElementById("draft")!;
const words = JSON.parse(root.dataset.words!) as Record<string, string>;
const writes = root.dataset.writes === "true";
const stress = toggleMark(schema.marks.em!);

const doc = new Y.Doc();
const text = doc.getXmlFragment("motion");
const awareness = new Awareness(doc);
const me = { name: root.dataset.name!, color: "#000000" };
awareness.setLocalState(writes ? { user: me } : null);

/** A gesture that is undone by itself, apart from what was typed before and after. */
const step =
  (command: Command): Command =>
  (state, dispatch) => {
    if (!dispatch) return command(state);
    const history = yUndoPluginKey.getState(state)?.undoManager;
    history?.stopCapturing();
    const done = command(state, dispatch);
    history?.stopCapturing();
    return done;
  };

const TOOLS: Tool[] = [
  ["undo", "Control+Z", undoCommand],
  ["redo", "Control+Y", redoCommand],
  ["stress", "Control+I", step(stress)],
  ["list", "", step(list)],
  ["quote", "", step(quote)],
  ["split", "Control+Enter", step(split)],
  ["join", "Control+Backspace", step(join)],
  ["up", "Alt+ArrowUp", step(move(-1))],
  ["down", "Alt+ArrowDown", step(move(1))],
  ["add", "Control+Shift+Enter", step(add)],
  ["add-section", "", step(addSection)],
  ["add-recital", "", step(addRecital)],
  ["add-annex", "", step(addAnnex)],
];

let view: EditorView | undefined;
const toolbar = new Toolbar(words, TOOLS, () => view!);
const [state, present] = [said("state"), said("present")];
const provider = new Provider(address(), doc, awareness, writes, changed);
awareness.on("change", tellWho);

function address() {
  const url = new URL(root.dataset.direct!, location.href);
  url.protocol = url.protocol.replace("http", "ws");
  return url.href;
}

/** A line that says what changes. */
function said(kind: string) {
  const line = document.createElement("p");
  line.className = kind;
  if (kind === "state") line.setAttribute("role", "status");
  return line;
}

/** The page follows the connection: the editor opens once the text has come. */
function changed() {
  const told = writes || provider.state === "waiting" ? provider.state : provider.state === "offline" ? "closed" : "reading";
  const line = words[told]!.replace("#", String(provider.pending.length));
  if (state.textContent !== line) state.textContent = line;
  state.dataset.state = provider.state;
  if (!state.isConnected) root.prepend(state);
  if (!view && provider.ready) view = open();
}

function tellWho() {
  const others = [...awareness.getStates()].filter(([id]) => id !== doc.clientID).map(([, other]) => other.user?.name as string | undefined);
  const names = [...new Set(others.filter(Boolean))];
  present.textContent = names.length ? `${words.with} ${names.join(", ")}` : writes ? words.alone! : "";
}

function open() {
  const place = document.createElement("div");
  root.querySelector(".text")!.replaceWith(place);
  const { doc: begun, mapping } = initProseMirrorDoc(text, schema);
  const made = new EditorView(
    { mount: place },
    {
      state: EditorState.create({ doc: begun, plugins: plugins(mapping) }),
      editable: () => writes,
      attributes: described(),
      transformPastedHTML: cleaned,
    },
  );
  if (writes) {
    const head = document.createElement("div");
    head.className = "desk";
    head.append(toolbar.dom, state, present);
    root.prepend(head, keys());
    view = made;
    toolbar.update();
  } else root.prepend(present);
  tellWho();
  return made;
}

function described(): Record<string, string> {
  const box = { role: "textbox", "aria-multiline": "true", "aria-label": words.text!, "aria-describedby": "draft-keys", spellcheck: "true" };
  return { class: "text", id: "draft-text", lang: "fr", ...(writes ? box : {}) };
}

/** What keys do, folded. */
function keys() {
  const fold = document.createElement("details");
  const [title, line] = [document.createElement("summary"), document.createElement("p")];
  [title.textContent, line.textContent, line.id] = [words.keys!, words["keys-text"]!, "draft-keys"];
  fold.append(title, line);
  return fold;
}

function plugins(mapping: ReturnType<typeof initProseMirrorDoc>["mapping"]) {
  return [
    ySyncPlugin(text, { mapping }),
    yCursorPlugin(awareness, { cursorBuilder: cursor, selectionBuilder: (_: unknown, id: number) => ({ class: `chosen hue${hue(id)}` }) }),
    yUndoPlugin(),
    marks(words),
    bindings(),
    keymap(baseKeymap),
  ];
}

function bindings() {
  const plugin = keymap({
    Enter: enter,
    "Mod-Enter": step(split),
    "Mod-Shift-Enter": step(add),
    "Mod-Backspace": step(joinAtStart),
    "Alt-ArrowUp": step(move(-1)),
    "Alt-ArrowDown": step(move(1)),
    "Mod-i": stress,
    "Mod-z": undoCommand,
    "Mod-y": redoCommand,
    "Mod-Shift-z": redoCommand,
    "Alt-F10": () => (toolbar.focus(), true),
  });
  plugin.spec.view = () => ({ update: () => view && toolbar.update() });
  return plugin;
}

const hue = (id: number) => (id % HUES) + 1;

/** The cursor of someone else, with their name. */
function cursor(user: { name: string }, id: number) {
  const [mark, name] = [document.createElement("span"), document.createElement("span")];
  mark.className = `cursor hue${hue(id)}`;
  name.textContent = user.name;
  mark.title = `${user.name} ${words.here}`;
  mark.append("\u2060", name, "\u2060");
  return mark;
}
