// More rows for those who sign beside, without leaving the page nor needing a network. Without this script the site gives them.

/** Most rows: what the site takes. */
const MOST = 20;

/** Rows added at once. */
const MORE = 3;

/** Lets the button of the form add rows; gives back what adds those that something kept elsewhere needs. */
export function signers(form: HTMLFormElement): (rows: number) => void {
  const block = form.querySelector<HTMLDetailsElement>(".signers");
  const button = block?.querySelector<HTMLButtonElement>("button[name=more]");
  const first = block?.querySelector(":scope > fieldset");
  if (block === null || !button || !first) return () => undefined;
  const row = first.cloneNode(true) as HTMLElement;
  row.querySelectorAll("fieldset, .error").forEach((part) => part.remove());
  row.querySelectorAll("input").forEach((input) => {
    input.defaultValue = "";
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  });
  const count = () => block.querySelectorAll(":scope > fieldset").length;

  const grow = (rows: number) => {
    for (let n = count() + 1; n <= Math.min(rows, MOST); n++) {
      const next = row.outerHTML.replaceAll("signer-1-", `signer-${n}-`).replace(/(<legend>\D*)1/, `$1${n}`);
      button.parentElement?.insertAdjacentHTML("beforebegin", next);
    }
    button.hidden = count() >= MOST;
  };
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const before = count();
    grow(before + MORE);
    document.getElementById(`signer-${before + 1}-name`)?.focus();
  });
  return (rows) => {
    grow(rows);
    block.open ||= rows > 0;
  };
}

/** The last row that one of these fields is in; 0 without any that says something. */
export function lastRow(fields: Record<string, string>): number {
  const rows = Object.entries(fields).map(([name, value]) => (value === "" ? 0 : Number(/^signer-(\d+)-/.exec(name)?.[1] ?? 0)));
  return Math.max(0, ...rows);
}
