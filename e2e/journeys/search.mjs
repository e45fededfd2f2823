// What one looks for is found however it is written.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visit } from "../site.mjs";

export default function search(site) {
  describe("search", () => {
    for (const [words, found] of [
      [["médiateur", "médiateurs", "MEDIATEURS"], /médiateurs/i],
      [["ecole", "école", "écoles"], /écoles?/i],
    ]) {
      test(`${words.join(", ")} find the same`, () =>
        visit(site, {}, async (page) => {
          await page.goto("/fr");
          const counts = [];
          for (const word of words) {
            await page.getByRole("searchbox").first().fill(word);
            await page.keyboard.press("Enter");
            await page.waitForURL((url) => url.searchParams.get("q") === word);
            counts.push(await page.locator("main h2").last().innerText());
          }
          assert.equal(new Set(counts).size, 1, counts.join(" / "));
          const addresses = await page.locator(".entries a").evaluateAll((links) => links.map((link) => link.href));
          const texts = await Promise.all(addresses.map(async (address) => (await fetch(address)).text()));
          assert.ok(texts.length > 0 && texts.some((text) => found.test(text)), `${texts.length} found, none with ${found}`);
        }));
    }

    test("a number leads to its contribution", () =>
      visit(site, {}, async (page) => {
        await page.goto("/fr");
        await page.getByRole("searchbox").first().fill("12");
        await page.keyboard.press("Enter");
        await page.waitForURL("**/recherche?q=12");
        await page.locator("main a[href^='/fr/contributions/12']").first().click();
        assert.equal(new URL(page.url()).pathname, "/fr/contributions/12");
      }));

    test("what is nowhere is said to be nowhere", () =>
      visit(site, {}, async (page) => {
        await page.goto("/fr/recherche?q=xylophoniste");
        assert.equal(await page.locator(".entries").count(), 0);
        assert.ok((await page.locator("main h2").last().innerText()).length > 0);
      }));

    test("a list narrowed by channel and theme shows them", () =>
      visit(site, {}, async (page) => {
        await page.goto("/fr/contributions");
        const all = await page.locator("main h2").first().innerText();
        await page.locator("select[name=channel]").selectOption("paper");
        await page.locator("form.filters button").click();
        assert.equal(new URL(page.url()).searchParams.get("channel"), "paper");
        assert.equal(await page.locator("select[name=channel]").inputValue(), "paper");
        assert.notEqual(await page.locator("main h2").first().innerText(), all);
      }));
  });
}
