// At 320 pixels, what a reader who magnifies four times sees: nothing sticks out, nothing scrolls sideways but tables.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { heaviest } from "../crawl.mjs";
import { visit } from "../site.mjs";

export default function reflow(site, visited) {
  describe("320 pixels", { concurrency: 2 }, () => {
    for (const [kind, address] of heaviest(visited)) {
      test(kind, () =>
        visit(site, { viewport: { width: 320, height: 256 } }, async (page) => {
          await page.goto(address);
          assert.deepEqual(await page.evaluate(tooWide), []);
        }));
    }
  });
}

/** The elements that end beyond the window, those left out whose region scrolls by itself or ends by an ellipsis. */
export function tooWide() {
  const held = (element) => {
    if (!element || element === document.body) return false;
    const { overflowX, textOverflow } = getComputedStyle(element);
    return /auto|scroll/.test(overflowX) || (overflowX === "hidden" && textOverflow === "ellipsis") || held(element.parentElement);
  };
  const beyond = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > innerWidth + 1);
  const names = beyond.filter((element) => !held(element.parentElement)).map((element) => element.outerHTML.slice(0, 120));
  return document.documentElement.scrollWidth > innerWidth ? [`the page is ${document.documentElement.scrollWidth} wide`, ...names] : names;
}
