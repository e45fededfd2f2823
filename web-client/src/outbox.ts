// What was written on this device and has not reached the site yet. The token of a form makes sending it twice harmless.

/** A form that waits. */
export interface Waiting {
  /** Its token. */
  token: string;
  /** Where it goes. */
  action: string;
  /** Its fields, token included. */
  fields: Record<string, string>;
  /** What became of it: it waits, it left and its author's page is there, or the site asks for a change. */
  state: "waiting" | "sent" | "refused";
  /** The author's page, once sent. */
  receipt?: string;
}

const SHELF = "waiting";

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("arobase", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(SHELF, { keyPath: "token" });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

/** Does one thing to the shelf and waits until it is on disk. */
async function shelf<T>(mode: IDBTransactionMode, act: (shelf: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const base = await database();
  const transaction = base.transaction(SHELF, mode);
  const request = act(transaction.objectStore(SHELF));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      base.close();
      resolve(request.result);
    };
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

export const all = (): Promise<Waiting[]> => shelf("readonly", (shelf) => shelf.getAll());
export const keep = (form: Waiting): Promise<unknown> => shelf("readwrite", (shelf) => shelf.put(form));
export const forget = (token: string): Promise<unknown> => shelf("readwrite", (shelf) => shelf.delete(token));

/** Sends one form and keeps what became of it. No network, or a server in trouble: it goes on waiting. */
export async function send(form: Waiting): Promise<Waiting> {
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(form.fields) }).catch(() => null);
  if (answer === null || answer.status >= 500 || answer.status === 429) return form;
  const now: Waiting = answer.ok ? { ...form, state: "sent", receipt: answer.url } : { ...form, state: "refused" };
  await keep(now);
  return now;
}

/** Sends everything that waits; resolves to what is on the shelf afterwards. */
export async function flush(): Promise<Waiting[]> {
  const forms = await all();
  return Promise.all(forms.map((form) => (form.state === "waiting" ? send(form) : form)));
}
