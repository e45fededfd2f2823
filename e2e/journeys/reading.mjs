// The knowledge engineer keeps a search and reads its words in context; sees what coarser themes would change, and accepts one idea of it.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { visit } from "../site.mjs";
import { comeIn, invited, inviting } from "./enter.mjs";
import { tooWide } from "./reflow.mjs";

const BOSS = "lecture@nouans.example";

/** Most elements of a page, and most bytes of it. */
const [ELEMENTS, BYTES] = [385, 50_000];

export default function reading(site) {
  describe("reading while classing", { skip: !site.folder && "the folder of the site is not known" }, () => {
    let links;
    before(() =>
      visit(site, {}, async (page) => {
        await comeIn(page, await invited(site, BOSS, "Sacha Roy"));
        links = [];
        for (const name of ["anouk", "light", "dark"]) links.push(await inviting(site, page, `${name}@lecture.example`, "knowledge_engineer"));
      }));

    test("a search is kept and read in context, other themes are accepted one idea at a time", () =>
      visit(site, { viewport: { width: 360, height: 740 } }, async (page) => {
        await comeIn(page, links.shift());
        await page.goto("/fr/classement");
        await page.getByRole("searchbox", { name: "Mots dans les idées" }).fill("mediatheque");
        await page.getByRole("searchbox", { name: "Mots dans les idées" }).press("Enter");
        assert.match(await page.locator(".ideas mark").first().innerText(), /^médiathèque/i);
        await page.getByRole("button", { name: "Garder cette recherche" }).click();
        await page.locator(".done", { hasText: "Recherche gardée" }).waitFor();
        await page.locator("nav a", { hasText: /mediatheque/ }).waitFor();
        await page.getByRole("link", { name: "Voir ces mots dans leur contexte" }).click();
        assert.ok((await page.locator(".contexts mark").count()) > 1);
        await page.goto("/fr/classement?pile=~mediatheque");
        await page.getByRole("button", { name: "Ne plus garder cette recherche" }).click();
        await page.locator(".done", { hasText: "Recherche retirée" }).waitFor();

        await page.goto("/fr/relancer-l-analyse");
        await page.locator("main li", { hasText: "stabilité" }).first().getByRole("link").click();
        await page.getByRole("link", { name: /une à une$/ }).first().click();
        await page.locator(".offered button").first().click();
        await page.locator(".done", { hasText: "1 geste fait" }).waitFor();
        await page.goto("/fr/journee-de-classement");
        assert.match(await page.locator("main").innerText(), /Recherche gardée/);
        await page.goto("/fr/classement");
        for (let nth = 0; nth < 3; nth++) {
          await page.getByRole("button", { name: "Annuler" }).click();
          await page.locator(".done", { hasText: "Annulé" }).waitFor();
        }
      }));

    for (const colorScheme of ["light", "dark"]) {
      test(`every page is for everyone, ${colorScheme}`, () =>
        visit(site, { colorScheme, javaScriptEnabled: true, viewport: { width: 320, height: 740 } }, async (page) => {
          await comeIn(page, links.shift());
          for (const path of [
            "classement?pile=~fibre",
            "mots-en-contexte?term=fibre&order=left",
            "notes-du-classement",
            "journee-de-classement",
            "deja-dit",
            "relancer-l-analyse",
            "ce-qui-changerait?rung=1",
            "ce-qui-changerait?rung=1&offer=1",
          ]) {
            const answer = await page.goto(`/fr/${path}`);
            assert.deepEqual(await page.evaluate(tooWide), [], path);
            assert.deepEqual(await violations(page), [], path);
            if (path.startsWith("classement")) continue;
            const elements = await page.evaluate(() => document.querySelectorAll("*").length);
            assert.ok(elements <= ELEMENTS && (await answer.body()).length <= BYTES, `${path}: ${elements} elements`);
          }
        }));
    }
  });
}
