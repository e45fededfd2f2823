// What axe-core finds wrong with a page, one line each.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The French referential and both levels of WCAG that the law asks for, in their first and later versions. */
const TAGS = ["RGAAv4", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The violations of the page as it stands; it must allow scripts, for axe is one. */
export async function violations(page) {
  await page.evaluate(source);
  const results = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: "tag", values } }), TAGS);
  return results.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} — ${node.target.join(" ")} ${node.html}`));
}
