// How long a gesture of the bench takes: `gestures.mjs PROGRAM ANSWERS.csv.gz`. Some eight thousand real answers, ten thousand ideas, are
// imported and analysed by a site; a knowledge engineer then makes gestures of every size, one after the other, as a browser without
// script does: the form is sent, then the page is read. Prints one JSON object.

import { execFileSync, spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";

const ANSWERS = 7700;
/** Long enough ago for the site to read them at once. */
const DAY = "2026-01-05";
const ROUNDS = 60;

const [binary, answers] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "arobase-gestures-"));
const place = ["--data", folder];
const port = await freePort();
const site = `http://127.0.0.1:${port}`;

execFileSync(binary, ["init", ...place]);
await writeFile(join(folder, "answers.csv"), await sample());
execFileSync(binary, ["import", ...place, join(folder, "answers.csv")]);
const server = spawn(binary, ["serve", ...place, "--listen", `127.0.0.1:${port}`, "--site", site], { stdio: "ignore" });
let cookie = "";
try {
  await until(async () => (await fetch(`${site}/fr`)).ok);
  await comeIn(execFileSync(binary, ["admin", "invite", "banc@exemple.example", ...place, "--site", site]).toString());
  await invite("curatrice@exemple.example");
  await until(async () => (await read("/fr/classement")).includes('id="bench"'));
  console.log(JSON.stringify(await measure()));
} finally {
  server.kill();
  await rm(folder, { recursive: true, force: true });
}

async function measure() {
  const took = { gesture: [], page: [], merge: [] };
  const first = performance.now();
  await read("/fr/classement?pile=t01");
  const opening = performance.now() - first;
  for (let round = 0; round < ROUNDS; round++) {
    for (const edit of ["accept", "move", "off_topic", "undo", "to_sort", "undo", "create", "undo"]) {
      await make(took.gesture, took.page, "t01", { edit, to: "t02", label: `Thème ${round}` });
    }
  }
  for (let round = 0; round < 10; round++) {
    await make(took.merge, took.page, "t03", { edit: "merge", theme: "t03", to: "t04" });
    await make(took.merge, took.page, "t03", { edit: "undo" });
  }
  const ideas = [...(await read("/fr/registre")).matchAll(/<td class="num">([\d\s\u202f\u00a0]+)<\/td>/g)].map((found) => Number(found[1].replace(/\D/g, "")));
  return { answers: ANSWERS, ideas: Math.max(...ideas), opening: Math.round(opening), gesture: spread(took.gesture), merge: spread(took.merge), page: spread(took.page) };
}

/** Sends a gesture on the first idea of a pile, then reads the page that one is led to. */
async function make(gestures, pages, pile, fields) {
  const page = await read(`/fr/classement?pile=${pile}`);
  const value = (name) => page.match(new RegExp(`name="${name}" value="([^"]+)"`))?.[1] ?? "";
  const about = ["merge", "undo"].includes(fields.edit) ? {} : { idea: value("tick") };
  const body = new URLSearchParams({ pile, seen: value("seen"), ...about, ...fields });
  const begun = performance.now();
  const answer = await fetch(`${site}/fr/classement`, { method: "POST", body, headers: { cookie }, redirect: "manual" });
  await answer.arrayBuffer();
  gestures.push(performance.now() - begun);
  if (answer.status !== 303) throw new Error(`${fields.edit}: ${answer.status}`);
  const then = performance.now();
  await read(answer.headers.get("location"));
  pages.push(performance.now() - then);
}

async function read(path) {
  return (await fetch(`${site}${path}`, { headers: { cookie }, redirect: "manual" })).text();
}

async function comeIn(told) {
  const key = told.match(/entrer\?key=(\w+)/)[1];
  const body = new URLSearchParams({ key });
  const answer = await fetch(`${site}/fr/entrer`, { method: "POST", body, redirect: "manual" });
  cookie = answer.headers.getSetCookie()[0].split(";")[0];
}

async function invite(email) {
  const page = await read("/fr/membres");
  const token = page.match(/name="token" value="([^"]+)"/)[1];
  const body = new URLSearchParams({ token, name: "", email, role: "knowledge_engineer" });
  await fetch(`${site}/fr/membres`, { method: "POST", body, headers: { cookie }, redirect: "manual" });
  const mail = join(folder, "mail/new");
  const letters = () => readdir(mail).catch(() => []);
  await until(async () => (await letters()).length > 0);
  await comeIn((await readFile(join(mail, (await letters())[0]), "utf8")).replaceAll("=\r\n", "").replaceAll("=3D", "="));
}

/** Every fortieth answer or so, with a date. */
async function sample() {
  const lines = createInterface({ input: createReadStream(answers).pipe(createGunzip()) });
  const rows = [];
  let row = "";
  let head;
  for await (const line of lines) {
    row += row ? `\n${line}` : line;
    if ((row.split('"').length - 1) % 2) continue;
    if (!head) head = row;
    else rows.push(row);
    row = "";
  }
  const step = Math.floor(rows.length / ANSWERS);
  const kept = Array.from({ length: ANSWERS }, (_, nth) => rows[nth * step]);
  return [`${head},date`, ...kept.map((row) => `${row},${DAY}`)].join("\n");
}

function spread(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] * 10) / 10;
  return { many: sorted.length, median: at(0.5), p95: at(0.95) };
}

async function until(holds) {
  for (let tries = 0; tries < 1200; tries++) {
    if (await holds().catch(() => false)) return;
    await new Promise((resume) => setTimeout(resume, 250));
  }
  throw new Error("it never came");
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
