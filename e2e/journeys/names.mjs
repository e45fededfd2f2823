// What a screen reader is told of every page of the bench: landmarks, headings, and a name for each thing that takes the focus.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { visit } from "../site.mjs";
import { comeIn, invited, inviting } from "./enter.mjs";

const BOSS = "lecture@nouans.example";

/** Where one classes, with piles of every kind. */
const BENCH = ["to-sort", "doubtful", "between", "t01", "p01", "to-complete", "disagreements", "mine"];

/** The pages around it. */
const AROUND = [
  "classement-des-themes",
  "sans-proposition",
  "relancer-l-analyse",
  "ce-qui-changerait",
  "double-codage",
  "mots-en-contexte?words=mairie",
  "notes-du-classement",
  "journee-de-classement",
  "deja-dit",
  "publier-le-classement",
];

/** Ideas coded. */
const MANY = 10;

/** What gathers things that belong together: a name may come back in another. */
const CONTEXTS = ["main", "navigation", "banner", "contentinfo", "complementary", "search", "region", "form", "group", "article", "row", "listitem", "dialog", "radiogroup"];

export default function names(site) {
  describe("what a screen reader is told of the bench", { skip: !site.folder && "the folder of the site is not known" }, () => {
    const links = [];
    before(() =>
      visit(site, {}, async (page) => {
        await comeIn(page, await invited(site, BOSS, "Lou Petit"));
        for (const name of ["paul", "rose", "lea", "ines"]) links.push(await inviting(site, page, `${name}@lecture.example`, "knowledge_engineer"));
      }));

    test("every page has its landmarks, its headings and its names", () =>
      visit(site, { javaScriptEnabled: true, viewport: { width: 1280, height: 800 }, errors: [409] }, async (page) => {
        await comeIn(page, links.pop());
        const faults = [];
        const look = async (where) => faults.push(...(await told(page)).map((fault) => `${where}: ${fault}`));
        for (const pile of BENCH) {
          await page.goto(`/fr/classement?pile=${pile}`);
          await page.evaluate(() => document.querySelectorAll("main details").forEach((fold) => (fold.open = true)));
          await look(pile);
        }
        await page.goto("/fr/classement?pile=to-sort");
        await page.keyboard.press("a");
        await page.locator(".done").first().waitFor();
        await look("after a gesture");
        await page.keyboard.press("u");
        await page.getByText("Annulé").first().waitFor();
        for (const path of AROUND) {
          await page.goto(`/fr/${path}`);
          await page.evaluate(() => document.querySelectorAll("main details").forEach((fold) => (fold.open = true)));
          await look(path);
        }
        assert.deepEqual(faults, []);
      }));

    test("what a gesture did is said where the page changes", () =>
      visit(site, { javaScriptEnabled: true, viewport: { width: 1280, height: 800 } }, async (page) => {
        await comeIn(page, links.pop());
        await page.goto("/fr/classement?pile=to-sort");
        const live = page.locator("[aria-live=polite], [role=status]").first();
        await live.waitFor({ state: "attached" });
        await page.keyboard.press("a");
        await page.locator("[role=status], [aria-live=polite]").filter({ hasText: /gardé/ }).first().waitFor({ state: "attached" });
        await page.keyboard.press("u");
        await page.locator("[role=status], [aria-live=polite]").filter({ hasText: /Annulé/ }).first().waitFor({ state: "attached" });
      }));

    test("so have those where one codes, compares and settles", () =>
      visit(site, { javaScriptEnabled: true, viewport: { width: 1280, height: 800 } }, async (rose) => {
        await comeIn(rose, links.pop());
        const faults = [];
        const look = async (page, where) => faults.push(...(await told(page)).map((fault) => `${where}: ${fault}`));
        await rose.goto("/fr/double-codage");
        await rose.getByLabel("Nombre d’idées").fill(String(MANY));
        for (const name of ["rose@lecture.example", "paul@lecture.example"]) await rose.getByLabel(name).check();
        await rose.getByRole("button", { name: "Tirer les idées" }).click();
        await look(rose, "drawn");
        const drawn = rose.locator("section", { hasText: "rose@lecture.example" }).locator("h2[id^=sample-]");
        const sample = (await drawn.getAttribute("id")).slice("sample-".length);
        const codes = async (page, answer) => {
          await page.goto(`/fr/codage/${sample}`);
          await look(page, `${answer}, first`);
          for (let nth = 0; nth < MANY; nth++) {
            await page.evaluate(() => (document.getElementById("bench").dataset.old = "yes"));
            await page.getByRole("button", { name: answer }).click();
            await page.locator("#bench:not([data-old])").waitFor();
          }
          await page.getByRole("heading", { name: "C’est fini" }).waitFor();
          await look(page, `${answer}, over`);
          await page.getByRole("link", { name: "Idée précédente" }).click();
          await page.getByText("Vous avez répondu").waitFor();
          await look(page, `${answer}, before`);
        };
        await codes(rose, "Hors sujet");
        await visit(site, { javaScriptEnabled: true, viewport: { width: 1280, height: 800 } }, async (paul) => {
          await comeIn(paul, links.pop());
          await codes(paul, "Sans contenu");
        });
        await rose.goto("/fr/double-codage");
        await rose.locator(`button[name=close][value="${sample}"]`).click();
        await rose.waitForURL(`**/fr/double-codage/${sample}`);
        await look(rose, "agreement");
        await rose.getByRole("link", { name: "Désaccords à trancher" }).click();
        await look(rose, "settling");
        await rose.evaluate(() => (document.getElementById("bench").dataset.old = "yes"));
        await rose.keyboard.press("1");
        await rose.locator("#bench:not([data-old]) .done").first().waitFor();
        await look(rose, "settled");
        assert.deepEqual(faults, []);
      }));
  });
}

