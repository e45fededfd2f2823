// Pictures of each kind of page, to be looked at: `npm run screens`, then target/screens/.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { crawl, heaviest } from "./crawl.mjs";
import { openSite, root, visit } from "./site.mjs";

const folder = join(root, "target/screens");
const site = await openSite();
const pages = [...heaviest(await crawl(site))].filter(([kind]) => kind.startsWith("fr ")); // the English ones have their shape
await mkdir(folder, { recursive: true });
for (const width of [1280, 360]) {
  for (const colorScheme of ["light", "dark"]) {
    await visit(site, { colorScheme, viewport: { width, height: 800 } }, async (page) => {
      for (const [kind, address] of pages) {
        await page.goto(address);
        const name = kind.slice(3).replace("/*", "-one").replaceAll("?", "-by-");
        await page.screenshot({ path: join(folder, `${name}.${width}.${colorScheme}.png`), fullPage: true });
      }
    });
  }
}
await site.close();
console.log(`${4 * pages.length} pictures in ${folder}`);
