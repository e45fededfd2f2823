// An administrator begins with a list of people: reads it, imports it, merges a duplicate, invites, plans reminders. One of those invited stops the letters.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { visit } from "../site.mjs";
import { invited, letters, nextLetter } from "./enter.mjs";
import { tooWide } from "./reflow.mjs";

const BOSS = "presidence@nouans.example";
const ROSTER = `Nom de l'élu;Prénom de l'élu;Code sexe;Date de naissance;Libellé de la fonction;Code de la commune;Libellé de la commune;Courriel;Adresse;Code postal;Ville
MOREL;Adèle;F;01/02/1970;Maire;72222;Nouans;adele@nouans.example;;;
Morel;Adele;F;01/02/1970;;72222;Nouans;;Mairie;72260;Nouans
BON;Jean;M;03/04/1960;adjoint;;Saint-Martin;;1 rue Haute;32300;Saint-Martin
`;

export default function roster(site) {
  describe("roster", { skip: !site.folder && "the folder of the site is not known" }, () => {
    test("from a file of people to letters that one click stops", () =>
      visit(site, { javaScriptEnabled: true }, async (page) => {
        const holds = async (path) => {
          assert.equal(new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/, "*"), path);
          assert.deepEqual(await violations(page), [], path);
          await page.setViewportSize({ width: 320, height: 740 });
          assert.deepEqual(await page.evaluate(tooWide), [], path);
          await page.setViewportSize({ width: 1280, height: 800 });
        };
        const said = () => page.locator("main").innerText();
        await page.goto(await invited(site, BOSS));
        await page.getByRole("button", { name: "Me connecter" }).click();
        await page.goto("/fr/membres");
        await page.getByRole("link", { name: "Ajouter des membres depuis un fichier" }).click();
        await holds("/fr/fichier-des-membres");
        await page.getByLabel("Le fichier").setInputFiles({ name: "élus.csv", mimeType: "text/csv", buffer: Buffer.from(ROSTER) });
        await page.getByRole("button", { name: "Lire le fichier" }).click();
        await holds("/fr/fichier-des-membres/*");
        assert.match(await said(), /Code sexe, Date de naissance/);
        await page.getByLabel("Jean BON, Saint-Martin").selectOption("32389");
        await page.getByRole("button", { name: "Ajouter ces 3 personnes" }).click();
        await holds("/fr/fichier-des-membres/*");
        assert.match(await said(), /Nouveaux membres\s+3/);
        await page.getByRole("link", { name: "Doublons possibles" }).click();
        await holds("/fr/doublons");
        await page.getByRole("button", { name: /^Fusionner/ }).click();
        assert.match(await said(), /Aucun doublon/);

        await page.goto("/fr/invitations");
        await holds("/fr/invitations");
        const before = await letters(site);
        await page.getByRole("button", { name: "Envoyer les invitations" }).click();
        const link = await nextLetter(site, before);
        await page.getByRole("link", { name: /^Prévoir les rappels/ }).click();
        await holds("/fr/rappels");
        await page.getByRole("button", { name: /deux rappels d’usage/ }).click();
        // The collection of the demonstration ends in a week: only the reminder of the third day before is still to come.
        assert.equal(await page.getByRole("button", { name: /^Annuler/ }).count(), 1);
        await holds("/fr/rappels");

        const message = await lastLetter(site, before);
        assert.match(message, /List-Unsubscribe-Post: List-Unsubscribe=One-Click/);
        const stop = message.match(/List-Unsubscribe: <(\S+)>/)[1];
        await page.goto(stop);
        await holds("/fr/arreter-les-messages");
        await page.getByRole("button", { name: "Ne plus recevoir ces messages" }).click();
        assert.match(await said(), /C’est fait/);
        await holds("/fr/arreter-les-messages");
        await page.goto(link);
        await page.getByRole("button", { name: "Me connecter" }).click();
        assert.match(await said(), /Adèle MOREL/);
      }));

    test("a code mistyped is told, on a telephone without scripts", () =>
      visit(site, { viewport: { width: 360, height: 740 }, errors: [422] }, async (page) => {
        await page.goto("/fr/connexion");
        await page.getByRole("link", { name: /lettre avec un code/ }).click();
        await page.getByLabel("Code de la lettre").fill("abcde fghjk");
        await page.getByRole("button", { name: "Me connecter" }).click();
        assert.match(await page.locator("main").innerText(), /mal recopié/);
        assert.equal(await page.getByLabel("Code de la lettre").inputValue(), "abcde fghjk");
      }));
  });
}

/** The letter that is not among `before`, as it was written. */
async function lastLetter(site, before) {
  const [name] = (await letters(site)).filter((one) => !before.includes(one));
  return readFile(join(site.folder, "mail/new", name), "utf8");
}
