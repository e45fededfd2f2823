// On paper: the content, without what only a screen can use.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visit } from "../site.mjs";

export default function print(site) {
  describe("print", () => {
    for (const address of ["/fr", "/fr/propositions", "/fr/contributions/12", "/fr/registre"]) {
      test(address, () =>
        visit(site, { colorScheme: "dark" }, async (page) => {
          await page.goto(address);
          await page.emulateMedia({ media: "print" });
          assert.ok(await page.locator("h1").isVisible());
          for (const useless of ["nav.main", "form.find", ".skip"]) {
            assert.ok(!(await page.locator(useless).isVisible()), `${useless} is printed`);
          }
          const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
          assert.match(paper, /^(rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\))$/, "paper is white, even at night");
          assert.ok((await page.pdf({ format: "A4" })).length > 5_000);
        }));
    }
  });
}
