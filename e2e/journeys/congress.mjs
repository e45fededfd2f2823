// A congress from what was classed to what became of it: one motion, begun, co-written, adopted, published, handed over, answered, recognised.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { before, describe, test } from "node:test";
import { promisify } from "node:util";
import { violations } from "../axe.mjs";
import { pdf } from "../files/documents.mjs";
import { binary, visit } from "../site.mjs";
import { atEnd, drafter, saved } from "./drafting.mjs";
import { comeIn, invited, inviting } from "./enter.mjs";
import { adopts } from "./motion.mjs";
import { tooWide } from "./reflow.mjs";

const run = promisify(execFile);
const PHONE = { viewport: { width: 360, height: 700 } };
const BOSS = "voix@congres.example";
const TITLE = "Motion des communes réunies à Nouans";
const MINISTRY = "Ministère de la Ruralité de Nouans";
const HANDED = [MINISTRY, "Parlement de Nouans", "Gazette de Nouans"];
const ADDED = { Abel: "dès la première année", Rose: "dans chaque canton", Yann: "sans rien retirer aux guichets" };
const PROJECT = "La commune garde un guichet ouvert à tous. ";

/** What each format of the whole text is sent as. */
const FORMATS = {
  html: "text/html",
  pdf: "application/pdf",
  odt: "application/vnd.oasis.opendocument.text",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  md: "text/markdown",
  txt: "text/plain",
  json: "application/json",
  "akn.xml": "application/akn+xml",
};

