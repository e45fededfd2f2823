// Three people write one text, one of them without a network; another has only a keyboard, another no script.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { visit } from "../site.mjs";
import { comeIn, invited } from "./enter.mjs";
import { tooWide } from "./reflow.mjs";

const SCRIPTED = { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } };

/** What the page may weigh on a first visit, in bytes. */
const MOST = 200_000;

export default function drafting(site) {
  describe("drafting together", { skip: !site.folder && "the folder of the site is not known" }, () => {
    before(() =>
      drafter(site, "Ada", SCRIPTED, async (page) => {
        await tool(page, "Nouvelle partie");
        await page.keyboard.type("Être accueilli");
        await last(page, "clause").click();
        await page.keyboard.type("Maintenir un accueil en mairie.");
        await saved(page);
      }),
    );

    test("three write, one is cut off and closes the tab, nothing is lost", () =>
      drafter(site, "Noor", SCRIPTED, (one) =>
        drafter(site, "Milo", SCRIPTED, (other) =>
          drafter(site, "Zoe", SCRIPTED, async (away) => {
            await one.getByText("Aussi ici :").getByText(/Milo.*Zoe|Zoe.*Milo/).waitFor();
            await away.cut();
            await atEnd(away, "accueil en mairie");
            await away.keyboard.type(" Loin de tout.");
            await away.getByText("Hors ligne : ce que vous écrivez est gardé ici").waitFor();
            await atEnd(one, "accueil en mairie");
            await one.keyboard.type(" Tous les matins.");
            await other.getByText("Tous les matins.").waitFor();
            const [left, page] = [away.context(), await away.context().newPage()];
            await away.close();
            assert.equal(left.pages().length, 1);
            await page.goto("/fr/redaction");
            await saved(page);
            for (const here of [one, other, page]) {
              await here.getByText("Loin de tout.").waitFor();
              await here.getByText("Tous les matins.").waitFor();
            }
            const texts = await Promise.all([one, other, page].map((here) => here.locator("#draft-text").innerText()));
            assert.deepEqual(new Set(texts.map(plain)).size, 1, texts.join("\n—\n"));
          }),
        ),
      ));

    test("by keyboard one splits, moves, joins, and is held nowhere", () =>
      drafter(site, "Paul", SCRIPTED, async (page) => {
        await tool(page, "Nouvelle partie");
        await page.keyboard.type("Au clavier");
        await last(page, "clause").click();
        await page.keyboard.type("Former les secrétaires.");
        for (let nth = 0; nth < 8; nth++) await page.keyboard.press("ArrowLeft");
        const clauses = () => page.locator(".clause").allInnerTexts();
        const many = (await clauses()).length;
        await page.keyboard.press("Control+Enter");
        assert.equal((await clauses()).length, many + 1);
        await page.keyboard.press("Alt+ArrowUp");
        assert.match((await clauses()).at(-1), /Former les sec/);
        await page.keyboard.press("Alt+ArrowDown");
        await page.keyboard.press("Home");
        await page.keyboard.press("Control+Backspace");
        assert.equal((await clauses()).length, many);
        await page.keyboard.press("Control+z");
        assert.equal((await clauses()).length, many + 1);
        await page.keyboard.press("Alt+F10");
        assert.equal(await page.evaluate(() => document.activeElement.closest("[role=toolbar]") !== null), true);
        await page.keyboard.press("ArrowRight");
        assert.equal(await page.evaluate(() => document.activeElement.textContent), "Rétablir");
        await page.keyboard.press("Escape");
        assert.equal(await page.evaluate(() => document.activeElement.id), "draft-text");
        await page.keyboard.press("Tab");
        assert.notEqual(await page.evaluate(() => document.activeElement.id), "draft-text");
        await saved(page);
      }));

    test("what comes from a text processor is cleaned", () =>
      drafter(site, "Lou", SCRIPTED, async (page) => {
        await tool(page, "Nouvel énoncé", () => last(page, "clause").click());
        await page.evaluate(() => {
          const data = new DataTransfer();
          const item = (text) => `<p class=MsoListParagraph style='mso-list:l0 level1'><![if !supportLists]><span style='mso-list:Ignore'>·</span><![endif]>${text}<o:p></o:p></p>`;
          data.setData("text/html", `<html><head><style>p{}</style></head><body><!--StartFragment--><p class=MsoNormal><b>Ouvrir</b> un lieu<o:p></o:p></p>${item("un bureau")}${item("une borne")}</body></html>`);
          document.getElementById("draft-text").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        });
        const pasted = page.locator(".clause", { hasText: "Ouvrir" }).last();
        assert.deepEqual(await pasted.locator("li").allInnerTexts(), ["un bureau", "une borne"]);
        assert.equal(await pasted.locator("em").innerText(), "Ouvrir");
        assert.equal(await pasted.locator("[class*=Mso], [style]").count(), 0);
        await saved(page);
      }));

    for (const [colorScheme, width] of [["light", 1280], ["dark", 320]]) {
      test(`it is for everyone, ${colorScheme}`, () =>
        drafter(site, `Ines${width}`, { ...SCRIPTED, colorScheme, viewport: { width, height: 740 } }, async (page) => {
          assert.deepEqual(await page.evaluate(tooWide), []);
          assert.deepEqual(await violations(page), []);
        }));
    }

    test("without scripts the text reads", () =>
      visit(site, { viewport: { width: 360, height: 740 } }, async (page) => {
        await comeIn(page, await invited(site, "lire@drafting.example", "Lise"));
        await page.goto("/fr/redaction");
        await page.getByText("Maintenir un accueil en mairie.").waitFor();
        await page.getByText(/demande JavaScript/).waitFor();
        assert.deepEqual(await page.evaluate(tooWide), []);
      }));

    test("it weighs little enough", () =>
      visit(site, SCRIPTED, async (page) => {
        await comeIn(page, await invited(site, "poids@drafting.example", "Paz"));
        const answers = [];
        const fresh = await page.context().newCDPSession(page);
        await fresh.send("Network.setCacheDisabled", { cacheDisabled: true });
        page.on("requestfinished", (request) => answers.push(request));
        await page.goto("/fr/redaction", { waitUntil: "load" });
        await saved(page);
        let bytes = 0;
        for (const request of answers) {
          const { responseBodySize, responseHeadersSize } = await request.sizes();
          bytes += responseBodySize + responseHeadersSize;
        }
        console.log(`drafting page: ${bytes} bytes`);
        assert.ok(bytes <= MOST, `${bytes} bytes`);
      }));
  });
}

