// A mayor without a network: what is written is kept, and leaves once.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { visit } from "../site.mjs";

const TEXT = "Partager une imprimante grand format entre les communes du canton.";
const WITH_SCRIPT = { javaScriptEnabled: true };

export default function offline(site) {
  describe("with a script, and without a network", () => {
    test("what is written becomes a draft by itself, and its address gives it back", () =>
      visit(site, WITH_SCRIPT, async (page) => {
        await page.goto("/fr/contribuer");
        await page.locator("#text").pressSequentially(TEXT);
        await page.locator("#status a").waitFor();
        assert.deepEqual(await violations(page), []);
        const address = await page.locator("#status a").getAttribute("href");
        await page.goto(address);
        assert.equal(await page.locator("#text").inputValue(), TEXT);
        await page.locator("form.write button.action").click();
        await page.waitForURL(/recepisse/);
        await page.goto(address);
        assert.match(page.url(), /recepisse/, "once sent, the draft is the contribution");
      }));

    test("sent without a network, it leaves once when the network is back", () =>
      visit(site, WITH_SCRIPT, async (page) => {
        const before = await received(site);
        await page.goto("/fr/contribuer");
        await ready(page);
        await page.context().setOffline(true);
        await page.locator("#text").fill(`${TEXT} Écrit en zone blanche.`);
        await page.locator("form.write button.action").click();
        await page.waitForFunction(() => document.querySelector("#status").textContent.includes("gardée"));
        assert.equal(await page.locator("#text").inputValue(), "", "the form is ready for the next one");
        assert.deepEqual(await violations(page), []);
        assert.equal(await received(site), before);
        await page.context().setOffline(false);
        await page.locator("#status a[href*=recepisse]").waitFor();
        assert.equal(await received(site), before + 1);
        await page.locator("#status a").click();
        await page.waitForURL(/recepisse/);
        await page.goto("/fr/contribuer");
        await page.waitForLoadState("networkidle");
        assert.equal(await received(site), before + 1, "once");
      }));

    test("without a network the form still opens, and two in a row leave as two", () =>
      visit(site, WITH_SCRIPT, async (page) => {
        const before = await received(site);
        await page.goto("/fr/contribuer");
        await ready(page);
        await page.context().setOffline(true);
        for (const place of ["Nouans", "Saosnes"]) {
          await page.goto("/fr/contribuer");
          await page.locator("#text").fill(`${TEXT} À ${place}, hors ligne.`);
          await page.locator("form.write button.action").click();
          await page.waitForFunction(() => document.querySelector("#status").textContent.includes("gardée"));
        }
        await page.context().setOffline(false);
        await page.waitForFunction(() => document.querySelector("#status a") !== null);
        await until(async () => (await received(site)) === before + 2);
      }));

    test("what the site refuses after a silence comes back to be put right", () =>
      visit(site, { ...WITH_SCRIPT, errors: [422] }, async (page) => {
        await page.goto("/fr/contribuer");
        await ready(page);
        await page.context().setOffline(true);
        await page.locator("#text").fill("é");
        await page.locator("form.write button.action").click();
        await page.waitForFunction(() => document.querySelector("#status").textContent.includes("gardée"));
        await page.context().setOffline(false);
        await page.waitForFunction(() => document.querySelector("#text").value === "é");
        assert.match(await page.locator("#status").innerText(), /correction/);
      }));
  });
}

/** Waits until the form can do without the network. */
function ready(page) {
  return page.waitForFunction(async () => {
    await navigator.serviceWorker.ready;
    return (await caches.match("/fr/contribuer")) !== undefined && navigator.serviceWorker.controller !== null;
  });
}

/** How many contributions the site counts. */
async function received(site) {
  const body = await (await fetch(`${site.address}/fr/contributions`)).text();
  return Number(body.match(/<h2[^>]*>([^<]+)/)[1].replace(/\D/g, ""));
}

async function until(holds) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail("it never came");
}