export default function congress(site) {
  describe("a congress, to its motion and beyond", { skip: !site.folder && "the folder of the site is not known" }, () => {
    let clauses, project, mayor;
    const boss = (options, journey) =>
      visit(site, options, async (page) => {
        await comeIn(page, await invited(site, BOSS, "Inès Morel"));
        await journey(page);
      });
    before(() => boss({}, async (page) => (mayor = await inviting(site, page, "maire@congres.example", "contributor"))));

    test("a text begins in the shape of 2022, every proposition in it", () =>
      boss(PHONE, async (page) => {
        await page.goto("/fr/atelier");
        const former = await ids(page);
        await page.getByText("Recommencer le texte").first().click();
        await page.locator("#title").fill(TITLE);
        await page.locator("#shape-questions").check();
        await holds(page);
        await page.getByRole("button", { name: "Recommencer le texte" }).click();
        clauses = await ids(page);
        assert.ok(clauses.length >= 3 && clauses.every((id) => !former.includes(id)), "no clause has the name of a former one");
        assert.equal(await page.locator("#waiting").count(), 0);
        assert.equal(await page.locator(".clauses .badge").count(), 0, "each says what it comes from");
      }));

    test("three write it at once", () => {
      const first = clauses.slice(0, 3);
      const write = async (page, name, at) => {
        await atEnd(page, page.words[at]);
        await page.keyboard.type(` ${name}, ${ADDED[name]}.`);
        await saved(page);
      };
      const shown = async (page) => {
        page.words = await page.locator("#draft-text .clause p").evaluateAll((all, many) => all.slice(0, many).map((one) => one.textContent.slice(0, 40)), first.length);
      };
      const [abel, rose, yann] = Object.keys(ADDED);
      const options = { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } };
      return drafter(site, abel, options, (one) =>
        drafter(site, rose, options, (two) =>
          drafter(site, yann, options, async (three) => {
            const pages = [one, two, three];
            await Promise.all(pages.map(shown));
            await Promise.all([abel, rose, yann].map((name, at) => write(pages[at], name, at)));
            for (const page of pages) for (const words of Object.values(ADDED)) await page.locator("#draft-text").getByText(words).waitFor();
            assert.deepEqual(await violations(one), []);
          }),
        ),
      );
    });

    test("it is frozen, adopted, published", () =>
      boss(PHONE, async (page) => {
        await page.goto("/fr/versions-de-la-motion");
        assert.equal(await page.locator("section[aria-labelledby=keep] .note").count(), 0, "nothing is left out");
        await page.locator("#label").fill("Texte du congrès");
        await page.getByRole("button", { name: "Figer le texte" }).click();
        await holds(page);
        await adopts(page, { day: today(-3), favour: "231", against: "2", abstentions: "9" });
        await page.goto("/fr/motion");
        const text = await page.locator("main").innerText();
        for (const words of [TITLE, "231 pour, 2 contre", ...Object.values(ADDED)]) assert.ok(text.includes(words), words);
        await holds(page);
      }));

    test("everyone takes it away in eight formats", () =>
      visit(site, PHONE, async (page) => {
        await page.goto("/fr/motion");
        const files = await page.locator("#copies ~ ul > li").first().getByRole("link").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
        const kinds = files.map((file) => file.slice(file.indexOf(".") + 1));
        assert.deepEqual(kinds.toSorted(), Object.keys(FORMATS).toSorted());
        for (const [at, file] of files.entries()) {
          const answer = await page.request.get(file);
          assert.equal(answer.status(), 200, file);
          assert.equal(answer.headers()["content-type"].split(";")[0], FORMATS[kinds[at]], file);
          assert.ok((await answer.body()).length > 1000, file);
        }
        const words = await (await page.request.get(files[kinds.indexOf("txt")])).text();
        assert.ok(words.replace(/\s+/g, " ").includes(ADDED.Rose), words);
      }));

    test("it is handed to three", () =>
      boss(PHONE, async (page) => {
        for (const name of HANDED) {
          await page.goto("/fr/destinataires");
          await page.getByLabel("Nom de la fonction ou de l’institution").fill(name);
          await page.getByRole("button", { name: "Ajouter", exact: true }).click();
        }
        await holds(page);
        await page.goto("/fr/remises");
        for (const name of HANDED) await page.getByLabel(name, { exact: true }).check();
        await page.getByLabel("Quel jour ?").fill(today(-2));
        await page.getByLabel("Où ?").fill("Nouans");
        await page.getByRole("button", { name: "Enregistrer la remise" }).click();
        for (const name of HANDED) await page.getByRole("button", { name: `Annuler la remise : ${name}` }).waitFor();
        await holds(page);
      }));

    test("one answers in writing, and promises for a day", () =>
      boss(PHONE, async (page) => {
        await page.goto("/fr/destinataires");
        await page.locator("li", { hasText: MINISTRY }).getByRole("link", { name: "Ses réponses" }).click();
        await page.locator("#reply").selectOption("committed");
        await page.locator(`#on-${clauses[0]}`).check();
        await page.locator("#day").fill(today(-1));
        await page.locator("#measure").fill("Un guichet par canton");
        await page.locator("#due").fill(today(90));
        await page.locator("#text").fill("Le ministère ouvrira un guichet par canton.");
        await page.locator("#document").setInputFiles({ name: "lettre.pdf", mimeType: "application/pdf", buffer: pdf(["Le ministre s’engage."]) });
        await page.locator("#public").check();
        await page.getByRole("button", { name: "Enregistrer la réponse" }).click();
        assert.match(await page.locator(".entries").innerText(), /Engagement[\s\S]*Un guichet par canton/);
        await holds(page);
      }));

    test("a town recognises its project, and someone confirms it", () =>
      visit(site, { ...PHONE, errors: [422] }, async (page) => {
        await comeIn(page, mayor);
        await page.goto(`/fr/motion/${clauses[0]}`);
        const clause = await page.locator("main .whole").innerText();
        await page.goto("/fr/reconnaitre-son-projet");
        await page.getByLabel("Votre collectivité").fill("Agen");
        await page.getByLabel("Texte du projet").fill(PROJECT + clause);
        await page.getByRole("button", { name: "Chercher les demandes" }).click();
        await holds(page);
        await page.goto("/fr/nos-projets");
        assert.ok(!(await page.locator("main").innerText()).includes("Agen (47)"), "nothing is said before someone confirms");
        await page.goto("/fr/reconnaitre-son-projet");
        await page.getByRole("link", { name: "Agen (47)" }).click();
        const near = page.locator("fieldset", { hasText: "Demandes proches de votre projet" });
        for (const one of await page.getByRole("checkbox").all()) assert.equal(await one.isChecked(), false, "the engine ticks nothing");
        await page.getByRole("button", { name: "Publier", exact: true }).click();
        await page.getByRole("alert").waitFor();
        await near.locator(`#${clauses[0]}`).check();
        await page.getByRole("button", { name: "Publier", exact: true }).click();
        await page.waitForURL(/nos-projets\/.+/);
        project = new URL(page.url()).pathname;
        await holds(page);
      }));

    test("its card stands on another site", async () => {
      let snippet;
      await visit(site, PHONE, async (page) => {
        await page.goto(project);
        snippet = await page.locator("pre code").innerText();
      });
      const town = await elsewhere(`<!doctype html><html lang="fr"><title>Une commune</title>${snippet}`);
      const page = await site.browser.newPage();
      try {
        await page.goto(town.address);
        const card = page.frameLocator("iframe");
        await card.getByRole("heading", { name: /rejoi/ }).waitFor();
        assert.equal(await card.getByRole("link").getAttribute("target"), "_top");
      } finally {
        await page.close();
        town.close();
      }
    });

    test("all of it is told to whoever reads", () =>
      visit(site, PHONE, async (page) => {
        await page.goto("/fr/motion");
        await page.getByRole("link", { name: "Les suites de la motion" }).click();
        const text = await page.locator("main").innerText();
        assert.ok(HANDED.every((name) => text.includes(name)), text);
        await page.locator(".silences li", { hasText: MINISTRY }).getByText("a répondu").waitFor();
        for (const name of HANDED.slice(1)) assert.match(await page.locator(".silences li", { hasText: name }).innerText(), /2\sjours/);
        assert.match(await page.locator("#promises ~ ul").innerText(), new RegExp(`${MINISTRY}.*Un guichet par canton`));
        const first = page.locator("ol.suites > li").first();
        assert.match(await first.innerText(), /Engagement[\s\S]*S’y reconnaissent\s: Agen \(47\)/);
        const letter = await first.getByRole("link", { name: "Document reçu" }).getAttribute("href");
        assert.equal((await page.request.get(letter)).headers()["content-type"], "application/pdf");
        await holds(page);
        await page.goto("/fr/nos-projets");
        await page.getByRole("link", { name: "Agen (47)" }).click();
        assert.equal(new URL(page.url()).pathname, project);
      }));

    test("what an earlier congress asked is told once someone confirms it", async () => {
      let words;
      await visit(site, PHONE, async (page) => {
        await page.goto(`/fr/motion/${clauses[0]}`);
        words = (await page.locator("main .whole").innerText()).replace(` Abel, ${ADDED.Abel}.`, "");
      });
      await run(binary, ["edition", "create", "--name", "Congrès de 2022", "--congress", "2022-10-06", "--data", site.folder]);
      const link = await invited(site, "ancien@congres.example", "Luc Morel", ["--edition", "2022"]);
      await visit(site, PHONE, async (page) => {
        await comeIn(page, link);
        await former(page, words);
      });
      await boss(PHONE, async (page) => {
        await page.goto("/fr/atelier");
        await page.getByRole("link", { name: "Déjà demandé ?" }).click();
        await holds(page);
        const pair = page.locator("section[aria-labelledby=asked-to-judge] li", { hasText: words }).first();
        assert.match(await pair.innerText(), /Congrès de 2022 \(2022\), proximité/);
        await page.goto("/fr/suites");
        assert.ok(!(await page.locator("main").innerText()).includes("Demandé aussi"), "the engine alone says nothing");
        await page.goto("/fr/deja-demande");
        await pair.getByRole("button", { name: "C’est la même demande" }).click();
        await page.locator("section[aria-labelledby=asked-confirmed] li", { hasText: words }).waitFor();
      });
      await visit(site, PHONE, async (page) => {
        for (const address of ["/fr/suites", `/fr/motion/${clauses[0]}`]) {
          await page.goto(address);
          await page.getByText("Demandé aussi en 2022").waitFor();
          await holds(page);
        }
        await page.getByRole("link", { name: /^2022.*Congrès de 2022/ }).click();
        await page.waitForURL(/\/2022\/fr\/motion\/e/);
        assert.ok((await page.locator("main").innerText()).includes(words));
      });
    });

    test("members say what was done, once the motion is followed", async () => {
      const page = `/fr/ce-qui-est-fait/${clauses[0]}`;
      await boss(PHONE, async (here) => {
        await here.goto(page);
        await here.getByText("pendant la phase de suivi").waitFor();
        await followed(here);
        await here.goto(`/fr/motion/${clauses[0]}`);
        await here.getByRole("link", { name: "Dire ce qui a été fait chez vous" }).click();
        await holds(here);
        for (const [words, named] of [["Le guichet est ouvert le samedi.", true], ["Rien au nord du canton.", false]]) {
          await here.locator("#body").fill(words);
          await here.locator("#named").setChecked(named);
          await here.getByRole("button", { name: "Publier", exact: true }).click();
          await here.locator(".entries", { hasText: words }).waitFor();
        }
        await here.goto("/fr/destinataires");
        await here.getByRole("link", { name: "Ce que disent les membres" }).click();
        assert.equal(await here.locator(".entries li").count(), 2);
        await holds(here);
      });
      await visit(site, PHONE, async (here) => {
        await here.goto(`/fr/motion/${clauses[0]}`);
        const said = await here.locator("section[aria-labelledby=done] li").allInnerTexts();
        assert.match(said[0], /^Une personne inscrite, [\s\S]*Rien au nord/);
        assert.match(said[1], /^Inès Morel, [\s\S]*Le guichet est ouvert/);
        await holds(here);
        await here.goto("/fr/suites");
        await here.locator("ol.suites > li").first().getByText("2 témoignages").waitFor();
      });
    });

    test("its pages are for everyone", () =>
      boss({ javaScriptEnabled: true }, async (page) => {
        const staff = ["/fr/destinataires", "/fr/remises", "/fr/relances", "/fr/reconnaitre-son-projet", "/fr/dossier-de-presse", "/fr/atelier", "/fr/deja-demande", "/fr/ce-qui-est-fait", `/fr/ce-qui-est-fait/${clauses[0]}`];
        const everyone = ["/fr/motion", `/fr/motion/${clauses[0]}`, "/fr/suites", "/fr/nos-projets", project, `${project}/card`, "/fr/presse"];
        for (const colorScheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme });
          for (const address of [...everyone, ...staff]) {
            await page.goto(address);
            assert.deepEqual(await violations(page), [], `${address}, ${colorScheme}`);
          }
        }
      }));
  });
}

