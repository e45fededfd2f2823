// What one does to clauses beside typing.

import { setBlockType } from "prosemirror-commands";
import { Fragment, type Node, type NodeType } from "prosemirror-model";
import { type Command, type EditorState, Selection, TextSelection, type Transaction } from "prosemirror-state";
import { schema } from "./schema";

const { nodes } = schema;

/** The node of a kind around the cursor: itself, where it begins, how deep it is. */
function around(state: EditorState, ...kinds: (NodeType | undefined)[]) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (kinds.includes(node.type)) return { node, at: $from.before(depth), depth };
  }
}

const near = (tr: Transaction, at: number) => tr.setSelection(Selection.near(tr.doc.resolve(Math.min(at, tr.doc.content.size)), 1)).scrollIntoView();

const blank = (kind: NodeType, attrs = {}) => kind.create(attrs, nodes.paragraph!.create());

/** Cuts the clause at the cursor: both parts come from what it came from. */
export const split: Command = (state, dispatch) => {
  const clause = around(state, nodes.clause);
  if (!clause) return false;
  const { $from, from, to } = state.selection;
  const tr = state.tr.delete(from, to);
  const depth = $from.depth - clause.depth + 1;
  tr.split(tr.mapping.map(from), depth, [{ type: nodes.clause!, attrs: { ...clause.node.attrs, id: "" } }]);
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** A clause of one's own after this one. */
export const add: Command = (state, dispatch) => {
  const held = around(state, nodes.clause, nodes.title, nodes.lead);
  if (!held || !around(state, nodes.section)) return false;
  const at = held.at + held.node.nodeSize;
  dispatch?.(near(state.tr.insert(at, blank(nodes.clause!)), at + 1));
  return true;
};

/** Joins the clause with the one before, which comes from what both came from. */
export const join: Command = (state, dispatch) => {
  const clause = around(state, nodes.clause);
  const before = clause && state.doc.resolve(clause.at).nodeBefore;
  if (!clause || before?.type !== nodes.clause) return false;
  const both = (name: string) => [...new Set(`${before.attrs[name]} ${clause.node.attrs[name]}`.split(" ").filter(Boolean))].join(" ");
  const tr = state.tr.join(clause.at);
  tr.setNodeMarkup(clause.at - before.nodeSize, null, { ...before.attrs, sources: both("sources"), to: both("to") });
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** The same, where the cursor is at the beginning of the clause. */
export const joinAtStart: Command = (state, dispatch) => {
  const clause = around(state, nodes.clause);
  const { empty, from } = state.selection;
  const start = clause && Selection.near(state.doc.resolve(clause.at + 1), 1).from;
  return empty && from === start ? join(state, dispatch) : false;
};

/** Moves the clause up (-1) or down (1), into the next section from the edge of its own. */
export const move =
  (way: -1 | 1): Command =>
  (state, dispatch) => {
    const clause = around(state, nodes.clause);
    if (!clause) return false;
    const to = way < 0 ? above(state, clause.at) : below(state, clause.at + clause.node.nodeSize);
    if (to === undefined) return false;
    const tr = state.tr.delete(clause.at, clause.at + clause.node.nodeSize);
    const at = tr.mapping.map(to);
    const inside = state.selection.from - clause.at;
    dispatch?.(near(tr.insert(at, clause.node), at + inside));
    return true;
  };

function above(state: EditorState, at: number): number | undefined {
  const { nodeBefore, parent } = state.doc.resolve(at);
  if (nodeBefore?.type === nodes.clause) return at - nodeBefore.nodeSize;
  let found: number | undefined;
  state.doc.forEach((node, offset) => {
    if (node.type === nodes.section && node !== parent && offset < at) found = offset + node.nodeSize - 1;
  });
  return found;
}

function below(state: EditorState, end: number): number | undefined {
  const { nodeAfter } = state.doc.resolve(end);
  if (nodeAfter) return end + nodeAfter.nodeSize;
  let found: number | undefined;
  state.doc.forEach((node, offset) => {
    if (found === undefined && node.type === nodes.section && offset >= end) found = offset + 1 + head(node);
  });
  return found;
}

/** What stands before the first clause of a section. */
function head(section: Node): number {
  let size = 0;
  for (let at = 0; at < section.childCount && section.child(at).type !== nodes.clause; at++) size += section.child(at).nodeSize;
  return size;
}

/** Adds a part of the text after the one of its kind that the cursor is in, else where those of its kind stand. */
const part =
  (made: (state: EditorState) => Node, after: NodeType[]): Command =>
  (state, dispatch) => {
    let at = state.doc.content.size;
    let last: number | undefined;
    state.doc.forEach((node, offset) => {
      const within = state.selection.from > offset && state.selection.from < offset + node.nodeSize;
      if (node.type === after[0] && within) last = -(offset + node.nodeSize);
      if (after.includes(node.type) && !(last! < 0)) last = offset + node.nodeSize;
    });
    if (last !== undefined) at = Math.abs(last);
    dispatch?.(near(state.tr.insert(at, made(state)), at + 1));
    return true;
  };

/** What the parts of the text are called so far. */
function kindOf(doc: Node): string {
  let kind = "question";
  doc.forEach((node) => node.type === nodes.section && (kind = node.attrs.kind as string));
  return kind;
}

export const addSection = part(
  (state) => nodes.section!.create({ kind: kindOf(state.doc) }, [nodes.title!.create(), blank(nodes.lead!), blank(nodes.clause!)]),
  [nodes.section!, nodes.field!, nodes.recital!],
);
export const addAnnex = part(() => nodes.annex!.create(null, [nodes.title!.create(), nodes.paragraph!.create()]), [nodes.annex!]);
export const addRecital: Command = (state, dispatch) => {
  let at = 0;
  state.doc.forEach((node, offset) => {
    if (node.type === nodes.recital || (node.type === nodes.field && node.attrs.name !== "demand")) at = offset + node.nodeSize;
  });
  dispatch?.(near(state.tr.insert(at, blank(nodes.recital!)), at + 1));
  return true;
};

/** Paragraphs into a list, a list into paragraphs. */
export const list: Command = (state, dispatch) => {
  const held = around(state, nodes.bullet_list);
  if (held) {
    const lines: Node[] = [];
    held.node.forEach((item) => lines.push(nodes.paragraph!.create(null, item.content)));
    dispatch?.(near(state.tr.replaceWith(held.at, held.at + held.node.nodeSize, lines), state.selection.from - 1));
    return true;
  }
  const line = around(state, nodes.paragraph, nodes.blockquote);
  if (!line) return false;
  const made = nodes.bullet_list!.create(null, nodes.list_item!.create(null, line.node.content));
  const tr = state.tr.replaceWith(line.at, line.at + line.node.nodeSize, made);
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, state.selection.from + 1)));
  return true;
};

