// No violation on any kind of page, by day and by night.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { violations } from "../axe.mjs";
import { heaviest } from "../crawl.mjs";
import { visit } from "../site.mjs";

export default function accessibility(site, visited) {
  describe("accessibility", () => {
    for (const [kind, address] of heaviest(visited)) {
      test(kind, async () => {
        for (const colorScheme of ["light", "dark"]) {
          await visit(site, { javaScriptEnabled: true, colorScheme }, async (page) => {
            await page.goto(address);
            assert.deepEqual(await violations(page), [], `${address}, ${colorScheme}`);
          });
        }
      });
    }
  });
}