/** The clauses of the page, by identifier. */
const ids = (page) => page.locator(".clauses > li").evaluateAll((all) => all.map((one) => one.id));

/** The day it will be in so many days. */
const today = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The motion of a former congress: nothing was ever classed there, the text alone is written, and published. */
async function former(page, words) {
  await page.goto("/2022/fr/atelier");
  await page.locator("#title").fill("Motion de 2022");
  await page.locator("#shape-blank").check();
  await page.getByRole("button", { name: "Commencer le texte" }).click();
  await page.getByText("Ajouter une partie").click();
  await page.locator("#new-title").fill("Être accueilli");
  await page.getByRole("button", { name: "Ajouter la partie" }).click();
  await page.getByText("titre, introduction, nouvel énoncé").click();
  await page.getByLabel("Nouvel énoncé").fill(words);
  await page.getByRole("button", { name: "Ajouter l’énoncé" }).click();
  await page.goto("/2022/fr/versions-de-la-motion");
  await page.getByRole("button", { name: "Figer le texte" }).click();
  await adopts(page, { day: "2022-10-06" });
}

/** The phase of follow-up is the one that runs. */
async function followed(page) {
  await page.goto("/fr/reglages");
  for (const field of await page.locator("input[id$='-from'], input[id$='-to'], input[id$='-hour']").all()) await field.fill("");
  await page.locator("#follow_up-from").fill(today(-1));
  await page.locator("#follow_up-to").fill(today(300));
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
}

/** A site of someone else, of one page. */
async function elsewhere(html) {
  const server = createServer((_, answer) => answer.setHeader("content-type", "text/html; charset=utf-8").end(html));
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Nothing sticks out of a telephone. */
async function holds(page) {
  assert.deepEqual(await page.evaluate(tooWide), [], page.url());
}
