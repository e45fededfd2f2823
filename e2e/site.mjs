// The demonstration site and the browser, started once; a visit is a window of its own that complains at its end.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

/** The root of the project. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** The program under test. */
export const binary = process.env.AROBASE ?? join(root, "target/debug/arobase");

// Nothing but the page asked for: no look-up of the browser's own, which a machine without network would see fail.
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How long the demonstration may take to be analysed by a development build, in milliseconds. */
const PATIENCE = 300_000;

/** Starts the site and the browser. `AROBASE_URL` names a site that runs already, `AROBASE_FOLDER` where its data are. */
export async function openSite() {
  const server = process.env.AROBASE_URL ? { address: process.env.AROBASE_URL, folder: process.env.AROBASE_FOLDER, stop() {} } : await serve();
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const close = async () => {
    await browser.close();
    await server.stop();
  };
  return { address: server.address, folder: server.folder, browser, close };
}

/** Starts the program on a folder of its own: the demonstration, or `serve` for a site where there is nothing yet. */
export async function serve(command = "demo") {
  const folder = await mkdtemp(join(tmpdir(), "arobase-e2e-"));
  const child = spawn(binary, [command, "--data", folder, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "pipe"] });
  const told = [];
  child.stderr.on("data", (text) => told.push(text));
  process.once("exit", () => child.kill("SIGKILL"));
  const address = await Promise.race([firstAddress(child), silence(child)]);
  if (!address) throw new Error(`${binary} served nothing:\n${Buffer.concat(told)}`);
  const stop = async () => {
    const ended = child.exitCode ?? once(child, "exit");
    child.kill();
    await ended;
    await rm(folder, { recursive: true });
  };
  return { address, folder, stop };
}

async function firstAddress(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith("http://")) return line.trim();
  }
}

function silence(child) {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE).unref();
    child.once("error", () => resolve());
  });
}

/**
 * Opens a window without scripts, as anyone may have, and goes on a journey. Afterwards nothing may have been asked of another
 * origin, no answer may have been an error but those in `errors`, and the console must be empty.
 */
export async function visit(site, { errors = [], ...options }, journey) {
  const context = await site.browser.newContext({ baseURL: site.address, javaScriptEnabled: false, locale: "fr-FR", ...options });
  const complaints = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(site.address)) complaints.push(`asked elsewhere: ${request.url()}`);
  });
  context.on("response", (response) => {
    const expected = response.status() < 400 || errors.includes(response.status());
    if (!expected) complaints.push(`${response.status()}: ${response.url()}`);
  });
  context.on("console", (message) => {
    const known = message.text().startsWith("Failed to load resource"); // the answer itself is judged above
    if (["error", "warning"].includes(message.type()) && !known) complaints.push(`console: ${message.text()}`);
  });
  try {
    await journey(await context.newPage());
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}
