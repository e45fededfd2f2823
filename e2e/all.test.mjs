// Every journey, on one demonstration site and in one browser. A journey is a file that registers its tests.

import { after, describe } from "node:test";
import { openSite } from "./site.mjs";
import { crawl } from "./crawl.mjs";
import access from "./journeys/access.mjs";
import accessibility from "./journeys/accessibility.mjs";
import budgets from "./journeys/budgets.mjs";
import coding from "./journeys/coding.mjs";
import contribute from "./journeys/contribute.mjs";
import curate from "./journeys/curate.mjs";
import ideas from "./journeys/ideas.mjs";
import importing from "./journeys/import.mjs";
import keyboard from "./journeys/keyboard.mjs";
import languages from "./journeys/languages.mjs";
import links from "./journeys/links.mjs";
import offline from "./journeys/offline.mjs";
import people, { keying } from "./journeys/people.mjs";
import print from "./journeys/print.mjs";
import printed from "./journeys/printed.mjs";
import reading from "./journeys/reading.mjs";
import reflow from "./journeys/reflow.mjs";
import reports from "./journeys/reports.mjs";
import roster from "./journeys/roster.mjs";
import search from "./journeys/search.mjs";
import setup from "./journeys/setup.mjs";
import sources from "./journeys/sources.mjs";
import territories from "./journeys/territories.mjs";

const site = await openSite();
const visited = await crawl(site);

describe("the site", () => {
  after(() => site.close());
  links(site, visited);
  languages(site);
  sources(site);
  search(site);
  contribute(site);
  territories(site);
  offline(site);
  people(site);
  keying(site);
  setup(site);
  roster(site);
  importing(site);
  access(site);
  keyboard(site, visited);
  reflow(site, visited);
  print(site);
  printed(site);
  budgets(site, visited);
  accessibility(site, visited);
  curate(site);
  ideas(site);
  coding(site);
  reading(site);
  reports(site);
});
