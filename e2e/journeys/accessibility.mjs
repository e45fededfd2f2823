// No violation on any kind of page, by day and by night.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { heaviest } from "../crawl.mjs";
import { visit } from "../site.mjs";

export default function accessibility(site, visited) {
  describe("accessibility", { concurrency: 2 }, () => {
    for (const [kind, address] of heaviest(visited)) {
      test(kind, () =>
        visit(site, { javaScriptEnabled: true }, async (page) => {
          await page.goto(address);
          for (const colorScheme of ["light", "dark"]) {
            await page.emulateMedia({ colorScheme });
            assert.deepEqual(await violations(page), [], `${address}, ${colorScheme}`);
          }
        }));
    }
  });
}
