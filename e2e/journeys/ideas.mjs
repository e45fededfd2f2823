// The knowledge engineer corrects ideas: cuts one, says that others repeat it, takes all those like it; by keyboard, and without script.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { visit } from "../site.mjs";
import { comeIn, invited, inviting } from "./enter.mjs";
import { tooWide } from "./reflow.mjs";

export default function ideas(site) {
  describe("ideas on the bench", { skip: !site.folder && "the folder of the site is not known" }, () => {
    test("by keyboard an idea is cut, said the same as another, and gathers those like it; all is undone", () =>
      visit(site, { javaScriptEnabled: true, viewport: { width: 1280, height: 800 } }, async (page) => {
        await comeIn(page, await engineer(site, "ines"));
        await page.goto("/fr/classement?pile=t01");
        const done = (what) => page.locator(".done", { hasText: what }).waitFor();
        await page.keyboard.press("a");
        await done("gardé");
        await whileShort(page, () => page.keyboard.press("j"));
        const before = await hash(page);
        const opened = () => page.locator("#idea").innerText();
        const whole = await opened();
        await page.keyboard.press("c");
        const words = page.locator("#cut");
        const text = await words.inputValue();
        await page.keyboard.type("rien ne s’écrit");
        assert.equal(await words.inputValue(), text);
        for (let nth = 0; nth < 3; nth++) await page.keyboard.press("Control+ArrowRight");
        await page.keyboard.press("Enter");
        await done("coupée en deux");
        assert.equal(await opened(), `${whole}a`);
        await page.keyboard.press("j");
        await page.getByRole("heading", { name: `${whole}b` }).waitFor();
        await page.locator("#bench").evaluate((bench) => bench.querySelectorAll("[name=tick]")[0].click());
        await page.keyboard.press("i");
        await done("même chose que");
        await page.getByText("1 autre idée la répète").waitFor();
        await page.keyboard.press("u");
        await done("Annulé");
        await page.keyboard.press("u");
        await page.getByRole("heading", { name: whole, exact: true }).waitFor();
        assert.equal(await hash(page), before);
        await page.keyboard.press("l");
        await page.getByRole("heading", { name: "Toutes celles comme celle-ci" }).waitFor();
        assert.ok((await page.locator("[name=tick]:checked").count()) > 0);
        await page.locator("#to").fill("t02");
        await page.keyboard.press("Enter");
        await done("→");
        await page.keyboard.press("u");
        await done("Annulé");
        assert.equal(await hash(page), before);
        await page.keyboard.press("u");
        await page.locator(".done", { hasText: "gardé" }).waitFor();
      }));

    test("without scripts one cuts, says the same, and gathers", () =>
      visit(site, { viewport: { width: 360, height: 740 }, errors: [409] }, async (page) => {
        await comeIn(page, await engineer(site, "ugo"));
        await page.goto("/fr/classement?pile=t01");
        const done = (what) => page.locator(".done", { hasText: what }).waitFor();
        await whileShort(page, () => page.locator(".ideas [aria-current]").locator("xpath=following::a[1]").click());
        await page.getByText("Couper cette idée en deux").click();
        const words = await page.locator("#cut").inputValue();
        await page.getByRole("button", { name: "Couper", exact: true }).click();
        await page.getByRole("alert").waitFor();
        await page.getByText("Couper cette idée en deux").click();
        await page.locator("#cut").fill(words.trim().replace(" ", "| "));
        await page.getByRole("button", { name: "Couper", exact: true }).click();
        await done("coupée en deux");
        await page.locator("[name=tick]").nth(2).check();
        await page.getByRole("button", { name: "Les cochées la répètent" }).click();
        await done("même chose que");
        await page.getByRole("link", { name: "Toutes celles comme celle-ci" }).click();
        assert.deepEqual(await page.evaluate(tooWide), []);
        await page.locator("[name=tick]").first().check();
        await page.getByRole("button", { name: "Garder les cochées où elles sont" }).click();
        await done("gardé");
        for (let nth = 0; nth < 3; nth++) {
          await page.getByRole("button", { name: "Annuler" }).click();
          await done("Annulé");
        }
      }));

    for (const colorScheme of ["light", "dark"]) {
      test(`those like one are for everyone, ${colorScheme}`, () =>
        visit(site, { colorScheme, javaScriptEnabled: true, viewport: { width: 320, height: 740 } }, async (page) => {
          await comeIn(page, await engineer(site, colorScheme));
          await page.goto("/fr/classement?pile=t01");
          await page.keyboard.press("l");
          await page.getByRole("heading", { name: "Toutes celles comme celle-ci" }).waitFor();
          assert.deepEqual(await page.evaluate(tooWide), []);
          assert.deepEqual(await violations(page), []);
        }));
    }
  });
}

/** The link of an engineer, whom an administrator invites by a session of their own. */
async function engineer(site, name) {
  let link;
  await visit(site, {}, async (page) => {
    await comeIn(page, await invited(site, `${name}@chef.example`));
    link = await inviting(site, page, `${name}@idees.example`, "knowledge_engineer");
  });
  return link;
}

/** Goes on until an idea is open that has words enough for two: which come first depends on what was received meanwhile. */
async function whileShort(page, next) {
  const words = async () => (await page.locator("#cut").inputValue()).trim().split(/\s+/).length;
  while ((await words()) < 8) {
    const idea = await page.locator("#idea").innerText();
    await next();
    await page.locator("#idea", { hasNotText: new RegExp(`^${idea}$`) }).waitFor();
  }
}

/** The hash of the state, as the page of publication tells it; read aside, the bench stays where it is. */
async function hash(page) {
  return page.evaluate(async () => {
    const text = await (await fetch("/fr/publier-le-classement")).text();
    return text.match(/<code>([0-9a-f]{64})<\/code>/)[1];
  });
}
