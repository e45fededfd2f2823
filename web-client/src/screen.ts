// The screen of a room asks for its own page again, and shows what changed. Without this script the page reloads itself every minute.

const EVERY = 10_000;

const held = (page: Document, id: string) => page.getElementById(id);

async function follow() {
  if (document.hidden) return;
  const answer = await fetch(location.href).catch(() => null);
  const made = answer?.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const live = made && held(made, "live");
  held(document, "lost")!.hidden = !!live;
  const shown = held(document, "live")!;
  if (!live || live.innerHTML === shown.innerHTML) return;
  shown.replaceWith(document.adoptNode(live));
  held(document, "said")!.textContent = live.dataset.said ?? "";
}

setInterval(() => void follow(), EVERY);
document.addEventListener("visibilitychange", () => void follow());
