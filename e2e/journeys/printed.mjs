// A mediator prints paper forms, keys them by their numbers, and nobody keys one twice.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { visit } from "../site.mjs";
import { comeBack, invited, inviting } from "./enter.mjs";
import { tooWide } from "./reflow.mjs";

const ADMINISTRATOR = "congres@communes.example";
const MEDIATOR = "accueil@nouans.example";

export default function printed(site) {
  describe("what is printed", { skip: !site.folder && "the folder of the site is not known" }, () => {
    before(() => invited(site, ADMINISTRATOR));

    test("a mediator prints twenty sheets and keys two of them by number", () =>
      visit(site, { javaScriptEnabled: true, errors: [422] }, async (page) => {
        await comeBack(site, page, ADMINISTRATOR);
        const link = await inviting(site, page, MEDIATOR, "mediator");
        await page.context().clearCookies();
        await page.goto(link);
        await page.getByRole("button", { name: "Me connecter" }).click();
        await page.getByRole("link", { name: /^Imprimer/ }).click();
        await holds(page, "/fr/imprimer");

        await page.getByLabel("Combien de feuilles").fill("20");
        await page.getByLabel("Où les déposer").fill("Mairie de Nouans");
        await page.getByRole("button", { name: "Numéroter et imprimer" }).click();
        await holds(page, "/fr/imprimer");
        const told = await page.getByRole("status").innerText();
        const [first, last] = told.match(/\d{4}/g);
        assert.equal(Number(last) - Number(first), 19);
        const sheets = await pdf(page, await page.getByRole("link", { name: "Ouvrir le PDF" }).getAttribute("href"));
        assert.equal(sheets.name, `feuilles-${first}-${last}.pdf`);

        for (const sheet of [first, last]) {
          await page.goto(`/fr/saisie?sheet=${sheet}`);
          await key(page, `Feuille ${sheet} : ouvrir la mairie un soir par semaine.`);
          assert.match(await page.locator("main .note[role=status]").innerText(), /est enregistrée/);
        }
        await page.goto(`/fr/saisie?sheet=${first}`);
        await key(page, "La même feuille, une seconde fois.");
        assert.match(await page.getByRole("alert").innerText(), new RegExp(`La feuille ${first} a déjà été saisie, sous le n°\\s\\d+`));
        await holds(page, "/fr/saisie");
        await page.goto("/fr/imprimer");
        assert.match(await page.getByRole("row", { name: new RegExp(first) }).innerText(), /2 sur 20/);

        const slips = await pdf(page, "/fr/reponses?from=1&to=60");
        assert.equal(slips.name, "reponses.pdf");
        assert.equal((await pdf(page, "/fr/affiche")).name, "affiche.pdf");
      }));
  });
}

async function key(page, text) {
  await page.locator("#text").fill(text);
  await page.getByRole("button", { name: "Enregistrer et passer à la suivante" }).click();
}

async function holds(page, path) {
  assert.equal(new URL(page.url()).pathname, path);
  assert.deepEqual(await page.evaluate(tooWide), []);
  assert.deepEqual(await violations(page), [], path);
}

/** Asks for a document as the browser would; its name. */
async function pdf(page, address) {
  const answer = await page.request.get(address);
  assert.equal(answer.headers()["content-type"], "application/pdf");
  assert.equal((await answer.body()).subarray(0, 5).toString(), "%PDF-");
  return { name: answer.headers()["content-disposition"].match(/filename="(.+)"/)[1] };
}
