// A knowledge engineer brings in an export of Decidim, without scripts; brings it in again, and nothing is doubled.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { root, visit } from "../site.mjs";
import { comeIn, invited, inviting } from "./enter.mjs";
import { tooWide } from "./reflow.mjs";

const ADMINISTRATOR = "import@nouans.example";

export default function importing(site) {
  describe("importing", { skip: !site.folder && "the folder of the site is not known" }, () => {
    const links = [];
    before(async () => {
      await visit(site, {}, async (page) => {
        await comeIn(page, await invited(site, ADMINISTRATOR));
        for (const engineer of ["ines", "ivan", "iris", "igor"])
          links.push(await inviting(site, page, `${engineer}@nouans.example`, "knowledge_engineer"));
      });
    });

    for (const width of [1280, 360]) {
      test(`an export of Decidim comes in once, ${width} pixels wide, without scripts`, () =>
        visit(site, { viewport: { width, height: 800 } }, async (page) => {
          await comeIn(page, links.pop());
          await page.getByRole("link", { name: "Importer un fichier de contributions" }).click();
          const file = { name: "proposals.csv", mimeType: "text/csv", buffer: await proposals(`congres-${width}.exemple.fr`) };
          const first = await through(page, file);
          assert.match(first.trial, /À importer\s+9 \(dont 1 changée\)/);
          assert.match(first.report, /9 contributions sont entrées/);
          const second = await through(page, file);
          assert.match(second.trial, /À importer\s+0[\s\S]*Déjà là\s+9/);
          assert.equal(second.report, "");
        }));
    }

    for (const colorScheme of ["light", "dark"]) {
      test(`its pages are for everyone, ${colorScheme}`, () =>
        visit(site, { colorScheme, javaScriptEnabled: true, viewport: { width: 360, height: 740 }, errors: [422] }, async (page) => {
          const holds = async () => {
            assert.deepEqual(await page.evaluate(tooWide), [], page.url());
            assert.deepEqual(await violations(page), [], page.url());
          };
          await comeIn(page, links.pop());
          await page.goto("/fr/importer");
          await holds();
          await page.locator("#file").setInputFiles({ name: "vide.csv", mimeType: "text/csv", buffer: Buffer.from("") });
          await page.getByRole("button", { name: "Envoyer le fichier" }).click();
          await page.getByText("ce fichier est vide").waitFor();
          await holds();
          await through(page, { name: "proposals.csv", mimeType: "text/csv", buffer: await proposals(`${colorScheme}.exemple.fr`) }, holds);
          await through(page, { name: "courrier.mbox", mimeType: "application/mbox", buffer: mailbox(colorScheme) }, holds);
          await page.goto("/fr/messages-a-verifier");
          await holds();
          await page.getByRole("button", { name: `Garder : La fibre, ${colorScheme}` }).click();
          await page.getByText("Aucun message n’attend.").waitFor();
          await holds();
        }));
    }
  });
}

/** The four steps, with everything left as it is proposed; what the trial says, then the report, if there is anything to import. */
async function through(page, file, holds = async () => assert.deepEqual(await page.evaluate(tooWide), [], page.url())) {
  await page.goto("/fr/importer");
  await page.locator("#file").setInputFiles(file);
  await page.getByRole("button", { name: "Envoyer le fichier" }).click();
  await page.getByRole("heading", { name: /^Les (colonnes|messages) du fichier/ }).waitFor();
  await holds();
  await page.getByRole("button", { name: "Essayer sans rien importer" }).click();
  await page.getByRole("heading", { name: "Essai de l’import" }).waitFor();
  await holds();
  const trial = await page.locator("main").innerText();
  const button = page.getByRole("button", { name: /^(Importer|Mettre)/ });
  if ((await button.count()) === 0) return { trial, report: "" };
  await button.click();
  await page.getByRole("heading", { name: "Rapport d’import" }).waitFor();
  await holds();
  return { trial, report: await page.locator("main").innerText() };
}

/** A message with what is set apart from it. */
function mailbox(name) {
  const head = `From: Ada Morel <ada@nouans.example>\nSubject: La fibre, ${name}\nDate: Mon, 14 Sep 2026 10:32:05 +0200\nMessage-ID: <${name}@nouans.example>`;
  return Buffer.from(`From ada@nouans.example Mon Sep 14 10:32:05 2026\n${head}\n\nIl faut la fibre dans les hameaux.\n\nCordialement,\nAda\n`);
}

async function proposals(host) {
  const text = await readFile(join(root, "e2e/files/proposals.csv"), "utf8");
  return Buffer.from(text.replaceAll("participer.exemple.fr", host));
}