/** A paragraph into words of someone else, and back. */
export const quote: Command = (state, dispatch) =>
  setBlockType(state.selection.$from.parent.type === nodes.blockquote ? nodes.paragraph! : nodes.blockquote!)(state, dispatch);

/** Enter in an empty line: out of a list, into the next clause; and from a title, to what follows it. */
export const enter: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const line = $from.parent;
  if (line.type === nodes.title) {
    dispatch?.(near(state.tr, $from.after()));
    return true;
  }
  if (!empty || line.content.size) return false;
  if (line.type === nodes.list_item) return leaveList(state, dispatch);
  const clause = around(state, nodes.clause);
  if (!clause || clause.node.childCount < 2 || $from.depth !== clause.depth + 1) return false;
  return cut(state, dispatch, clause);
};

const leaveList: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const held = $from.node(-1);
  const after = $from.after(-1);
  const tr = state.tr.insert(after, nodes.paragraph!.create());
  tr.delete(...(held.childCount > 1 ? [$from.before(), $from.after()] : [$from.before(-1), after]) as [number, number]);
  dispatch?.(near(tr, tr.mapping.map(after, -1)));
  return true;
};

/** The clause ends before the empty line; what follows it is another, from the same, or a new one, from nothing yet. */
function cut(state: EditorState, dispatch: ((tr: Transaction) => void) | undefined, clause: { node: Node; at: number }) {
  const index = state.selection.$from.index(-1);
  const [before, after]: Node[][] = [[], []];
  clause.node.forEach((line, _, at) => at !== index && (at < index ? before! : after!).push(line));
  if (!before!.length) return false;
  const second = after!.length
    ? nodes.clause!.create({ ...clause.node.attrs, id: "" }, after)
    : blank(nodes.clause!);
  const first = clause.node.copy(Fragment.from(before));
  const tr = state.tr.replaceWith(clause.at, clause.at + clause.node.nodeSize, [first, second]);
  dispatch?.(near(tr, clause.at + first.nodeSize + 1));
  return true;
}
