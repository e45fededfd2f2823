// Everything can be reached and done with the keyboard, and one sees where one is.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { heaviest } from "../crawl.mjs";
import { visit } from "../site.mjs";

export default function keyboard(site, visited) {
  describe("keyboard", () => {
    test("the first stop leads to the content", () =>
      visit(site, {}, async (page) => {
        await page.goto("/fr");
        await page.keyboard.press("Tab");
        const { href, seen } = await focused(page);
        assert.equal(href, "#main");
        assert.ok(seen, "the skip link is not seen");
        await page.keyboard.press("Enter");
        assert.equal(await page.evaluate(() => document.activeElement.id), "main");
      }));

    test("a contribution is written and sent without a mouse", () =>
      visit(site, {}, async (page) => {
        await page.goto("/fr");
        await tabTo(page, ({ href }) => href === "/fr/contribuer");
        await page.keyboard.press("Enter");
        await page.waitForURL("**/fr/contribuer");
        await tabTo(page, ({ name }) => name === "text");
        await page.keyboard.type("Écrire sans souris doit aller de soi.");
        await page.keyboard.press("Tab");
        await page.keyboard.type("Ada Morel");
        await tabTo(page, ({ tag }) => tag === "BUTTON");
        await page.keyboard.press("Enter");
        await page.waitForURL("**/fr/recepisse/*");
      }));

    for (const [kind, address] of heaviest(visited)) {
      if (!kind.startsWith("fr ")) continue;
      test(`every stop of ${kind} is reached, in order, and seen`, () =>
        visit(site, {}, async (page) => {
          await page.goto(address);
          const stops = await page.evaluate(countStops);
          const places = [];
          for (let i = 0; i < stops; i++) {
            await page.keyboard.press("Tab");
            const stop = await focused(page);
            assert.ok(stop.seen && stop.outlined, `${address}: ${stop.tag} ${stop.href ?? stop.name} has the focus and it does not show`);
            places.push(stop.place);
          }
          assert.deepEqual(places, [...places].sort((a, b) => a - b), "the order of the stops is not that of the page");
          assert.equal(new Set(places).size, stops, "some stop is never reached");
        }));
    }
  });
}

/** How many elements of the page should take the focus. */
function countStops() {
  const all = document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']");
  return [...all].filter((element) => element.checkVisibility()).length;
}

/** What has the focus: what it is, where it stands in the page, whether one sees it and its outline. */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
      tag: element.tagName,
      href: element.getAttribute("href"),
      name: element.getAttribute("name"),
      place: [...document.querySelectorAll("*")].indexOf(element),
      seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
      outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    };
  });
}

async function tabTo(page, wanted) {
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press("Tab");
    if (wanted(await focused(page))) return;
  }
  assert.fail("the keyboard never gets there");
}
