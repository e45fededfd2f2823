// The motion: read by everyone down to the contributions, written by forms, frozen, adopted, published.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { visit } from "../site.mjs";
import { comeIn, invited } from "./enter.mjs";
import { tooWide } from "./reflow.mjs";

const PHONE = { viewport: { width: 360, height: 700 } };
const WORDS = "Doter chaque canton d’un accueil numérique ouvert le samedi.";

export default function motion(site) {
  describe("the motion", { skip: !site.folder && "the folder of the site is not known" }, () => {
    let links;
    before(async () => {
      links = [];
      for (const who of ["alma", "basile"]) links.push(await invited(site, `${who}@nouans.example`, who === "alma" ? "Alma Ruiz" : "Basile Roux"));
    });

    test("a reader goes from the home page to the words behind a clause, and back", () =>
      visit(site, PHONE, async (page) => {
        await page.goto("/fr");
        await page.getByRole("link", { name: "Lire la motion" }).click();
        assert.match(await page.locator("main").innerText(), /Adoptée le .* pour, .* contre/s);
        assert.deepEqual(await page.evaluate(tooWide), []);
        const clause = page.locator(".clauses > li").first();
        const id = await clause.getAttribute("id");
        await clause.locator("a.meta").click();
        await page.waitForURL(new RegExp(`/fr/motion/${id}$`));
        assert.ok((await page.locator("figure.source mark").count()) > 0);
        await page.locator("figure.source figcaption a").first().click();
        await page.locator(`main a[href='/fr/motion/${id}']`).click();
        await page.waitForURL(new RegExp(`/fr/motion/${id}$`));
      }));

    test("a drafter writes, cuts, compares, freezes and publishes, without a script", () =>
      visit(site, { ...PHONE, errors: [409, 422] }, async (page) => {
        await comeIn(page, links.shift());
        await page.goto("/fr/atelier");
        assert.deepEqual(await page.evaluate(tooWide), []);
        const id = await page.locator(".clauses > li").first().getAttribute("id");
        await page.locator(`#${id} p.meta a`).click();
        const other = await page.context().newPage();
        await other.goto(page.url());
        await page.locator("#words").fill(`${WORDS} Former les agents qui y travaillent.`);
        await page.getByRole("button", { name: "Enregistrer l’énoncé" }).click();
        assert.match(await page.locator("#words").inputValue(), /ouvert le samedi/);
        await other.locator("#words").fill("Autre chose.");
        await other.getByRole("button", { name: "Enregistrer l’énoncé" }).click();
        assert.match(await other.locator("[role=alert]").innerText(), /Quelqu’un a modifié/);
        assert.equal(await other.locator("#words").inputValue(), "Autre chose.");
        await page.getByRole("button", { name: "Couper", exact: true }).click();
        assert.equal(await page.locator("#words").inputValue(), WORDS);
        await page.locator("#body").fill("Qui paie ?");
        await page.getByRole("button", { name: "Envoyer la remarque" }).click();
        assert.match(await page.locator(".said").innerText(), /Alma Ruiz.*Qui paie/s);
        assert.deepEqual(await page.evaluate(tooWide), []);
        await page.goto("/fr/versions-de-la-motion");
        await page.getByRole("button", { name: "Figer le texte" }).click();
        await page.getByRole("link", { name: "Voir ce qui a changé à l’état 2" }).click();
        assert.ok((await page.locator("ins").count()) > 0 && (await page.locator("del").count()) > 0);
        await page.goto("/fr/versions-de-la-motion");
        await page.locator("#favour").fill("120");
        await page.locator("#against").fill("");
        await page.getByRole("button", { name: "Enregistrer l’adoption" }).click();
        assert.match(await page.locator("[role=alert]").innerText(), /trois nombres/);
        await adopts(page, { day: "2026-10-06", favour: "120", against: "4", abstentions: "6" });
        await page.goto("/fr/motion");
        assert.match(await page.locator("main").innerText(), /120 pour, 4 contre/);
        assert.ok((await page.locator("main").innerText()).includes(WORDS));
      }));

    test("a text written elsewhere is shown, accepted, and taken back", () =>
      visit(site, { ...PHONE, errors: [422] }, async (page) => {
        await comeIn(page, await invited(site, "carole@nouans.example", "Carole Petit"));
        const whole = await (await page.request.get("/motion/projet/motion.docx")).body();
        const give = async (name, buffer) => {
          await page.goto("/fr/atelier");
          await page.getByRole("link", { name: "Importer un texte" }).click();
          await page.locator("#document").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
          await page.getByRole("button", { name: "Lire ce document" }).click();
          assert.deepEqual(await page.evaluate(tooWide), []);
        };
        await give("plan.pdf", Buffer.from("%PDF-1.7"));
        assert.match(await page.locator("[role=alert]").innerText(), /ni un DOCX/);
        await give("motion.docx", whole);
        const becomes = await page.locator("section[aria-labelledby=becomes]").innerText();
        assert.match(becomes, /inchangés gardent leur identité/);
        assert.doesNotMatch(becomes, /retiré|nouveau/);
        await give("texte.md", Buffer.from("# Motion\n\n## Axe 1 – Les arbres\n\n1. Planter des *arbres*.\n"));
        assert.match(await page.locator("main").innerText(), /1 énoncé nouveau, sans source/);
        await page.getByRole("button", { name: "Accepter ce texte" }).click();
        await page.waitForURL("**/fr/atelier");
        assert.match(await page.locator(".clauses").innerText(), /Planter des arbres/);
        await page.goto("/fr/versions-de-la-motion");
        assert.match(await page.locator("main").innerText(), /Avant l’import de texte.md/);
        await page.getByRole("button", { name: /Revenir à cet état : état/ }).first().click();
        await page.goto("/fr/atelier");
        assert.doesNotMatch(await page.locator("main").innerText(), /Planter des arbres/);
      }));

    test("its pages are accessible", () =>
      visit(site, { javaScriptEnabled: true }, async (page) => {
        await comeIn(page, links.shift());
        await page.goto("/fr/atelier");
        await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
        assert.deepEqual(await violations(page), []);
        const id = await page.locator(".clauses > li").first().getAttribute("id");
        for (const address of [`/fr/atelier/${id}`, "/fr/importer-un-texte", "/fr/versions-de-la-motion", "/fr/comparer-les-versions?from=1&to=2", "/fr/motion", `/fr/motion/${id}`]) {
          await page.goto(address);
          assert.deepEqual(await violations(page), [], address);
        }
      }));
  });
}

/** The version that is frozen is adopted by these votes, and published. */
export async function adopts(page, fields) {
  for (const [field, value] of Object.entries(fields)) await page.locator(`#${field}`).fill(value);
  await page.getByRole("button", { name: "Enregistrer l’adoption" }).click();
  await page.getByRole("button", { name: /Publier la version/ }).click();
}
