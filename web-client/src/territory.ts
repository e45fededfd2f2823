// A territory is proposed while its name, postcode or code is typed. Without this script the form asks afterwards.

/** A territory as the site proposes it. */
interface Proposed {
  /** What the field is filled in with: found again, it means this territory alone. */
  label: string;
  /** What tells it from its homonyms. */
  detail: string;
}

/** Silence after which the site is asked, in milliseconds. */
const PAUSE = 200;

/** Fewer letters would find too much. */
const SHORTEST = 2;

document.querySelectorAll<HTMLInputElement>("input[data-propose]").forEach(combobox);

// Rows may be added later: their field is made a combobox when one comes to it.
document.addEventListener("focusin", ({ target }) => {
  if (target instanceof HTMLInputElement && target.dataset.propose !== undefined && target.role === null) combobox(target);
});

/** Makes a combobox of a field, as the ARIA Authoring Practices describe it: the focus never leaves the field. */
function combobox(input: HTMLInputElement) {
  const list = part("listbox", `${input.id}-list`, "proposed");
  const told = part("status", `${input.id}-told`, "unseen");
  list.setAttribute("aria-label", input.dataset.proposals ?? "");
  input.after(list, told);
  const fixed = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id };
  for (const [name, value] of Object.entries(fixed)) input.setAttribute(name, value);

  let options: HTMLElement[] = [];
  let chosen = -1;
  let pause: number | undefined;
  let asked = new AbortController();

  const show = (proposed: Proposed[]) => {
    options = proposed.map((one, at) => option(one, `${list.id}-${at}`));
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    point(-1);
  };
  const close = () => {
    clearTimeout(pause);
    asked.abort();
    show([]);
  };
  const point = (at: number) => {
    options[chosen]?.removeAttribute("aria-selected");
    chosen = at;
    const option = options[at];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option === undefined) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", option.id);
  };
  const take = (option: HTMLElement | undefined) => {
    if (option === undefined) return;
    input.value = option.dataset.label ?? "";
    close();
    tell("");
    input.dispatchEvent(new InputEvent("change", { bubbles: true }));
  };
  const tell = (message: string) => {
    told.textContent = message;
  };

  const ask = async () => {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    const query = input.value.trim();
    if (query.length < SHORTEST) return show([]);
    const answer = await fetch(`${input.dataset.propose}?q=${encodeURIComponent(query)}`, { signal }).catch(() => null);
    const found: Proposed[] = answer?.ok === true ? await answer.json().catch(() => []) : [];
    if (signal.aborted || document.activeElement !== input) return;
    show(found);
    tell(found.length === 0 ? "" : `${found.length} ${input.dataset.proposals}`);
  };

  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    // From the last one on to the field itself (-1), then to the first, as a ring.
    const step = (by: number) => point(((chosen + 1 + by + options.length + 1) % (options.length + 1)) - 1);
    const gestures: Record<string, () => void> = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Escape: close,
    };
    if (chosen >= 0) gestures.Enter = () => take(options[chosen]);
    const gesture = gestures[event.key];
    if (gesture === undefined) return;
    event.preventDefault();
    gesture();
  });
  // Before the field loses the focus.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => take((event.target as Element).closest<HTMLElement>("[role=option]") ?? undefined));
  show([]);
}

/** An element beside the field; a paragraph may hold no list, hence spans. */
function part(role: string, id: string, kind: string): HTMLElement {
  const element = Object.assign(document.createElement("span"), { id, className: kind });
  element.setAttribute("role", role);
  return element;
}

function option({ label, detail }: Proposed, id: string): HTMLElement {
  const element = part("option", id, "");
  element.dataset.label = label;
  const small = document.createElement("small");
  small.textContent = detail;
  element.append(label, " ", small);
  return element;
}