/** What the accessible tree of a page lacks, a line each. */
export async function told(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const tree = new Map(nodes.map((node) => [node.nodeId, node]));
  const seen = nodes.filter((node) => !node.ignored);
  return [...landmarks(seen), ...headings(seen), ...focusable(seen, tree)];
}

const role = (node) => node.role?.value ?? "";
const name = (node) => (node.name?.value ?? "").trim();
const property = (node, wanted) => node.properties?.find((one) => one.name === wanted)?.value.value;

function landmarks(nodes) {
  const of = (wanted) => nodes.filter((node) => role(node) === wanted);
  const faults = ["main", "banner", "contentinfo"].filter((one) => of(one).length !== 1).map((one) => `${of(one).length} ${one}`);
  for (const kind of ["navigation", "complementary", "region", "form", "search"]) {
    const names = of(kind).map(name);
    if (names.length > 1 && names.includes("")) faults.push(`a ${kind} without a name`);
    faults.push(...twice(names).map((one) => `two of ${kind} are called « ${one} »`));
  }
  return faults;
}

/** One first heading, and none that skips a level. */
function headings(nodes) {
  const levels = nodes.filter((node) => role(node) === "heading").map((node) => [property(node, "level"), name(node)]);
  const faults = levels.filter(([level]) => level === 1).length === 1 ? [] : ["not one heading of the first level"];
  levels.forEach(([level, text], at) => {
    if (!text) faults.push(`a heading ${level} without words`);
    if (at > 0 && level > levels[at - 1][0] + 1) faults.push(`« ${text} » skips from ${levels[at - 1][0]} to ${level}`);
  });
  return faults;
}

/** Each thing that takes the focus has a name, and no other of its kind has it beside; two links to one place may. */
function focusable(nodes, tree) {
  const faults = [];
  const within = new Map();
  for (const node of nodes.filter((one) => property(one, "focusable") && role(one) !== "RootWebArea")) {
    if (!name(node) && !["main", "generic"].includes(role(node))) faults.push(`a ${role(node)} without a name`);
    const key = `${context(node, tree)} ${role(node)} ${name(node)}`;
    within.set(key, [...(within.get(key) ?? []), property(node, "url") ?? node.nodeId]);
  }
  for (const [key, places] of within) if (new Set(places).size > 1) faults.push(`twice: ${key.replace(/^\S+ /, "")}`);
  return faults;
}

/** The nearest thing around a node that gathers. */
function context(node, tree) {
  let at = tree.get(node.parentId);
  while (at && (at.ignored || !CONTEXTS.includes(role(at)))) at = tree.get(at.parentId);
  return at?.nodeId ?? "";
}

function twice(names) {
  return [...new Set(names.filter((one, at) => one && names.indexOf(one) !== at))];
}
