// Two people code the same ideas, one by keyboard, one without scripts; they compare, settle, and share the piles.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { visit } from "../site.mjs";
import { comeIn, invited, inviting } from "./enter.mjs";
import { tooWide } from "./reflow.mjs";

const BOSS = "codage@nouans.example";

/** Ideas of the sample. */
const MANY = 12;

export default function coding(site) {
  describe("double coding", { skip: !site.folder && "the folder of the site is not known" }, () => {
    const links = {};
    let sample;
    before(() =>
      visit(site, {}, async (page) => {
        await comeIn(page, await invited(site, BOSS, "Lou Petit"));
        const roles = { noor: "knowledge_engineer", milo: "drafter", paule: "knowledge_engineer", rose: "knowledge_engineer" };
        for (const [name, role] of Object.entries(roles)) links[name] = await inviting(site, page, `${name}@codage.example`, role);
      }));

    const coder = (options, journey) => visit(site, { errors: [403, 409, 422], ...options }, journey);

    test("a sample is drawn for two people, and the first codes it by keyboard", () =>
      coder({ javaScriptEnabled: true, viewport: { width: 1280, height: 800 } }, async (page) => {
        await comeIn(page, links.noor);
        await page.goto("/fr/double-codage");
        await page.getByLabel("Nombre d’idées").fill(String(MANY));
        await page.getByRole("button", { name: "Tirer les idées" }).click();
        await page.getByText("Choisissez deux ou trois personnes.").waitFor();
        await page.getByLabel("Nombre d’idées").fill(String(MANY));
        for (const name of ["noor@codage.example", "milo@codage.example"]) await page.getByLabel(name).check();
        await page.getByRole("button", { name: "Tirer les idées" }).click();
        sample = (await page.locator("h2[id^=sample-]").getAttribute("id")).slice("sample-".length);
        await page.getByRole("link", { name: "Coder mes idées" }).click();
        await page.evaluate(() => {
          window.mouse = 0;
          for (const kind of ["mousedown", "pointerdown", "touchstart"]) addEventListener(kind, () => window.mouse++, true);
        });
        const theme = (await page.locator(".book button").first().innerText()).trim();
        for (let nth = 0; nth < MANY; nth++) {
          await page.evaluate(() => (document.getElementById("bench").dataset.old = "yes"));
          if (nth % 4 === 3) await page.keyboard.press("o");
          else {
            await page.keyboard.press("m");
            await page.keyboard.type(nth % 2 ? theme : "t02");
            await page.keyboard.press("Enter");
          }
          await page.locator("#bench:not([data-old])").waitFor();
          assert.match(await page.locator("#said").textContent(), new RegExp(`^${MANY - nth - 1} à coder`));
        }
        assert.equal(await page.evaluate(() => window.mouse), 0);
        await page.getByRole("heading", { name: "C’est fini" }).waitFor();
        await page.keyboard.press("p");
        await page.getByText("Vous avez répondu : Hors sujet").waitFor();
      }));

    test("the second codes it without scripts, on a telephone, and sees nothing of the first", () =>
      coder({ viewport: { width: 320, height: 640 } }, async (page) => {
        await comeIn(page, links.milo);
        await page.getByRole("link", { name: `${MANY} idées à coder` }).click();
        for (let nth = 0; nth < MANY; nth++) {
          assert.equal(await page.locator("[aria-pressed], .code-said").count(), 0);
          if (nth === 0) assert.deepEqual(await page.evaluate(tooWide), []);
          await page.getByRole("button", { name: nth % 3 ? "Hors sujet" : "Aucun thème ne convient" }).click();
        }
        await page.getByRole("heading", { name: "C’est fini" }).waitFor();
        assert.equal((await page.goto("/fr/double-codage")).status(), 403);
      }));

    test("they compare and settle by keyboard, and take it back", () =>
      coder({ javaScriptEnabled: true, viewport: { width: 1280, height: 800 } }, async (page) => {
        await comeIn(page, links.paule);
        await page.goto("/fr/double-codage");
        await page.getByRole("button", { name: "Clore le codage et comparer" }).click();
        await page.waitForURL(`**/fr/double-codage/${sample}`);
        assert.match(await page.locator("main").innerText(), /noor@codage\.example et le moteur/);
        await page.getByRole("link", { name: "Désaccords à trancher" }).click();
        const left = () => page.locator("#bench strong").nth(1).innerText();
        const first = await left();
        const press = async (key) => {
          await page.evaluate(() => (document.getElementById("bench").dataset.old = "yes"));
          await page.keyboard.press(key);
          await page.locator("#bench:not([data-old])").waitFor();
        };
        await press("j");
        await press("2");
        assert.notEqual(await left(), first);
        await press("u");
        assert.equal(await left(), first);
        await page.goto("/fr/classement?pile=disagreements");
        assert.ok((await page.locator("[name=tick]").count()) > 0);
      }));

    test("one takes a pile, the other sees it and who is there", () =>
      coder({ javaScriptEnabled: true, viewport: { width: 1280, height: 800 } }, async (page) => {
        await comeIn(page, links.rose);
        await page.goto("/fr/classement?pile=t01");
        await page.keyboard.press("p");
        await page.getByText("Vous vous en occupez.").waitFor();
        await page.getByRole("link", { name: /^À moi/ }).click();
        await page.getByRole("heading", { name: /^À moi/ }).waitFor();
        await page.getByRole("link", { name: /rose@codage\.example/ }).click();
        await page.getByRole("button", { name: "Je ne m’en occupe plus" }).click();
        await page.getByText("Personne ne s’en occupe encore.").waitFor();
        assert.equal(await page.locator("#others[data-look]").count(), 1);
      }));

    for (const colorScheme of ["light", "dark"]) {
      test(`it is for everyone, ${colorScheme}`, () =>
        coder({ colorScheme, javaScriptEnabled: true, viewport: { width: 320, height: 740 } }, async (page) => {
          await comeIn(page, await another(site, colorScheme));
          await page.goto("/fr/double-codage");
          await page.getByLabel(`${colorScheme}@codage.example`).check();
          await page.getByLabel("milo@codage.example").check();
          await page.getByRole("button", { name: "Tirer les idées" }).click();
          await page.getByRole("link", { name: "Coder mes idées" }).waitFor();
          const code = await page.getByRole("link", { name: "Coder mes idées" }).getAttribute("href");
          const own = ["/fr/double-codage", code, `/fr/double-codage/${sample}`, `/fr/desaccords/${sample}`];
          for (const path of [...own, "/fr/classement?pile=t01", "/fr/mon-espace"]) {
            await page.goto(path);
            for (const fold of await page.locator(".keeper details > summary").all()) await fold.click();
            assert.deepEqual(await page.evaluate(tooWide), [], path);
            assert.deepEqual(await violations(page), [], path);
            const size = await page.evaluate(() => document.querySelectorAll("*").length);
            if (own.includes(path)) assert.ok(size <= 385, `${path}: ${size} elements`);
          }
        }));
    }
  });
}

/** The link of one more engineer, whom an administrator of their own invites. */
async function another(site, name) {
  let link;
  await visit(site, {}, async (page) => {
    await comeIn(page, await invited(site, `${name}.${BOSS}`));
    link = await inviting(site, page, `${name}@codage.example`, "knowledge_engineer");
  });
  return link;
}
