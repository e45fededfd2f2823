// A mayor comes in by the link of a letter, on a telephone; sees where they are signed in; goes out.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { visit } from "../site.mjs";
import { comeBack, invited, letters, nextLetter } from "./enter.mjs";
import { tooWide } from "./reflow.mjs";

const MAYOR = "mairie@nouans.example";
const FACILITATOR = "mediatheque@nouans.example";
const TELEPHONE = { viewport: { width: 360, height: 740 } };

export default function people(site) {
  describe("people", { skip: !site.folder && "the folder of the site is not known" }, () => {
    before(() => invited(site, MAYOR, "Ada Morel"));

    for (const javaScriptEnabled of [false, true]) {
      test(`a mayor comes in by a link, ${javaScriptEnabled ? "with" : "without"} scripts`, () =>
        visit(site, { ...TELEPHONE, javaScriptEnabled, errors: [410] }, async (page) => {
          const holds = async (path) => {
            assert.equal(new URL(page.url()).pathname, path);
            assert.deepEqual(await page.evaluate(tooWide), []);
            if (javaScriptEnabled) assert.deepEqual(await violations(page), [], path);
          };
          await page.goto("/fr");
          await page.getByRole("link", { name: "Mon espace" }).click();
          await holds("/fr/connexion");
          const before = await letters(site);
          await page.getByLabel("Votre adresse électronique").fill(MAYOR);
          await page.getByRole("button", { name: "Recevoir un lien" }).click();
          await holds("/fr/lien-envoye");
          const link = await nextLetter(site, before);
          await page.goto(link);
          await holds("/fr/entrer");
          await page.getByRole("button", { name: "Me connecter" }).click();
          await holds("/fr/mon-espace");
          assert.match(await page.locator("main").innerText(), /Ada Morel[\s\S]*mairie@nouans\.example[\s\S]*Cet appareil/);
          await page.getByRole("link", { name: /^Membres de l’édition/ }).click();
          await holds("/fr/membres");
          await page.getByRole("link", { name: "Ada Morel" }).click();
          assert.ok(await page.getByLabel("Administratrice ou administrateur").isChecked());
          await page.goto("/fr/mon-espace");
          await page.getByRole("button", { name: "Me déconnecter" }).click();
          await holds("/fr/connexion");
          await page.goto("/fr/mon-espace");
          await holds("/fr/connexion");
          await page.goto(link);
          assert.match(await page.locator("main").innerText(), /ne s’ouvre plus/);
        }));
    }
  });
}

/** Twenty paper forms, one after the other, and no mouse. */
export function keying(site) {
  describe("keying", { skip: !site.folder && "the folder of the site is not known" }, () => {
    before(async () => {
      for (const who of [MAYOR, FACILITATOR]) await invited(site, who);
    });

    test("a mediator keys twenty paper forms by keyboard only", () =>
      visit(site, { javaScriptEnabled: true }, async (page) => {
        await page.goto("/fr/connexion");
        const known = await letters(site);
        await page.getByLabel("Votre adresse électronique").fill(MAYOR);
        await page.keyboard.press("Enter");
        await page.waitForURL("**/fr/lien-envoye");
        await page.goto(await nextLetter(site, known));
        await page.getByRole("button", { name: "Me connecter" }).press("Enter");
        await page.waitForURL("**/fr/mon-espace");
        await page.getByRole("link", { name: /^Saisir une contribution/ }).press("Enter");
        await page.waitForURL("**/fr/saisie");
        assert.deepEqual(await violations(page), []);
        await page.locator("#channel").focus();
        const numbers = new Set();
        for (let form = 1; form <= 20; form += 1) {
          await page.locator("#text").focus();
          await page.keyboard.type(`Formulaire ${form} : ouvrir la mairie un soir par semaine.`);
          await page.keyboard.press("Tab");
          await page.keyboard.type("Jean Bon, retraité");
          await page.keyboard.press("Enter");
          await page.waitForFunction((seen) => !seen.includes(document.querySelector("main .note[role=status]")?.textContent), [...numbers]);
          numbers.add(await page.locator("main .note[role=status]").textContent());
          assert.equal(await page.locator("#channel").inputValue(), "paper");
        }
        assert.equal(numbers.size, 20);
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(await page.evaluate(tooWide), []);
      }));

    test("a workshop is entered at once, read, then kept", () =>
      visit(site, { ...TELEPHONE, javaScriptEnabled: true, errors: [422] }, async (page) => {
        await comeBack(site, page, FACILITATOR);
        await page.getByRole("link", { name: "Saisir une rencontre" }).click();
        assert.deepEqual(await violations(page), []);
        await page.getByLabel("Nom de la rencontre").fill("Café numérique");
        await page.getByLabel("Date").fill("31/02/2026");
        await page.getByLabel("Personnes présentes").fill("14");
        await page.getByLabel("Ce qui s’est dit").fill("Prêter des tablettes à la médiathèque.\n\nUn accueil le samedi.");
        await page.getByRole("button", { name: /^Relire/ }).click();
        assert.match(await page.locator("[role=alert]").innerText(), /ce jour n’existe pas/);
        assert.deepEqual(await violations(page), []);
        await page.getByLabel("Date").fill("12/09/2026");
        await page.getByRole("button", { name: /^Relire/ }).click();
        assert.equal(await page.locator("main ol li").count(), 2);
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(await page.evaluate(tooWide), []);
        await page.getByRole("button", { name: "Enregistrer ces 2 contributions" }).click();
        const [, last] = (await page.locator("main .note[role=status]").innerText()).match(/à (\d+)/);
        await page.goto(`/fr/contributions/${last}`);
        assert.match(await page.locator("main").innerText(), /atelier.*Café numérique.*14 personnes présentes/);
      }));
  });
}
