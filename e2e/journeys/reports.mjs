// The reports that commands write, opened as files: readable on a telephone, accessible, and asking nothing of anyone.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { violations } from "../axe.mjs";
import { binary } from "../site.mjs";
import { tooWide } from "./reflow.mjs";

const run = promisify(execFile);

export default function reports(site) {
  let folder;
  const report = (name) => pathToFileURL(join(folder, name, "report.html")).href;

  describe("reports", () => {
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "arobase-reports-"));
      await analyse(site, folder);
      await opinions(folder);
    });
    after(() => rm(folder, { recursive: true }));

    for (const name of ["analyse-fr", "analyse-en", "opinions"]) {
      test(`${name}: no violation, by day and by night`, () =>
        open(site, {}, report(name), async (page) => {
          for (const colorScheme of ["light", "dark"]) {
            await page.emulateMedia({ colorScheme });
            assert.deepEqual(await violations(page), [], colorScheme);
          }
        }));
      test(`${name}: nothing sticks out at 320 pixels`, () =>
        open(site, { viewport: { width: 320, height: 256 } }, report(name), async (page) => {
          assert.deepEqual(await page.evaluate(tooWide), []);
        }));
    }
  });
}

/** The contributions of the site, as anyone may download them, analysed in both languages. */
async function analyse(site, folder) {
  const contributions = join(folder, "contributions.csv");
  const answer = await fetch(`${site.address}/data/contributions.csv`);
  await writeFile(contributions, await answer.text());
  for (const lang of ["fr", "en"]) {
    await run(binary, ["analyse", contributions, "--out", join(folder, `analyse-${lang}`), "--lang", lang]);
  }
}

/** Two camps of forty on ten statements, and two statements that both agree with. */
async function opinions(folder) {
  const votes = ["participant,statement,vote"];
  for (let person = 0; person < 80; person += 1) {
    for (let statement = 0; statement < 12; statement += 1) {
      const camp = person < 40 ? 1 : -1;
      const vote = statement < 10 ? camp * (statement % 2 === 0 ? 1 : -1) : 1;
      votes.push(`${person},${statement},${(person * 7 + statement) % 11 === 0 ? 0 : vote}`);
    }
  }
  const file = join(folder, "votes.csv");
  await writeFile(file, votes.join("\n"));
  await run(binary, ["opinions", file, "--out", join(folder, "opinions"), "--lang", "fr"]);
}

/** Opens a file in a window that may ask for nothing else. */
async function open(site, options, address, journey) {
  const context = await site.browser.newContext(options);
  const asked = [];
  context.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:")) asked.push(request.url());
  });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await journey(page);
    assert.deepEqual(asked, []);
  } finally {
    await context.close();
  }
}
