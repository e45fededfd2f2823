// Coming in: the link that the command line gives, the one of a letter, and what a link opens.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { binary } from "../site.mjs";

/** The link that the command line gives to a new administrator, of the latest edition or of the one told. */
export async function invited(site, email, name = email, edition = []) {
  const command = ["admin", "invite", email, "--name", name, "--data", site.folder, "--site", site.address, ...edition];
  const { stdout } = await promisify(execFile)(binary, command);
  return stdout.match(/http:\/\/\S+/)[0].replace("/en/enter", "/fr/entrer");
}

/** Comes in by a link. */
export async function comeIn(page, link) {
  await page.goto(link);
  await page.getByRole("button", { name: "Me connecter" }).click();
  await page.waitForURL("**/fr/mon-espace");
}

/** Asks for a link at one's address and comes in by it. */
export async function comeBack(site, page, email) {
  await page.goto("/fr/connexion");
  const known = await letters(site);
  await page.getByLabel("Votre adresse électronique").fill(email);
  await page.getByRole("button", { name: "Recevoir un lien" }).click();
  await comeIn(page, await nextLetter(site, known));
}

/** The link in the letter of someone whom the administrator, who is in, invites. */
export async function inviting(site, page, email, role) {
  const known = await letters(site);
  await page.goto("/fr/membres");
  await page.locator("#email").fill(email);
  await page.locator("#role").selectOption(role);
  await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
  return nextLetter(site, known);
}

/** The names of the letters that left. */
export async function letters(site) {
  return readdir(join(site.folder, "mail/new")).catch(() => []);
}

/** The link in the letter that is not among `before`. */
export async function nextLetter(site, before) {
  for (let tries = 0; tries < 100; tries++) {
    const fresh = (await letters(site)).filter((name) => !before.includes(name));
    if (fresh.length > 0) return linkIn(await readFile(join(site.folder, "mail/new", fresh[0]), "utf8"));
    await pause(100);
  }
  assert.fail("no letter came");
}

/** A letter is written in quoted-printable: lines cut by « = », signs as « =3D ». */
function linkIn(message) {
  const text = message.replaceAll("=\r\n", "").replaceAll("=3D", "=");
  return text.match(/http:\/\/\S+\/(?:entrer|cite-comme-signataire)\?key=\w+/)[0];
}
