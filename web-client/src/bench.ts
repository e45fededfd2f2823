// The bench by keyboard: a key presses the button, follows the link or enters the field that bears it, and the page changes in place.
// Without this script every gesture is a form of its own page.

const SHORTCUTS = "arobase-bench-keys";

/** Keys that go from one idea to the next. */
const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

document.documentElement.classList.add("scripted");

const bench = () => document.getElementById("bench")!;
const told = document.getElementById("said")!;
const wanted = document.getElementById("keys") as HTMLInputElement;

wanted.checked = localStorage.getItem(SHORTCUTS) !== "no";
wanted.addEventListener("change", () => localStorage.setItem(SHORTCUTS, wanted.checked ? "yes" : "no"));

/** What was asked last: an answer that comes after a later question is left aside. */
let asked = 0;

/** Puts the page that answers in the place of this one, and the focus where one goes on. */
async function turn(answer: Promise<Response>, focus: (root: HTMLElement) => HTMLElement | null) {
  const mine = ++asked;
  const response = await answer;
  const made = new DOMParser().parseFromString(await response.text(), "text/html").getElementById("bench");
  if (!made) return location.assign(response.url);
  if (mine !== asked) return;
  bench().replaceWith(document.adoptNode(made));
  history.replaceState(null, "", response.redirected || response.ok ? response.url : location.href);
  told.textContent = made.querySelector("[role=alert]")?.textContent ?? made.dataset.said ?? "";
  const next = focus(made) ?? made.querySelector<HTMLElement>("h2");
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

const current = (root: HTMLElement) => root.querySelector<HTMLElement>(".ideas [aria-current]");

/** The field where one cuts: its words are not changed, and a mark is put where the cursor is. */
const CUT = "cut";

function mark(form: HTMLFormElement) {
  const words = form.querySelector<HTMLTextAreaElement>("#" + CUT);
  words?.setRangeText("|", words.selectionStart, words.selectionStart);
}

function send(form: HTMLFormElement, button: HTMLElement | null) {
  mark(form);
  const fields = new FormData(form, button);
  const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
  const same = button?.getAttribute("name") ? `[name=edit][value="${button.getAttribute("value")}"]` : null;
  const again = form.id === "gesture" || !same ? current : (root: HTMLElement) => root.querySelector<HTMLElement>(same) ?? current(root);
  return turn(fetch(form.action, { method: "POST", body }), again);
}

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (!bench().contains(form) || form.method === "get") return;
  event.preventDefault();
  void send(form, event.submitter);
});

document.addEventListener("beforeinput", (event) => {
  const target = event.target as HTMLTextAreaElement;
  if (target.id !== CUT) return;
  event.preventDefault();
  if (event.inputType === "insertLineBreak") target.form!.requestSubmit(target.form!.querySelector("button"));
});

document.addEventListener("click", (event) => {
  const target = event.target as HTMLElement;
  if (target.closest("[data-all]")) {
    const ticks = [...bench().querySelectorAll<HTMLInputElement>("[name=tick]")];
    const all = ticks.every((tick) => tick.checked);
    for (const tick of ticks) tick.checked = !all;
    return;
  }
  const link = target.closest<HTMLAnchorElement>(".bench nav a, .bench .ideas a, .bench .turn a[href*='pile=']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const inList = link.closest(".ideas");
  const href = link.getAttribute("href")!;
  void turn(fetch(href), (root) => (inList ? current(root) : root.querySelector<HTMLElement>(`nav a[href="${CSS.escape(href)}"]`) ?? current(root)));
});

document.addEventListener("keydown", (event) => {
  if (!wanted.checked || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  if (event.key === "Escape" && bench().contains(target)) return current(bench())?.focus();
  if (target.closest("input:not([type=checkbox]), textarea, select")) return;
  if (!bench().contains(target) && target !== document.body) return;
  const step = STEPS[event.key];
  if (step) return pass(event, step);
  const held = bench().querySelector<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(event.key)}"]`);
  if (!held) return;
  event.preventDefault();
  const fold = held.closest("details");
  if (fold && held.tagName !== "SUMMARY") fold.open = true;
  if (held instanceof HTMLInputElement && held.type !== "checkbox") held.select(), held.focus();
  else if (held instanceof HTMLTextAreaElement) held.setSelectionRange(0, 0), held.focus();
  else held.click();
});

/** Once a minute, while someone looks: who else does. */
setInterval(async () => {
  const others = document.getElementById("others");
  if (!others || document.hidden) return;
  const answer = await fetch(others.dataset.look!).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const said = await answer.text();
  if (said !== others.textContent) others.textContent = said;
}, 60_000);

/** Opens the idea after, or before; on the next page when there is one. */
function pass(event: KeyboardEvent, step: number) {
  const links = [...bench().querySelectorAll<HTMLAnchorElement>(".ideas a")];
  const at = links.findIndex((link) => link.hasAttribute("aria-current"));
  const pages = bench().querySelectorAll<HTMLAnchorElement>(".pile .turn a");
  const beyond = [...pages].find((link) => (step > 0) === link.textContent!.includes("→"));
  const link = links[at + step] ?? (at >= 0 ? beyond : undefined);
  if (!link) return;
  event.preventDefault();
  void turn(fetch(link.href), current);
}