/** Someone who writes, at the text; `cut` takes their connection away for good. */
export function drafter(site, name, options, journey) {
  return visit(site, options, async (page) => {
    const here = [];
    let away = false;
    await page.routeWebSocket(/redaction\/direct/, (socket) => {
      if (away) return socket.close();
      here.push(socket);
      socket.connectToServer();
    });
    page.cut = async () => {
      away = true;
      for (const socket of here) await socket.close();
    };
    await comeIn(page, await invited(site, `${name.toLowerCase()}@drafting.example`, name));
    await page.goto("/fr/redaction");
    await saved(page);
    await journey(page);
  });
}

/** All that was typed is kept. */
export const saved = (page) => page.getByRole("status").filter({ hasText: "Enregistré" }).waitFor();

const last = (page, kind) => page.locator(`#draft-text .${kind}`).last();

const plain = (text) => text.replace(/\s+/g, " ").replaceAll("\u2060", "").replace(/Noor|Milo|Zoe/g, "").replace(/\s+/g, " ").trim();

async function tool(page, name, before = async () => {}) {
  await before();
  await page.getByRole("button", { name, exact: true }).click();
}

/** Goes to the end of the paragraph that says these words. */
export async function atEnd(page, words) {
  await page.locator(".clause p", { hasText: words }).first().click();
  await page.keyboard.press("End");
}
