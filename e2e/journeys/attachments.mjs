// Documents beside a contribution: chosen, refused, read, given back, published, taken back; with a script and without, on a telephone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { odt, pdf, photo } from "../files/documents.mjs";
import { visit } from "../site.mjs";
import { tooWide } from "./reflow.mjs";

const TELEPHONE = { viewport: { width: 360, height: 740 } };
const PLAN = { name: "Plan d’été.pdf", mimeType: "application/pdf", buffer: pdf(["Rouvrir la poste le samedi matin,", "comme avant."]) };
const PROGRAM = { name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ\x90\0") };
const PHOTO = { name: "IMG_2041.jpg", mimeType: "image/jpeg", buffer: photo() };

export default function attachments(site) {
  describe("attachments", () => {
    for (const javaScriptEnabled of [false, true]) {
      const scripts = `${javaScriptEnabled ? "with" : "without"} scripts`;

      test(`a refused document loses nothing; the others are sent and given back, ${scripts}`, () =>
        visit(site, { ...TELEPHONE, javaScriptEnabled, errors: [422] }, async (page) => {
          await page.goto("/fr/contribuer");
          await page.locator("#text").fill(`Voir le plan joint, ${scripts}.`);
          await page.locator("#author").fill("Zoé Martin, adjointe");
          await choose(page, [PLAN, PROGRAM, PHOTO]);
          await page.locator("form.write button.action").click();
          await page.locator("[role=alert] a[href='#documents']").waitFor();
          await sound(page, javaScriptEnabled);
          assert.match(await page.locator("[role=alert]").innerText(), /plan\.pdf.*n’est ni un PDF/);
          assert.match(await page.locator("#text").inputValue(), /^Voir le plan joint/);
          assert.equal(await page.locator("#author").inputValue(), "Zoé Martin, adjointe");
          assert.match(await page.locator("details.documents").innerText(), /Plan d’été\.pdf\s+PDF, [\d,]+\s(ko|octets)/);
          await page.locator("form.write button.action").click();
          await page.waitForURL(/recepisse/);
          await sound(page, javaScriptEnabled);
          const plan = await given(page, "Plan d’été.pdf");
          const picture = await given(page, "IMG_2041.jpg");
          assert.deepEqual(plan, PLAN.buffer, "as it was given");
          assert.ok(PHOTO.buffer.includes("TELEPHONE") && !picture.includes("TELEPHONE"), "nothing of what took it");
          await page.getByRole("link", { name: "Voir la page de ma contribution" }).click();
          const main = await page.locator("main").innerText();
          assert.match(main, /2 documents joints ne sont pas publiés/);
          assert.doesNotMatch(main, /Plan d’été/);
          await sound(page, javaScriptEnabled);
        }));

      test(`the words of a document fill an empty text, to be read before they leave, ${scripts}`, () =>
        visit(site, { ...TELEPHONE, javaScriptEnabled }, async (page) => {
          await page.goto("/fr/contribuer");
          await choose(page, [PLAN]);
          if (javaScriptEnabled) await page.locator("form.write button.action").click();
          else await page.getByRole("button", { name: "Joindre et lire" }).click();
          await page.getByText("Le texte du formulaire vient de").waitFor();
          await sound(page, javaScriptEnabled);
          assert.equal(await page.locator("#text").inputValue(), "Rouvrir la poste le samedi matin, comme avant.");
          await page.locator("#text").fill(`Rouvrir la poste le samedi matin. ${scripts}`);
          await page.locator("form.write button.action").click();
          await page.waitForURL(/recepisse/);
          await page.getByText("Lire le texte de").click();
          assert.match(await page.locator(".attachments").innerText(), /comme avant/);
          await sound(page, javaScriptEnabled);
        }));

      test(`an author publishes a document, replaces it, takes it back, ${scripts}`, () =>
        visit(site, { ...TELEPHONE, javaScriptEnabled, errors: [404] }, async (page) => {
          await page.goto("/fr/contribuer");
          await page.locator("#text").fill(`Une note suit, ${scripts}.`);
          const note = { name: "note.odt", mimeType: "application/octet-stream", buffer: odt(["Un bus le samedi."]) };
          await choose(page, [note]);
          await page.getByLabel("Publier aussi ces documents").check();
          await page.locator("form.write button.action").click();
          await page.waitForURL(/recepisse/);
          const receipt = page.url();
          await page.getByRole("link", { name: "Voir la page de ma contribution" }).click();
          const contribution = page.url();
          assert.match(await page.locator("main").innerText(), /note\.odt ODT, /);
          const published = await page.getByRole("link", { name: "note.odt" }).getAttribute("href");
          assert.equal((await page.request.get(published)).status(), 200);
          await sound(page, javaScriptEnabled);

          await page.goto(receipt);
          assert.match(await page.locator(".attachments").innerText(), /ODT, .*, publié/);
          await page.getByRole("link", { name: "Modifier mon texte" }).click();
          await page.getByLabel("Retirer «").check();
          await page.locator("#documents").setInputFiles([PLAN]);
          await sound(page, javaScriptEnabled);
          await page.getByRole("button", { name: "Remplacer mon texte" }).click();
          await page.waitForURL(/recepisse/);
          const main = await page.locator("main").innerText();
          assert.ok(/Plan d’été\.pdf/.test(main) && !/note\.odt/.test(main));
          assert.equal((await page.request.get(published)).status(), 404);
          await page.goto(contribution);
          assert.match(await page.locator("main").innerText(), /Un document joint n’est pas publié/);
        }));
    }

    test("without a network the document is said not to wait, and the text stays", () =>
      visit(site, { javaScriptEnabled: true }, async (page) => {
        await page.goto("/fr/contribuer");
        await page.locator("#text").fill("Un texte avec un plan, hors ligne.");
        await choose(page, [PLAN]);
        await page.context().setOffline(true);
        await page.locator("form.write button.action").click();
        await page.getByText("Un document ne peut pas attendre sur cet appareil").waitFor();
        assert.equal(await page.locator("#text").inputValue(), "Un texte avec un plan, hors ligne.");
        await page.context().setOffline(false);
        await page.locator("form.write button.action").click();
        await page.waitForURL(/recepisse/);
        assert.match(await page.locator("main").innerText(), /Plan d’été\.pdf/);
      }));

    test("what is kept as one writes sends no document", () =>
      visit(site, { javaScriptEnabled: true }, async (page) => {
        await page.goto("/fr/contribuer");
        await choose(page, [PLAN]);
        const kept = page.waitForRequest(/brouillon/);
        await page.locator("#text").fill("Un texte qui s’écrit.");
        const sent = (await kept).postData() ?? "";
        assert.ok(sent.includes("text=Un+texte") && !sent.includes("documents") && !sent.includes("PDF"), sent);
      }));
  });
}

/** Unfolds the part of the form where documents are chosen, and chooses. */
async function choose(page, files) {
  const part = page.locator("details.documents");
  if (!(await part.evaluate((details) => details.open))) await part.locator("summary").click();
  await page.locator("#documents").setInputFiles(files);
}

/** What a link of the page downloads. */
async function given(page, name) {
  const waiting = page.waitForEvent("download", (download) => download.suggestedFilename() === name);
  await page.getByRole("link", { name }).click();
  return readFile(await (await waiting).path());
}

/** Nothing wider than the window, nothing wrong for a screen reader. */
async function sound(page, scripts) {
  assert.deepEqual(await page.evaluate(tooWide), []);
  if (scripts) assert.deepEqual(await violations(page), []);
}
