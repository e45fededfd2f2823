// The knowledge engineer classes by keyboard; two of them meet on a theme; one has no script.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { visit } from "../site.mjs";
import { comeIn, invited, inviting } from "./enter.mjs";
import { tooWide } from "./reflow.mjs";

const BOSS = "classement@nouans.example";

/** Ideas classed in one pass. */
const MANY = 200;

export default function curate(site) {
  describe("the bench", { skip: !site.folder && "the folder of the site is not known" }, () => {
    let links;
    before(async () => {
      await visit(site, {}, async (page) => {
        await comeIn(page, await invited(site, BOSS, "Lou Petit"));
        links = [];
        for (const name of ["Noor", "Milo", "Zoe", "Paul"]) links.push(await engineer(site, page, name));
      });
    });

    test(`${MANY} ideas are classed by keyboard, then all is undone`, () =>
      visit(site, { javaScriptEnabled: true, viewport: { width: 1280, height: 800 } }, async (page) => {
        await comeIn(page, links.pop());
        await page.goto("/fr/classement?pile=to-complete");
        await page.evaluate(() => {
          window.mouse = 0;
          for (const kind of ["mousedown", "pointerdown", "touchstart"]) addEventListener(kind, () => window.mouse++, true);
        });
        const seen = () => page.locator("input[name=seen]").first().inputValue().then(Number);
        const press = async (key) => {
          await page.evaluate(() => (document.getElementById("bench").dataset.old = "yes"));
          await page.keyboard.press(key);
          await page.locator("#bench:not([data-old])").waitFor();
        };
        await press("a");
        const first = await hash(page);
        for (let nth = 1; nth < MANY; nth++) {
          if (nth % 20 === 0) {
            await page.keyboard.press("m");
            await page.keyboard.type("t02");
            await press("Enter");
          } else await press(nth % 9 === 0 ? "o" : nth % 11 === 0 ? "e" : nth % 13 === 0 ? "s" : "a");
        }
        assert.equal(await page.evaluate(() => window.mouse), 0);
        const done = await seen();
        assert.equal(done, MANY);
        const last = await hash(page);
        assert.notEqual(last, first);
        for (let nth = 1; nth < MANY; nth++) await press("u");
        assert.equal(await hash(page), first);
        for (let nth = 1; nth < MANY; nth++) await press("r");
        assert.equal(await hash(page), last);
        for (let nth = 0; nth < MANY; nth++) await press("u");
      }));

    test("two people meet on a theme, and nothing of either is lost", () =>
      visit(site, { javaScriptEnabled: true, errors: [409] }, async (one) => {
        await comeIn(one, links.pop());
        await one.goto("/fr/classement?pile=t01");
        await visit(site, { javaScriptEnabled: true, errors: [409] }, async (other) => {
          await comeIn(other, links.pop());
          await other.goto("/fr/classement?pile=t01");
          await rename(one, "Papier d’abord");
          await one.getByRole("heading", { name: /^Papier d’abord/ }).waitFor();
          await rename(other, "Le papier, toujours");
          await other.getByRole("alert").waitFor();
          assert.match(await other.getByRole("alert").innerText(), /est passé avant vous[\s\S]*Papier d’abord/);
          await rename(other, "Le papier, toujours");
          await other.getByRole("heading", { name: /^Le papier, toujours/ }).waitFor();
          await one.reload();
          await one.getByRole("heading", { name: /^Le papier, toujours/ }).waitFor();
          await other.getByRole("button", { name: "Annuler" }).click();
          await other.getByRole("heading", { name: /^Papier d’abord/ }).waitFor();
          await one.getByRole("button", { name: "Annuler" }).click();
          await one.getByRole("heading", { name: /^Le papier/ }).waitFor({ state: "detached" });
        });
      }));

    test("without scripts one keeps, moves, renames and merges", () =>
      visit(site, { viewport: { width: 360, height: 740 } }, async (page) => {
        await comeIn(page, links.pop());
        await page.goto("/fr/classement?pile=doubtful");
        const said = (what) => page.locator(".done", { hasText: what }).waitFor();
        await page.getByRole("button", { name: "Garder ici" }).click();
        await said("gardé");
        await page.getByLabel("Ranger dans").fill("t03");
        await page.getByRole("button", { name: "Ranger", exact: true }).click();
        await said("→");
        await page.goto("/fr/classement?pile=t03");
        await page.getByText("Ce thème").click();
        await page.getByLabel("Nom", { exact: true }).fill("Un nom à soi");
        await page.getByRole("button", { name: "Renommer" }).click();
        await said("Un nom à soi");
        await page.getByText("Ce thème").click();
        await page.getByLabel("Autre thème").fill("t04");
        await page.getByRole("button", { name: "Fusionner avec lui" }).click();
        await said("fusionnés");
        for (let nth = 0; nth < 4; nth++) {
          await page.getByRole("button", { name: "Annuler" }).click();
          await said("Annulé");
        }
        assert.deepEqual(await page.evaluate(tooWide), []);
      }));

    for (const colorScheme of ["light", "dark"]) {
      test(`it is for everyone, ${colorScheme}`, () =>
        visit(site, { colorScheme, javaScriptEnabled: true, viewport: { width: 320, height: 740 }, errors: [409] }, async (page) => {
          await comeIn(page, await again(site, colorScheme));
          for (const pile of ["to-sort", "t01", "p01"]) {
            await page.goto(`/fr/classement?pile=${pile}`);
            await page.evaluate(() => document.querySelectorAll("#bench details").forEach((fold) => (fold.open = true)));
            assert.deepEqual(await page.evaluate(tooWide), [], pile);
            assert.deepEqual(await violations(page), [], pile);
          }
          await page.getByRole("button", { name: "Annuler" }).isDisabled();
          await page.keyboard.press("m");
          await page.keyboard.type("un thème que personne n’a");
          await page.keyboard.press("Enter");
          await page.getByRole("alert").waitFor();
          assert.deepEqual(await violations(page), []);
          for (const path of ["publier-le-classement", "classement-des-themes", "sans-proposition", "relancer-l-analyse"]) {
            await page.goto(`/fr/${path}`);
            assert.deepEqual(await page.evaluate(tooWide), [], path);
            assert.deepEqual(await violations(page), [], path);
          }
        }));
    }
  });
}

/** The link of an engineer whom the administrator, who is in, invites. */
function engineer(site, page, name) {
  return inviting(site, page, `${name.toLowerCase()}@classement.example`, "knowledge_engineer");
}

/** The link of one more engineer, whom the administrator invites by a session of their own. */
async function again(site, name) {
  let link;
  await visit(site, {}, async (page) => {
    await comeIn(page, await invited(site, `${name}.${BOSS}`, name));
    link = await engineer(site, page, name);
  });
  return link;
}

/** The hash of the state, as the page of publication tells it; read aside, the bench stays where it is. */
async function hash(page) {
  return page.evaluate(async () => {
    const text = await (await fetch("/fr/publier-le-classement")).text();
    return text.match(/<code>([0-9a-f]{64})<\/code>/)[1];
  });
}

async function rename(page, name) {
  const fold = page.locator("details.head:not([open]) > summary");
  if (await fold.count()) await fold.click();
  await page.getByLabel("Nom", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Renommer" }).click();
}
