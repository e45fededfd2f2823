// Every address of the site, found as a reader finds them: from the two home pages, by links.

/** Pages that no link leads to, or only after a gesture. */
const UNLINKED = ["/fr/recherche?q=fibre", "/en/search?q=fibre", "/fr/recherche?q=zzz"];

/** How many pages are asked for at once. */
const AT_ONCE = 4;

/** The pages of someone who has kept a draft and sent a contribution, which no link leads to. */
async function own(site) {
  const [kept, sent] = ["0192f0c0-0001-7000-8000-00000000e2e1", "0192f0c0-0001-7000-8000-00000000e2e2"];
  const post = async (path, token) => {
    const fields = { token, text: "Ouvrir la salle du conseil le samedi aux associations.", author: "Ada Morel, maire" };
    const answer = await fetch(site.address + path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
    if (answer.status !== 303) throw new Error(`${path} answers ${answer.status}`);
  };
  await post("/fr/brouillon", kept);
  await post("/fr/contribuer", sent);
  const pages = [`brouillon/${kept}`, `recepisse/${sent}`, `modifier/${sent}`].map((page) => `/fr/${page}`);
  return [...pages, `/en/draft/${kept}`, `/en/receipt/${sent}`, `/en/revise/${sent}`];
}

/** Visits everything; returns, for each address, its status, its kind, what it weighs and where its links lead. */
export async function crawl(site) {
  const pages = new Map();
  const waiting = ["/fr", "/en", ...UNLINKED, ...(await own(site))];
  const known = new Set(waiting);
  const worker = async () => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const page = await read(site, address);
      pages.set(address, page);
      for (const { path } of page.links) {
        if (!known.has(path)) waiting.push(path);
        known.add(path);
      }
    }
  };
  while (waiting.length > 0) await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return pages;
}

async function read(site, address) {
  const response = await fetch(site.address + address, { redirect: "manual" });
  const taken = response.headers.get("content-disposition")?.startsWith("attachment") ?? false; // a file to take away is no page
  const html = !taken && (response.headers.get("content-type")?.startsWith("text/html") ?? false);
  const body = await response.text();
  const page = { status: response.status, to: response.headers.get("location"), html, weight: body.length, links: [], anchors: new Set() };
  if (!html) return page;
  for (const [, id] of body.matchAll(/\sid="([^"]+)"/g)) page.anchors.add(id);
  for (const [, href] of body.matchAll(/<a\s[^>]*?href="([^"]*)"/g)) {
    const url = new URL(plain(href), site.address + address);
    if (url.origin === site.address) page.links.push({ path: url.pathname + url.search, anchor: decodeURIComponent(url.hash.slice(1)) });
  }
  return page;
}

/** An attribute as the browser reads it: templates write & in two ways. */
export function plain(attribute) {
  return attribute.replaceAll(/&(amp|#38);/g, "&");
}

/** What sort of page an address leads to: `"fr propositions/*"`, `"en search?q"`. */
export function kind(address) {
  const url = new URL(address, "http://site");
  const [lang, slug = "", ...rest] = url.pathname.slice(1).split("/");
  return `${lang} ${slug || "home"}${rest.length > 0 ? "/*" : ""}${[...url.searchParams.keys()].map((key) => `?${key}`).join("")}`;
}

/** The heaviest page of each kind, by kind: what it can bear, the others can. */
export function heaviest(pages) {
  const chosen = new Map();
  for (const [address, page] of pages) {
    const other = chosen.get(kind(address));
    if (page.html && !(other && pages.get(other).weight >= page.weight)) chosen.set(kind(address), address);
  }
  return new Map([...chosen].sort());
}
