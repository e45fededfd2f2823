// The toolbar: one stop of the Tab key, arrows from a tool to the next, Escape back to the text.

import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** A tool: its name in words, its keys, what it does. */
export type Tool = [name: string, keys: string, command: Command];

export class Toolbar {
  readonly dom = document.createElement("div");
  private buttons: [HTMLButtonElement, Command][] = [];

  constructor(words: Record<string, string>, tools: Tool[], private view: () => EditorView) {
    this.dom.className = "tools";
    this.dom.setAttribute("role", "toolbar");
    this.dom.setAttribute("aria-label", words.tools!);
    this.dom.setAttribute("aria-controls", "draft-text");
    for (const [name, keys, command] of tools) this.add(words[name]!, keys, command);
    this.dom.addEventListener("keydown", (event) => this.key(event));
    this.turn(0);
  }

  private add(label: string, keys: string, command: Command) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    if (keys) button.setAttribute("aria-keyshortcuts", keys);
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      const view = this.view();
      command(view.state, view.dispatch, view);
      view.focus();
    });
    this.buttons.push([button, command]);
    this.dom.append(button);
  }

  /** Which tools can be used where the cursor is. */
  update() {
    const { state } = this.view();
    for (const [button, command] of this.buttons) button.setAttribute("aria-disabled", String(!command(state)));
  }

  focus() {
    this.buttons.find(([button]) => button.tabIndex === 0)?.[0].focus();
  }

  private turn(to: number) {
    this.buttons.forEach(([button], at) => (button.tabIndex = at === to ? 0 : -1));
  }

  private key(event: KeyboardEvent) {
    const at = this.buttons.findIndex(([button]) => button === document.activeElement);
    const last = this.buttons.length - 1;
    const steps: Record<string, number> = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at ? at - 1 : last, Home: 0, End: last };
    if (event.key === "Escape") this.view().focus();
    else if (event.key in steps) {
      this.turn(steps[event.key]!);
      this.focus();
    } else return;
    event.preventDefault();
  }
}
