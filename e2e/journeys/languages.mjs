// The same page in the other language, and back.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visit } from "../site.mjs";

export default function languages(site) {
  describe("languages", () => {
    for (const address of ["/fr", "/fr/entonnoir", "/fr/propositions", "/fr/contributions/12", "/fr/recherche?q=fibre", "/fr/aide"]) {
      test(`${address} in English, and back`, () =>
        visit(site, {}, async (page) => {
          await page.goto(address);
          const here = new URL(page.url());
          await page.getByRole("link", { name: "English", exact: true }).click();
          assert.equal(await page.getAttribute("html", "lang"), "en");
          assert.equal(new URL(page.url()).search, here.search);
          await page.getByRole("link", { name: "Français", exact: true }).click();
          assert.equal(page.url(), here.href);
        }));
    }
  });
}
