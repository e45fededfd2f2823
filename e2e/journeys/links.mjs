// Every link of the site leads somewhere.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

export default function links(site, visited) {
  describe("links", () => {
    test("every address that a page names answers", () => {
      const door = (page) => page.status === 303 && /\/(connexion|sign-in)$/.test(page.to); // one signs in first
      const broken = [...visited].filter(([, page]) => page.status !== 200 && !door(page)).map(([address, page]) => `${address}: ${page.status}`);
      assert.deepEqual(broken, []);
      assert.ok(visited.size > 1000, `only ${visited.size} addresses were found: something is no longer linked`);
    });

    test("every anchor that a link names is on its page", () => {
      const named = [...visited].flatMap(([from, page]) => page.links.map((link) => ({ from, ...link })));
      const missing = named.filter(({ path, anchor }) => anchor && !visited.get(path).anchors.has(anchor));
      assert.deepEqual(missing, []);
    });

    test("the root leads to a home page", async () => {
      const response = await fetch(site.address, { headers: { "accept-language": "fr" } });
      assert.equal(new URL(response.url).pathname.slice(0, 3), "/fr");
    });

    test("an address that leads nowhere says so, in the reader's language, with ways out", async () => {
      for (const [address, lang] of [["/fr/nulle-part", "fr"], ["/en/nowhere", "en"], ["/fr/contributions/999999", "fr"]]) {
        const response = await fetch(site.address + address);
        const body = await response.text();
        assert.equal(response.status, 404, address);
        assert.match(body, new RegExp(`<html lang="${lang}"`));
        assert.match(body, new RegExp(`<main[^]*href="/${lang}[^]*</main>`));
      }
    });
  });
}
