// The form, when there is a script: what is written is kept as it is written, and leaves when the network is there.

import { lastRow, signers } from "./signers";
import { all, flush, forget, keep, send, type Waiting } from "./outbox";

/** Silence after which what was typed is kept as a draft, in milliseconds. */
const PAUSE = 2_000;

/** What waits is tried again this often while its page is open, in milliseconds: browsers do not all say when the network is back. */
const AGAIN = 15_000;

/** Fewer characters say too little for others to have said the same. */
const SAID = 40;

const form = document.querySelector<HTMLFormElement>("form[data-offline]");
if (form !== null) start(form);

function start(form: HTMLFormElement) {
  const status = document.querySelector("#status") as HTMLElement;
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement;
  // A page that comes from the cache holds a token that may have been used. A draft's is its key.
  if (form.dataset.draft === undefined && crypto.randomUUID !== undefined) field("token").value = crypto.randomUUID();

  const rows = signers(form);

  const fields = () =>
    Object.fromEntries([...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  const tell = (message: string | undefined, link?: string) => {
    const text = document.createTextNode(message ?? "");
    if (link === undefined) return status.replaceChildren(text);
    const anchor = Object.assign(document.createElement("a"), { href: link });
    anchor.append(text);
    status.replaceChildren(anchor);
  };

  /** Documents chosen, or kept beside the form already: what a device cannot keep. */
  const chosen = () => (field("documents") as HTMLInputElement).files?.length ?? 0;
  const documents = () => chosen() > 0 || form.elements.namedItem("shown") !== null;
  field("documents").addEventListener("change", () => {
    // The text may be in the document: the site reads it, and asks.
    field("text").required = chosen() === 0;
  });

  let pause: number | undefined;
  let leaving = false;
  const draft = () =>
    fetch(form.dataset.save ?? "", { method: "POST", body: new URLSearchParams(fields()), redirect: "manual" }).catch(() => null);
  const save = async () => {
    if (leaving || field("text").value.trim() === "") return;
    const answer = await draft();
    if (leaving) return;
    // A redirection that is not followed has no status: it says that the draft is kept.
    if (answer?.type === "opaqueredirect") tell(form.dataset.kept, `${form.dataset.save}/${field("token").value}`);
    else if (answer === null) tell(form.dataset.unsaved);
  };
  form.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      save();
      look();
    }, PAUSE);
  });

  /** What others have said of what is written here, where the page without a script would show it. */
  let looked = "";
  const look = async () => {
    const text = field("text").value.trim();
    if (text.length < SAID || text === looked) return;
    looked = text;
    const body = new URLSearchParams({ text });
    const answer = await fetch(form.dataset.similar ?? "", { method: "POST", body }).catch(() => null);
    if (answer?.ok !== true || leaving) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of ["#alike", "#similar"]) {
      document.querySelector(part)?.replaceChildren(...(page.querySelector(part)?.childNodes ?? []));
    }
  };

  form.addEventListener("submit", async (event) => {
    if (event.submitter?.hasAttribute("formaction") === true) return;
    event.preventDefault();
    leaving = true;
    if (documents()) {
      // The text is safe as a draft before the documents leave, in the browser's own way.
      if ((await draft()) !== null) return form.submit();
      leaving = false;
      tell(form.dataset.documents);
      return status.focus();
    }
    const { token = "" } = fields();
    const waiting: Waiting = { token, action: form.action, fields: fields(), state: "waiting" };
    const kept = await keep(waiting).then(() => true, () => false);
    if (!kept) return form.submit();
    const after = await send(waiting);
    if (after.state !== "waiting") await forget(token);
    if (after.state === "sent") return location.assign(after.receipt ?? location.href);
    if (after.state === "refused") return form.submit();
    await askForSync();
    again = setTimeout(catchUp, AGAIN);
    form.reset();
    field("token").value = crypto.randomUUID();
    leaving = false;
    tell(form.dataset.offline);
    status.focus();
  });

  /** What left since the last visit, and what the site asks to be read again. */
  const report = async (forms: Waiting[]) => {
    for (const one of forms) {
      if (one.state === "sent") tell(form.dataset.sent, one.receipt);
      if (one.state === "refused") {
        rows(lastRow(one.fields));
        for (const [name, value] of Object.entries(one.fields)) fill(name, value);
        tell(form.dataset.refused);
      }
      if (one.state !== "waiting") await forget(one.token);
      else if (status.textContent !== form.dataset.offline) tell(form.dataset.offline);
    }
  };
  const fill = (name: string, value: string) => {
    const input = field(name);
    if (input instanceof HTMLInputElement && input.type === "checkbox") input.checked = value === input.value;
    else if (input !== null) input.value = value;
  };

  let again: number | undefined;
  const catchUp = async () => {
    clearTimeout(again);
    const forms = await flush().catch(() => []);
    await report(forms);
    if (forms.some((one) => one.state === "waiting")) again = setTimeout(catchUp, AGAIN);
  };
  addEventListener("online", catchUp);
  navigator.serviceWorker?.register("/worker.js").catch(() => undefined);
  all().then((forms) => (forms.length > 0 ? catchUp() : undefined), () => undefined);
}

/** Lets the browser send by itself later, the page closed, where it knows how. */
async function askForSync() {
  const registration = (await navigator.serviceWorker?.ready) as (ServiceWorkerRegistration & Sync) | undefined;
  await registration?.sync?.register("outbox").catch(() => undefined);
}

/** Background Sync, which TypeScript does not know yet. */
interface Sync {
  sync?: { register(tag: string): Promise<void> };
}
