// The map of the ideas, its pictures; the screen of a room that follows who classes; questions put in another order.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { visit } from "../site.mjs";
import { comeIn, invited, inviting } from "./enter.mjs";
import { tooWide } from "./reflow.mjs";

const BOSS = "salle@nouans.example";

/** What every PNG begins with. */
const PNG = [0x89, 0x50, 0x4e, 0x47];

/** How long the screen of a room may take to follow, in milliseconds: it asks every ten seconds. */
const FOLLOWS = 15_000;

export default function maps(site) {
  describe("the map of the ideas", () => {
    test("every zone is in the table and leads to its theme, by keyboard and without script", () =>
      visit(site, {}, async (page) => {
        await page.goto("/fr/carte-des-idees");
        const zones = await page.locator("svg.map a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
        const rows = await page.locator("tbody th a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
        assert.ok(zones.length > 5);
        assert.deepEqual(zones, rows);
        await page.locator("svg.map a").first().focus();
        await Promise.all([page.waitForURL(`**${zones[0]}`), page.keyboard.press("Enter")]);
        assert.match(await page.locator("h1").innerText(), /\S/);
      }));

    test("pictures are pictures, the same each time", async () => {
      for (const name of ["mindmap", "mindmap-radial", "ideas-map"]) {
        const asked = async () => new Uint8Array(await (await fetch(`${site.address}/data/${name}.png`)).arrayBuffer());
        const [one, other] = [await asked(), await asked()];
        assert.deepEqual([...one.slice(0, 4)], PNG, name);
        assert.deepEqual(one, other, name);
      }
    });

    for (const colorScheme of ["light", "dark"]) {
      test(`maps and screens are for everyone, ${colorScheme}`, () =>
        visit(site, { colorScheme, javaScriptEnabled: true, viewport: { width: 320, height: 740 } }, async (page) => {
          for (const path of ["carte-des-idees", "ecran", "ecran?show=funnel", "ecran?show=map", "ecran?show=ideas"]) {
            await page.goto(`/fr/${path}`);
            assert.deepEqual(await page.evaluate(tooWide), [], path);
            assert.deepEqual(await violations(page), [], path);
          }
        }));
    }
  });

  describe("the room", { skip: !site.folder && "the folder of the site is not known" }, () => {
    let links;
    before(() =>
      visit(site, {}, async (page) => {
        await comeIn(page, await invited(site, BOSS, "Camille Petit"));
        links = [];
        for (const name of ["ecran", "pupitre"]) links.push(await inviting(site, page, `${name}@salle.example`, "knowledge_engineer"));
      }));

    test("what is being classed is not for the public", () =>
      visit(site, {}, async (page) => {
        await page.goto("/fr/ecran-du-classement");
        assert.match(page.url(), /\/fr\/connexion$/);
      }));

    test("the screen follows who classes, and questions go up and down", () =>
      visit(site, { javaScriptEnabled: true, viewport: { width: 1280, height: 720 } }, async (screen) => {
        await comeIn(screen, links.shift());
        await screen.goto("/fr/ecran-du-classement");
        assert.deepEqual(await violations(screen), []);
        const told = () => screen.locator("#live .sum span").innerText();
        const gestures = Number.parseInt(await told(), 10);
        await visit(site, {}, async (page) => {
          await comeIn(page, links.shift());
          await page.goto("/fr/classement-des-themes");
          const questions = () => page.locator("section h2[lang=fr]").allInnerTexts();
          const order = await questions();
          await page.getByRole("button", { name: `Descendre « ${order[0]} »` }).click();
          await page.locator(".done", { hasText: "Question déplacée" }).waitFor();
          assert.deepEqual(await questions(), [order[1], order[0], ...order.slice(2)]);
          await screen.waitForFunction((before) => Number.parseInt(document.querySelector("#live .sum span").textContent, 10) === before + 1, gestures, { timeout: FOLLOWS });
          await page.getByRole("button", { name: "Annuler" }).click();
          await page.locator(".done", { hasText: "Annulé" }).waitFor();
          assert.deepEqual(await questions(), order);
        });
        // A line that is cut is told, and what was received stays.
        await screen.route("**/ecran-du-classement", (route) => route.abort());
        await screen.locator("#lost").waitFor({ timeout: FOLLOWS });
        assert.ok((await screen.locator("#live svg").count()) > 0);
      }));
  });
}
