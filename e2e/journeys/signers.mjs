// Several sign one contribution: with and without a script, and each one answers for themselves.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { visit } from "../site.mjs";
import { comeIn, invited, letters, nextLetter } from "./enter.mjs";
import { told } from "./names.mjs";

const TEXT = "Partager un technicien du numérique entre trois communes voisines.";
const PHONE = { viewport: { width: 360, height: 700 } };
const WITH_SCRIPT = { javaScriptEnabled: true };

export default function signers(site) {
  describe("several sign", () => {
    test("without a script, on a telephone: rows, more rows, and nothing typed is lost", () =>
      visit(site, { ...PHONE, errors: [422] }, async (page) => {
        await begin(page, "Anne Le Goff, maire");
        await row(page, 1, { name: "Bruno Petit", territory: "Mayenne" });
        await row(page, 3, { name: "Chloé Roy", function: "adjointe" });
        await page.locator("button[name=more]").click();
        assert.equal(await page.locator("details.signers[open] > fieldset").count(), 6);
        assert.equal(await page.locator("#text").inputValue(), TEXT);
        assert.equal(await page.locator("#signer-3-function").inputValue(), "adjointe");
        await row(page, 6, { email: "denis@commune" }); // which browsers let pass
        await page.locator("form.write button.action").click();
        for (const place of ["signer-1-which", "signer-6-name", "signer-6-email"]) {
          await page.locator(`[role=alert] a[href='#${place}']`).waitFor();
        }
        assert.ok(await narrow(page));
        await page.locator("input[name=signer-1-which][value='53147']").check();
        await row(page, 6, { name: "Denis Faure", email: "" });
        await page.locator("form.write button.action").click();
        await page.waitForURL(/recepisse/);
        assert.match(await page.locator("main").innerText(), /Bruno Petit, Mayenne\s: n’a pas reçu de message/);
        await page.locator("main a[href*='/fr/contributions/']").first().click();
        assert.match(await page.locator("main").innerText(), /Signée par 4 personnes/);
        assert.doesNotMatch(await page.content(), /Bruno Petit|Le Goff/);
      }));

    test("the rows, with their mistakes, are accessible", () =>
      visit(site, { ...WITH_SCRIPT, errors: [422] }, async (page) => {
        await begin(page, "");
        assert.deepEqual(await violations(page), []);
        await row(page, 1, { territory: "Mayenne", email: "non" });
        await page.evaluate(() => (document.querySelector("form.write").noValidate = true));
        await page.locator("form.write button.action").click();
        await page.locator("[role=alert]").waitFor();
        assert.deepEqual(await violations(page), []);
      }));

    test("with a script, rows come without leaving the page, and without a network", () =>
      visit(site, WITH_SCRIPT, async (page) => {
        await begin(page, "Zoé Martin, maire");
        await page.context().setOffline(true);
        await page.locator("button[name=more]").click();
        assert.ok(await page.locator("#signer-4-name").evaluate((field) => field === document.activeElement));
        for (let more = 0; more < 6; more++) if (await page.locator("button[name=more]").isVisible()) await page.locator("button[name=more]").click();
        assert.equal(await page.locator("details.signers > fieldset").count(), 20);
        assert.equal(await page.locator("details.signers > fieldset legend").last().innerText(), "Signataire 20");
        await page.context().setOffline(false);
        await row(page, 20, { name: "Yves Noir" });
        await page.locator("#signer-20-territory").pressSequentially("Noua");
        await page.locator("#signer-20-territory-list [role=option]").first().waitFor();
        assert.deepEqual(await violations(page), []);
        await page.locator("#signer-20-territory").press("Escape");
        await page.locator("#signer-20-territory").press("Enter");
        await page.waitForURL(/recepisse/);
        assert.match(await page.locator("main").innerText(), /Yves Noir/, "Enter sends, it does not ask for rows");
      }));

    test("whoever is cited answers by the link of their letter, and changes their mind", () =>
      visit(site, { errors: [410] }, async (page) => {
        await begin(page, "Anne Le Goff, maire");
        await row(page, 1, { name: "Bruno Petit", function: "maire", territory: "Agen", email: "bruno@agen.example" });
        const known = await letters(site);
        await page.locator("form.write button.action").click();
        await page.waitForURL(/recepisse/);
        const receipt = page.url();
        const link = await nextLetter(site, known);
        await page.goto(link);
        assert.match(await page.locator("h1").innerText(), /cité comme signataire/);
        assert.match(await page.locator("blockquote").innerText(), /technicien/);
        await page.getByRole("button", { name: "Je signe, et mon nom peut paraître" }).click();
        assert.match(await page.locator("[role=status]").innerText(), /confirmée/);
        await page.goto(receipt);
        await page.locator("main a[href*='/fr/contributions/']").first().click();
        const contribution = page.url();
        assert.match(await page.locator("main").innerText(), /Signée par Bruno Petit, maire, Agen, et un autre signataire/);
        await page.goto(link);
        await page.getByRole("button", { name: "sans que mon nom paraisse" }).click();
        await page.goto(contribution);
        assert.doesNotMatch(await page.content(), /Bruno/);
        await page.goto(link);
        await page.getByRole("button", { name: "Je n’ai pas signé" }).click();
        assert.match(await page.locator("[role=status]").innerText(), /effacé/);
        await page.goto(receipt);
        assert.match(await page.locator("main").innerText(), /a répondu ne pas avoir signé/);
        await page.goto(link);
        assert.match(await page.locator("main").innerText(), /ne mène plus à aucune signature/);
      }));

    test("the page of the link is accessible, before and after an answer", () =>
      visit(site, { ...WITH_SCRIPT, ...PHONE }, async (page) => {
        await begin(page, "Anne Le Goff, maire");
        await row(page, 1, { name: "Éva Lune", email: "eva@lune.example" });
        const known = await letters(site);
        await page.locator("form.write button.action").click();
        await page.waitForURL(/recepisse/);
        assert.deepEqual(await violations(page), []);
        await page.goto(await nextLetter(site, known));
        assert.ok(await narrow(page));
        assert.deepEqual(await violations(page), []);
        await page.getByRole("button", { name: "sans que mon nom paraisse" }).click();
        assert.deepEqual(await violations(page), []);
      }));

    for (const colorScheme of ["light", "dark"]) {
      test(`the staff sees who agreed and sends the link again, ${colorScheme}`, { skip: !site.folder && "the folder of the site is not known" }, () =>
        visit(site, { ...WITH_SCRIPT, ...PHONE, colorScheme, errors: [422] }, async (page) => {
          await begin(page, "Anne Le Goff, maire");
          const name = `Rose ${colorScheme}`;
          await row(page, 1, { name, email: `rose.${colorScheme}@agen.example` });
          await page.locator("form.write button.action").click();
          await page.waitForURL(/recepisse/);
          await comeIn(page, await invited(site, `signataires.${colorScheme}@nouans.example`));
          await page.getByRole("link", { name: "Signataires à plusieurs" }).click();
          const asked = page.getByRole("listitem").filter({ hasText: name });
          assert.match(await asked.innerText(), /n’a pas encore répondu/);
          await asked.getByRole("button").click();
          await page.getByRole("alert").waitFor();
          assert.ok(await narrow(page));
          assert.deepEqual(await violations(page), []);
          assert.deepEqual(await told(page), []);
          const known = await letters(site);
          await asked.getByLabel(`Adresse électronique de ${name}`).fill(`rose.${colorScheme}@agen.example`);
          await asked.getByRole("button").click();
          await page.getByRole("status").filter({ hasText: "Le lien est parti." }).waitFor();
          await page.goto(await nextLetter(site, known));
          await page.getByRole("button", { name: "Je signe, et mon nom peut paraître" }).click();
          await page.goto("/fr/signataires");
          assert.match(await asked.innerText(), /son nom paraît/);
          assert.deepEqual(await violations(page), []);
        }));
    }
  });
}

/** The form, its rows unfolded. */
async function begin(page, author) {
  await page.goto("/fr/contribuer");
  await page.locator("#text").fill(TEXT);
  await page.locator("#author").fill(author);
  await page.locator("details.signers summary").click();
}

async function row(page, nth, parts) {
  for (const [part, value] of Object.entries(parts)) await page.locator(`#signer-${nth}-${part}`).fill(value);
}

/** Whether nothing is wider than the window. */
function narrow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
}
