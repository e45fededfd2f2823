// Between the document of this page and that of the server: what is typed is kept here until the server says that it is on its disk.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { type Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
import * as Y from "yjs";

const SYNC = 0;
const PRESENCE = 1;
const KEPT = 64;

/** Milliseconds before one tries again: at first, and at most. */
const SOON = 500;
const LATE = 15_000;

/** Codes with which the server says that it can never take what was sent. */
const REFUSED: Record<number, State> = { 1003: "refused", 1008: "refused", 1009: "too-large" };

export type State = "waiting" | "saved" | "sending" | "offline" | "too-large" | "refused";

export class Provider {
  state: State = "waiting";
  /** Changes that are not on the disk of the server. */
  pending: Uint8Array[] = [];
  /** For each message sent over this connection that is not acknowledged, how many of them it holds. */
  private flight: number[] = [];
  private kept = 0;
  private socket?: WebSocket;
  private wait = SOON;
  private timer?: number;
  private synced = false;

  constructor(
    private url: string,
    readonly doc: Y.Doc,
    readonly awareness: Awareness,
    private writes: boolean,
    private changed: () => void,
  ) {
    this.recall();
    doc.on("update", (update: Uint8Array, origin: unknown) => origin !== this && this.typed(update));
    awareness.on("update", (change: Record<"added" | "updated" | "removed", number[]>, origin: unknown) => {
      const mine = [...change.added, ...change.updated, ...change.removed].includes(doc.clientID);
      if (mine && origin !== this) this.present();
    });
    addEventListener("online", () => this.soon(0));
    addEventListener("pagehide", () => removeAwarenessStates(awareness, [doc.clientID], "leaving"));
    this.connect();
  }

  /** Whether the text of the server has come. */
  get ready() {
    return this.synced;
  }

  private get refused() {
    return Object.values(REFUSED).includes(this.state);
  }

  private typed(update: Uint8Array) {
    if (!this.writes) return;
    this.pending.push(update);
    this.remember();
    if (this.open && this.greeted) this.say(SYNC, 2, update, 1);
    this.tell();
  }

  private get open() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  private connect() {
    clearTimeout(this.timer);
    const socket = new WebSocket(this.url);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    socket.onopen = () => {
      [this.flight, this.kept, this.greeted] = [[], 0, false];
      this.say(SYNC, 0, Y.encodeStateVector(this.doc));
      this.present();
    };
    socket.onmessage = ({ data }) => this.hear(new Uint8Array(data as ArrayBuffer));
    socket.onclose = ({ code }) => this.closed(code);
  }

  private greeted = false;

  private closed(code: number) {
    const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.doc.clientID);
    removeAwarenessStates(this.awareness, others, this);
    if (code in REFUSED) return this.tell(REFUSED[code]);
    this.tell(this.synced || this.wait > SOON ? "offline" : "waiting");
    this.soon(code === 1012 ? Math.random() * SOON : this.wait * (0.5 + Math.random() / 2));
    this.wait = Math.min(LATE, this.wait * 2);
  }

  private soon(delay: number) {
    clearTimeout(this.timer);
    if (this.refused) return;
    this.timer = window.setTimeout(() => this.socket?.readyState === WebSocket.CLOSED && this.connect(), delay);
  }

  private hear(bytes: Uint8Array) {
    const decoder = decoding.createDecoder(bytes);
    const kind = decoding.readVarUint(decoder);
    if (kind === PRESENCE) return applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this);
    if (kind === KEPT) return this.acknowledged(decoding.readVarUint8Array(decoder));
    if (kind !== SYNC) return;
    const step = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (step === 0) return this.greet(body);
    Y.applyUpdate(this.doc, body, this);
    if (step === 1) this.synced = true;
    this.tell();
  }

  /** The server says what it has: what it lacks is all that is pending. */
  private greet(has: Uint8Array) {
    this.greeted = true;
    this.wait = SOON;
    if (this.writes) this.say(SYNC, 1, Y.encodeStateAsUpdate(this.doc, has), this.pending.length);
    this.tell();
  }

  private acknowledged(count: Uint8Array) {
    const told = new DataView(count.buffer, count.byteOffset, 4).getUint32(0);
    for (; this.kept < told; this.kept++) this.pending.splice(0, this.flight.shift() ?? 0);
    this.remember();
    this.tell();
  }

  /** Says something, which holds so many pending changes. */
  private say(kind: number, step: number, body: Uint8Array, holds?: number) {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
    this.socket!.send(encoding.toUint8Array(encoder));
    if (holds !== undefined) this.flight.push(holds);
  }

  private present() {
    if (!this.writes || !this.open || !this.awareness.getLocalState()) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, PRESENCE);
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.awareness, [this.doc.clientID]));
    this.socket!.send(encoding.toUint8Array(encoder));
  }

  private tell(state?: State) {
    if (this.refused) return;
    const met = this.pending.length ? "sending" : this.synced ? "saved" : "waiting";
    this.state = state ?? (this.open && this.greeted ? met : this.state);
    this.changed();
  }

  // What is pending outlives the tab: each tab has a shelf of its own, and takes what others left.

  private get shelf() {
    return `arobase-draft ${new URL(this.url).pathname} `;
  }

  private remember() {
    const key = this.shelf + this.doc.clientID;
    if (!this.pending.length) return this.forget();
    const bytes = Y.mergeUpdates(this.pending);
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    try {
      localStorage.setItem(key, btoa(text));
    } catch {
      // Without a place to keep it, it is kept for as long as the page is open.
    }
  }

  private forget() {
    for (const key of [...this.taken, this.shelf + this.doc.clientID]) localStorage.removeItem(key);
    this.taken = [];
  }

  private taken: string[] = [];

  private recall() {
    if (!this.writes) return;
    this.taken = Object.keys(localStorage).filter((key) => key.startsWith(this.shelf));
    for (const key of this.taken) {
      const update = Uint8Array.from(atob(localStorage.getItem(key)!), (sign) => sign.charCodeAt(0));
      Y.applyUpdate(this.doc, update, this);
      this.pending.push(update);
    }
  }
}
