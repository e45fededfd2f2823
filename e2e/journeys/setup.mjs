// An administrator sets an edition up, from an empty folder to a form that anyone may send, in under ten minutes of clicks.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { describe, test } from "node:test";
import { promisify } from "node:util";
import { violations } from "../axe.mjs";
import { binary, serve, visit } from "../site.mjs";
import { tooWide } from "./reflow.mjs";

/** Seconds of a slow hand: to aim and click, to type a word, to read a page. */
const CLICK = 3;
const WORD = 1;
const PAGE = 20;
const TEN_MINUTES = 600;

const DAY = 86_400_000;

/** Six weeks less two days: the collection opens at once, and what is too short for it is told. */
const CONGRESS = new Date(Date.now() + 40 * DAY).toISOString().slice(0, 10);

export default function setup(site) {
  describe("setting up", () => {
    test("from nothing to open in under ten minutes of clicks", async () => {
      const fresh = await serve("serve");
      const here = { ...site, address: fresh.address };
      try {
        const link = await invited(fresh);
        await visit(here, { javaScriptEnabled: true }, (page) => leads(page, link));
        await visit(here, {}, contributes);
      } finally {
        await fresh.stop();
      }
    });
  });
}

async function invited({ address, folder }) {
  const command = ["admin", "invite", "mairie@nouans.example", "--name", "Ada Morel", "--data", folder, "--site", address];
  const { stdout } = await promisify(execFile)(binary, [...command, "--lang", "fr"]);
  return stdout.match(/http:\S+/)[0];
}

/** The whole way of the administrator, counted. */
async function leads(page, link) {
  const hand = counting(page);
  await page.goto("/");
  assert.match(await page.locator("main").innerText(), /Bientôt/);
  await page.goto(link);
  await hand.press("button", "Me connecter");
  await hand.press("link", "Préparer l’édition");
  await hand.type("Nom de l’édition", "Congrès des élus au numérique 2027");
  await hand.type("Devise", "De chaque commune, une idée");
  await hand.type("Jour du congrès", CONGRESS);
  await hand.press("button", "Proposer un calendrier");
  assert.match(await page.locator("main").innerText(), /Ce qui est trop court[\s\S]*Le recueil dure 3\d jours[\s\S]*Aujourd’hui/);
  await hand.press("link", "Réglages de l’édition");
  await hand.type("Question 1, en français", "Que manque-t-il dans votre commune ?");
  await hand.type("Question 1, en anglais", "What is missing in your commune?");
  await hand.press("button", "Voir avant d’enregistrer");
  assert.match(await page.locator("body").innerText(), /Aperçu[\s\S]*Que manque-t-il dans votre commune/);
  await hand.press("button", "Voir le formulaire");
  assert.ok(await page.getByRole("button", { name: "Envoyer ma contribution" }).isDisabled());
  await hand.press("button", "Enregistrer");
  await hand.press("link", "Publier l’édition");
  await hand.press("button", "Publier l’édition");
  assert.match(await page.locator("main").innerText(), /Contribuer/);
  const { clicks, fields, words, pages } = hand.count;
  const seconds = clicks * CLICK + words * WORD + pages * PAGE;
  console.log(`from nothing to open: ${clicks} clicks, ${fields} fields, ${words} words, ${pages} pages: ${seconds} s`);
  assert.ok(seconds < TEN_MINUTES);
}

/** Anyone, in another window and without scripts. */
async function contributes(page) {
  await page.goto("/fr/contribuer");
  assert.match(await page.locator("main").innerText(), /Que manque-t-il dans votre commune/);
  await page.getByLabel("Votre contribution").fill("La fibre s’arrête à l’entrée du village.");
  await page.getByRole("button", { name: "Envoyer ma contribution" }).click();
  await page.waitForURL("**/recepisse/*");
}

/** A hand that counts what it does, on pages that hold at each step: nothing too wide, nothing that axe finds wrong, in the light and in the dark. */
function counting(page) {
  const count = { clicks: 0, fields: 0, words: 0, pages: 0 };
  const press = async (role, name) => {
    await holds(page);
    count.clicks += 1;
    count.pages += 1;
    await page.getByRole(role, { name, exact: true }).first().click();
  };
  const type = async (label, text) => {
    count.clicks += 1;
    count.fields += 1;
    count.words += text.split(/\s+/).length;
    await page.getByLabel(label, { exact: true }).fill(text);
  };
  return { press, type, count };
}

async function holds(page) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await violations(page), [], page.url());
  }
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 256 });
  assert.deepEqual(await page.evaluate(tooWide), [], page.url());
  await page.setViewportSize(size);
}
