// The first gesture that writes: three fields, a number, at once among those to be classed, received only once.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { plain } from "../crawl.mjs";
import { visit } from "../site.mjs";

const TEXT = "Installer une borne de visio dans chaque mairie annexe, avec quelqu’un à côté le jour du marché.";

export default function contribute(site) {
  describe("contribute", () => {
    test("a mistake is told, linked to its field, and nothing typed is lost", () =>
      visit(site, { errors: [422] }, async (page) => {
        await page.goto("/fr");
        await page.locator("nav.main a[href='/fr/contribuer']").click();
        await fill(page, { text: "   ", author: "Zoé Martin, adjointe", territory: "Nouans (72)" });
        await page.locator("form.write button.action").click();
        assert.match(await page.title(), /erreur/i);
        const problem = page.locator("[role=alert] a[href='#text']");
        assert.ok((await problem.innerText()).length > 10);
        assert.equal(await page.locator("#text").getAttribute("aria-invalid"), "true");
        assert.equal(await page.locator("#author").inputValue(), "Zoé Martin, adjointe");
        assert.equal(await page.locator("#territory").inputValue(), "Nouans (72)");
        await problem.click();
        assert.ok(await page.locator("#text").evaluate((field) => field === document.activeElement));
      }));

    test("the form with its mistakes is accessible", () =>
      visit(site, { errors: [422], javaScriptEnabled: true }, async (page) => {
        await page.goto("/fr/contribuer");
        await fill(page, { text: "  " });
        await page.locator("form.write button.action").click();
        await page.locator("[role=alert]").waitFor();
        assert.deepEqual(await violations(page), []);
      }));

    test("sent, it has a number, a page, and stands among those to be classed", () =>
      visit(site, {}, async (page) => {
        const number = await send(page, `${TEXT} Une seule fois.`);
        await page.locator(`main a[href='/fr/contributions/${number}']`).click();
        assert.match(await page.locator("blockquote.whole").innerText(), /borne de visio/);
        assert.match(await page.locator("main").innerText(), /à classer/i);
        assert.ok((await listed(site, "/fr/registre/to_sort")).includes(number));
        assert.ok((await listed(site, "/fr/contributions")).includes(number));
      }));

    test("a button pressed twice sends once", () =>
      visit(site, {}, async (page) => {
        const before = await received(page);
        await page.goto("/fr/contribuer");
        await fill(page, { text: `${TEXT} Deux clics.` });
        await page.locator("form.write button.action").dblclick();
        await page.locator(".receipt .figure").waitFor(); // the second click abandons the answer to the first
        assert.equal(await received(page), before + 1);
      }));

    test("the same form sent twice has one number, even after the answer was lost", () =>
      visit(site, {}, async (page) => {
        await page.goto("/fr/contribuer");
        const form = { token: await page.locator("[name=token]").inputValue(), text: `${TEXT} Deux envois.` };
        const post = () => page.request.post("/fr/contribuer", { form, maxRedirects: 0 });
        const [one, two] = [await post(), await post()];
        assert.equal(one.status(), 303);
        assert.equal(two.headers().location, one.headers().location);
      }));

    for (const javaScriptEnabled of [false, true]) {
      test(`what others have said is shown before sending, and nothing written is lost, script ${javaScriptEnabled}`, () =>
        visit(site, { javaScriptEnabled, viewport: { width: 360, height: 740 } }, async (page) => {
          await page.goto("/fr/contribuer");
          const text = "Il faut former les secrétaires de mairie aux démarches en ligne, partout.";
          await fill(page, { text, author: "Zoé Martin" });
          if (!javaScriptEnabled) await page.getByRole("button", { name: "Voir ce qui se dit déjà" }).click();
          await page.locator("#similar li").first().waitFor();
          const shown = await page.locator("#similar li").count();
          assert.ok(shown >= 1 && shown <= 5, `${shown} shown`);
          assert.match(await page.locator("#alike").innerText(), /proches? /);
          assert.match(await page.locator("#similar").innerText(), /secrétaire|démarche/i);
          assert.equal(await page.locator("#text").inputValue(), text);
          assert.equal(await page.locator("#author").inputValue(), "Zoé Martin");
          if (javaScriptEnabled) assert.deepEqual(await violations(page), []);
          await page.locator("form.write button.action").click();
          await page.waitForURL(/recepisse/);
        }));
    }

    test("another site cannot send in someone’s place", () =>
      visit(site, { errors: [403] }, async (page) => {
        await page.goto("/fr/contribuer");
        const form = { token: await page.locator("[name=token]").inputValue(), text: TEXT };
        const answer = await page.request.post("/fr/contribuer", { form, headers: { "sec-fetch-site": "cross-site" } });
        assert.equal(answer.status(), 403);
      }));
  });
}

async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) await page.locator(`form.write [name=${name}]`).fill(value);
}

/** Sends a contribution; returns the number on the receipt. */
async function send(page, text) {
  await page.goto("/fr/contribuer");
  await fill(page, { text });
  await page.locator("form.write button.action").click();
  await page.waitForURL(/recepisse/);
  const number = (await page.locator(".receipt .figure").innerText()).replace(/\D/g, "");
  assert.match(number, /^\d+$/);
  return number;
}

/** How many contributions the list counts. */
async function received(page) {
  await page.goto("/fr/contributions");
  return Number((await page.locator("main h2").first().innerText()).replace(/\D/g, ""));
}

/** The numbers of a list, all its pages. */
async function listed(site, address) {
  const numbers = [];
  for (let next = address; next; ) {
    const body = await (await fetch(site.address + next)).text();
    numbers.push(...[...body.matchAll(/href="\/fr\/contributions\/(\d+)"/g)].map(([, number]) => number));
    next = plain(body.match(/rel="next" href="([^"]+)"/)?.[1] ?? "");
  }
  return numbers;
}
