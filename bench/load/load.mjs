// A congress that wakes up at once: `load.mjs PROGRAM [DATABASE]`. 500 clients open the form and send 2,000 contributions within thirty seconds,
// while the server is killed five times. Each client sends again until it is answered, as browsers and people do. Afterwards everything
// acknowledged is looked for by its private address. Prints one JSON object.

import { execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CLIENTS = 500;
const EACH = 4;
const SECONDS = 30;
const KILLS = [4, 9, 14, 19, 24];
/** Between two tries of a client, in milliseconds. */
const AGAIN = 250;

const [binary, database] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "arobase-load-"));
const place = ["--data", folder, ...(database ? ["--database", database] : [])];
execFileSync(binary, ["init", ...place]);
const port = await freePort();
const site = `http://127.0.0.1:${port}`;

let server = serve();
await until(async () => (await fetch(`${site}/fr`)).ok);
const killing = KILLS.map((second) =>
  after(second * 1000).then(() => {
    server.kill("SIGKILL");
    server = serve();
  }),
);
const took = { form: [], send: [], acknowledged: [] };
let tries = 0;
const tokens = (await Promise.all(Array.from({ length: CLIENTS }, client))).flat();
await Promise.all(killing);

const numbers = [];
for (const token of tokens) {
  const page = await (await fetch(`${site}/fr/recepisse/${token}`)).text();
  numbers.push(Number(page.match(/class="figure">(\d+)</)?.[1]));
}
const published = (await (await fetch(`${site}/data/contributions.csv`)).text()).trim().split("\n").length - 1;
server.kill();
await rm(folder, { recursive: true });
console.log(
  JSON.stringify({
    sent: tokens.length,
    kills: KILLS.length,
    tries,
    found: numbers.filter(Number.isInteger).length,
    distinct: new Set(numbers).size,
    published,
    form: spread(took.form),
    send: spread(took.send),
    acknowledged: spread(took.acknowledged),
  }),
);

/** One person with four things to say, at moments of their own. */
async function client() {
  const moments = Array.from({ length: EACH }, () => Math.random() * SECONDS * 1000).sort((a, b) => a - b);
  const start = performance.now();
  const sent = [];
  for (const moment of moments) {
    await after(moment - (performance.now() - start));
    sent.push(await contribute());
  }
  return sent;
}

async function contribute() {
  const token = randomUUID();
  const text = `Ouvrir une permanence numérique le ${token.slice(0, 8)} dans chaque mairie du canton.`;
  const begun = performance.now();
  await answered(took.form, () => fetch(`${site}/fr/contribuer`));
  const body = () => new URLSearchParams({ token, text, territory: "Nouans (72)" });
  await answered(took.send, () => fetch(`${site}/fr/contribuer`, { method: "POST", body: body(), redirect: "manual" }), 303);
  took.acknowledged.push(performance.now() - begun);
  return token;
}

/** Asks until answered; keeps how long the answer itself took. */
async function answered(times, ask, status = 200) {
  for (;;) {
    const begun = performance.now();
    tries += 1;
    const answer = await ask().catch(() => null);
    await answer?.arrayBuffer().catch(() => null);
    if (answer?.status === status) return times.push(performance.now() - begun);
    if (answer !== null && answer.status < 500) throw new Error(`answered ${answer.status}`);
    await after(AGAIN);
  }
}

function serve() {
  return spawn(binary, ["serve", ...place, "--listen", `127.0.0.1:${port}`], { stdio: "ignore" });
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function after(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function until(holds) {
  while (!(await holds().catch(() => false))) await after(50);
}

/** Median, 95th centile and longest, in milliseconds. */
function spread(times) {
  const sorted = times.sort((a, b) => a - b);
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
  return { median: at(0.5), p95: at(0.95), longest: at(1) };
}
