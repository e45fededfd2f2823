// The bench is published; what leaves with it is taken away, and every number of it is counted again.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { promisify } from "node:util";
import { violations } from "../axe.mjs";
import { binary, visit } from "../site.mjs";
import { comeIn, invited, inviting } from "./enter.mjs";
import { tooWide } from "./reflow.mjs";

const BOSS = "annexe@nouans.example";
const run = promisify(execFile);

export default function annex(site) {
  describe("the methodological annex", { skip: !site.folder && "the folder of the site is not known" }, () => {
    let link, folder, hidden;
    before(() =>
      visit(site, {}, async (page) => {
        await comeIn(page, await invited(site, BOSS, "Lou Petit"));
        link = await inviting(site, page, "ada@annexe.example", "knowledge_engineer");
      }));

    test("the bench is published, a word masked", () =>
      visit(site, { errors: [409] }, async (page) => {
        await comeIn(page, link);
        await page.goto("/fr/classement?pile=t02");
        await page.getByRole("button", { name: "Garder ici" }).click();
        await page.locator(".done").waitFor();
        const text = await page.locator("blockquote.whole").first().textContent();
        [hidden] = text.match(/(?<=[ ’])[a-zéèêàç]{8,}(?= )/g);
        await page.locator("details:has(#mask):not([open]) > summary").click();
        await page.locator("#mask").fill(hidden);
        await page.locator("form:has(#mask) button").click();
        await page.locator(".done").waitFor();
        assert.ok(!(await page.locator("blockquote.whole").first().textContent()).includes(hidden), hidden);
        await page.goto("/fr/publier-le-classement");
        await page.getByRole("main").getByRole("button").last().click();
        await page.waitForURL("**/fr");
      }));

    test("every number of it is found again in the files that leave with it", async () => {
      folder = await mkdtemp(join(tmpdir(), "arobase-annex-"));
      const archive = await fetch(`${site.address}/data/results.zip`);
      assert.equal(archive.status, 200);
      await writeFile(join(folder, "results.zip"), Buffer.from(await archive.arrayBuffer()));
      await run("unzip", ["-q", join(folder, "results.zip"), "-d", join(folder, "data")]);
      const audited = JSON.parse((await run(binary, ["audit", join(folder, "data"), "--json"])).stdout);
      assert.deepEqual(audited.findings, []);
      assert.ok(audited.annex > 40, `${audited.annex} figures`);
      const gestures = await readFile(join(folder, "data", "gestures.csv"), "utf8");
      assert.ok(!/@|Petit|Noor|Milo/.test(gestures) && !gestures.includes(hidden), "nobody is named, nothing masked is told");
      assert.match(await readFile(join(folder, "data", "method.html"), "utf8"), /people\.passages_masked" value="[1-9]/);
    });

    for (const width of [1280, 320]) {
      test(`it is for everyone, ${width} pixels wide`, () =>
        visit(site, { javaScriptEnabled: true, viewport: { width, height: 800 }, colorScheme: width === 320 ? "dark" : "light" }, async (page) => {
          await page.goto("/fr/methode");
          assert.deepEqual(await page.evaluate(tooWide), []);
          await page.goto("about:blank");
          await page.setContent(await readFile(join(folder, "data", "method.html"), "utf8"));
          await page.getByRole("heading", { name: "Annexe méthodologique" }).waitFor();
          assert.deepEqual(await page.evaluate(tooWide), []);
          assert.deepEqual(await violations(page), []);
          if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `annex-${width}.png`), fullPage: true });
          if (width === 320) await rm(folder, { recursive: true });
        }));
    }
  });
}
