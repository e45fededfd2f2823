// What a page may cost on a first visit: bytes, requests, elements, and the EcoIndex that follows.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { heaviest } from "../crawl.mjs";
import { grade, score } from "../ecoindex.mjs";
import { visit } from "../site.mjs";

const BUDGET = { bytes: 50_000, script: 15_000, requests: 6, elements: 385 };

export default function budgets(site, visited) {
  describe("budgets", () => {
    test("the EcoIndex of known pages", () => {
      const known = [[100, 100, 100, 72], [100, 1000, 100, 67], [100, 10000, 100, 58], [200, 10000, 200, 46], [2355, 2493, 267, 10], [240, 331, 20, 83]];
      for (const [elements, kilobytes, requests, expected] of known) {
        assert.equal(Math.round(score({ elements, requests, bytes: 1000 * kilobytes })), expected);
      }
      assert.deepEqual([81, 80, 70.5, 10].map(grade), ["A", "B", "B", "G"]);
    });

    for (const [kind, address] of heaviest(visited)) {
      test(kind, () =>
        visit(site, {}, async (page) => {
          const cost = await measure(site, page, address);
          for (const [what, most] of Object.entries(BUDGET)) assert.ok(cost[what] <= most, `${address}: ${cost[what]} ${what}, ${most} allowed`);
          assert.equal(grade(score(cost)), "A", `${address}: ${score(cost).toFixed(1)}`);
        }));
    }
  });
}

async function measure(site, page, address) {
  const answers = [];
  page.on("requestfinished", (request) => answers.push(request));
  await page.goto(address, { waitUntil: "load" });
  const cost = { bytes: 0, script: 0, requests: 0, elements: await elements(page) };
  for (const request of answers) {
    const { responseBodySize, responseHeadersSize } = await request.sizes();
    cost.bytes += responseBodySize + responseHeadersSize;
    cost.script += request.resourceType() === "script" ? responseBodySize : 0;
    cost.requests += 1;
  }
  return withIcon(site, page, cost);
}

/** Headless Chromium does not ask for the icon; the browser of a reader does. */
async function withIcon(site, page, cost) {
  const icon = await page.locator("link[rel=icon]").getAttribute("href");
  const bytes = (await (await fetch(new URL(icon, site.address))).arrayBuffer()).byteLength;
  return { ...cost, bytes: cost.bytes + bytes, requests: cost.requests + 1 };
}

/** The elements of the body, the direct children of each drawing left out, as the EcoIndex counts. */
function elements(page) {
  return page.evaluate(() => {
    const drawn = [...document.body.querySelectorAll("svg")].map((svg) => svg.children.length);
    return document.body.querySelectorAll("*").length - drawn.reduce((sum, count) => sum + count, 0);
  });
}
