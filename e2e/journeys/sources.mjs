// From a proposition to the words it comes from, and from these words to what became of them.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visit } from "../site.mjs";

export default function sources(site) {
  describe("sources", () => {
    test("from a question to a theme, to a proposition, to the words of a contribution, and back", () =>
      visit(site, {}, async (page) => {
        await page.goto("/fr");
        await page.locator(".questions a").first().click();
        await page.locator("main a[href^='/fr/themes/']").first().click();
        await page.goto("/fr/propositions");
        await page.locator("main a[href^='/fr/propositions/']").first().click();
        const proposition = new URL(page.url()).pathname;
        const marked = await page.locator("#source ~ figure.source mark").first().innerText();
        assert.ok(marked.trim().length > 0);
        await page.locator("#source ~ figure.source figcaption a").click();
        const text = await page.locator("blockquote.whole").innerText();
        assert.ok(plain(text).includes(plain(marked)), `« ${marked} » is not in: ${text}`);
        await page.locator(`.fates a[href^='${proposition}']`).first().click();
        assert.equal(new URL(page.url()).pathname, proposition);
      }));

    test("every proposition shows the words it comes from", async () => {
      const list = await (await fetch(`${site.address}/fr/propositions`)).text();
      const addresses = new Set([...list.matchAll(/href="(\/fr\/propositions\/[^"?#]+)"/g)].map(([, href]) => href));
      assert.ok(addresses.size >= 20, `only ${addresses.size} propositions`);
      for (const address of addresses) {
        const page = await (await fetch(site.address + address)).text();
        assert.match(page, /<mark[^>]*>[^<]+<\/mark>/, address);
      }
    });
  });
}

/** Text without the little numbers of the ideas, nor the difference between blanks. */
function plain(text) {
  return text.replace(/[\d\s]+/gu, " ").trim();
}
