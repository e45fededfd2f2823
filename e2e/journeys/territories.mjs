// Where a contribution comes from: homonyms are asked about on the form itself, with or without script, and a territory is found by a plain form.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { visit } from "../site.mjs";

export default function territories(site) {
  describe("territories", () => {
    for (const javaScriptEnabled of [false, true]) {
      test(`a name that several bear is chosen from on the form, script ${javaScriptEnabled}`, () =>
        visit(site, { errors: [422], javaScriptEnabled }, async (page) => {
          await page.goto("/fr/contribuer");
          await page.fill("#text", `La fibre jusqu’au bourg, script ${javaScriptEnabled}.`);
          await page.fill("#territory", "Mayenne");
          await page.locator("form.write button.action").click();
          await page.getByLabel(/Mayenne \(53\).*commune/).check();
          if (javaScriptEnabled) assert.deepEqual(await violations(page), []);
          await page.locator("form.write button.action").click();
          await page.waitForURL(/recepisse/);
        }));
    }

    test("a territory is proposed while one types, and taken with the keyboard", () =>
      visit(site, { javaScriptEnabled: true, viewport: { width: 360, height: 740 } }, async (page) => {
        await page.goto("/fr/contribuer");
        const field = page.getByRole("combobox", { name: /collectivité/ });
        await field.focus();
        await page.keyboard.type("béon");
        await page.getByRole("option").first().waitFor();
        assert.deepEqual(await violations(page), []);
        assert.match(await page.locator("#territory-told").innerText(), /^\d+ collectivités proposées$/);
        for (const key of ["ArrowDown", "ArrowDown", "ArrowUp"]) await page.keyboard.press(key);
        const pointed = page.locator(`#${await field.getAttribute("aria-activedescendant")}`);
        assert.equal(await pointed.getAttribute("aria-selected"), "true");
        assert.deepEqual(await violations(page), []);
        const label = await pointed.getAttribute("data-label");
        await page.keyboard.press("Enter");
        assert.equal(await field.inputValue(), label);
        assert.equal(await field.getAttribute("aria-expanded"), "false");
        assert.match(page.url(), /contribuer$/, "nothing was sent");
      }));

    test("what is proposed goes away with Escape, and is taken with the mouse", () =>
      visit(site, { javaScriptEnabled: true }, async (page) => {
        await page.goto("/fr/contribuer");
        const field = page.getByRole("combobox", { name: /collectivité/ });
        await field.pressSequentially("32300 saint martin");
        await page.getByRole("option").first().waitFor();
        await page.keyboard.press("Escape");
        assert.equal(await page.getByRole("option").count(), 0);
        await field.press("Backspace");
        await page.getByRole("option").first().click();
        assert.match(await field.inputValue(), /\(32\)$/);
      }));

    test("a territory is found by name, postcode and code", () =>
      visit(site, { javaScriptEnabled: true }, async (page) => {
        await page.goto("/fr/collectivites");
        assert.deepEqual(await violations(page), []);
        for (const typed of ["st-martin (32)", "32389", "32300 saint martin"]) {
          await page.fill("#q", typed);
          await page.locator("main form button").click();
          assert.match(await page.locator("main li").first().innerText(), /^Saint-Martin \(32\)/);
        }
        assert.deepEqual(await violations(page), []);
      }));

    test("participation shows a map with its numbers beside", () =>
      visit(site, { javaScriptEnabled: true }, async (page) => {
        await page.goto("/fr/participation");
        const map = page.locator("figure img");
        await map.scrollIntoViewIfNeeded();
        await page.waitForFunction(() => document.querySelector("figure img").naturalWidth > 0);
        assert.ok((await map.getAttribute("alt")).length > 20);
        assert.deepEqual(await violations(page), []);
      }));
  });
}
