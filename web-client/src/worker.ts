// Keeps the form at hand without a network, and sends what waits when it is back.

import { flush } from "./outbox";

declare const self: ServiceWorkerGlobalScope;

const SHELF = "form";
const PAGES = ["/fr/contribuer", "/en/contribute"];

self.addEventListener("install", (event) => {
  event.waitUntil(Promise.all(PAGES.map(stock)).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("sync", (event: Event) => {
  (event as ExtendableEvent).waitUntil(flush());
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate" && PAGES.includes(url.pathname)) {
    event.respondWith(page(event.request, url.pathname));
    event.waitUntil(stock(url.pathname).catch(() => undefined));
  }
  if (url.pathname.startsWith("/assets/")) event.respondWith(asset(event.request));
});

/** Keeps a page, as a visitor nobody knows sees it, and what it loads. */
async function stock(path: string): Promise<void> {
  const answer = await fetch(path, { credentials: "omit" });
  if (!answer.ok) return;
  const shelf = await caches.open(SHELF);
  const html = await answer.clone().text();
  const loaded = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, asset]) => asset as string);
  await Promise.all([shelf.put(path, answer), ...[...new Set(loaded)].map((asset) => hold(shelf, asset))]);
}

/** Named by their content: what is kept is right. */
async function hold(shelf: Cache, asset: string): Promise<void> {
  if ((await shelf.match(asset)) === undefined) await shelf.add(asset);
}

/** The page as it is, or as it was. */
async function page(request: Request, path: string): Promise<Response> {
  return fetch(request).catch(async () => (await caches.match(path)) ?? Response.error());
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
