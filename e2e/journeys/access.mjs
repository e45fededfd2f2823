// What makes a session surer: a second factor, with scripts or without, and passkeys.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { violations } from "../axe.mjs";
import { binary, visit } from "../site.mjs";
import { comeIn, invited } from "./enter.mjs";
import { tooWide } from "./reflow.mjs";

const TELEPHONE = { viewport: { width: 360, height: 740 } };

export default function access(site) {
  describe("second factor", { skip: !site.folder && "the folder of the site is not known" }, () => {
    for (const javaScriptEnabled of [false, true]) {
      const who = `second.${javaScriptEnabled}@nouans.example`;
      test(`whoever has a role makes one and shows it, ${javaScriptEnabled ? "with" : "without"} scripts`, () =>
        visit(site, { ...TELEPHONE, javaScriptEnabled, errors: [422] }, async (page) => {
          const holds = (path) => sound(page, path, javaScriptEnabled);
          await comeIn(page, await invited(site, who));
          await page.getByRole("link", { name: "L’activer, en deux minutes" }).click();
          await holds("/fr/second-facteur");
          await page.getByRole("button", { name: "Commencer" }).click();
          await holds("/fr/second-facteur");
          const secret = (await page.locator("code").innerText()).replaceAll(" ", "");
          await page.getByLabel("Le code qu’elle affiche").fill("000000");
          await page.getByRole("button", { name: "Activer" }).click();
          await holds("/fr/second-facteur/confirm");
          assert.match(await page.locator("main").innerText(), /n’est pas le bon/);
          await page.getByLabel("Le code qu’elle affiche").fill(code(secret, 0));
          await page.getByRole("button", { name: "Activer" }).click();
          await holds("/fr/second-facteur/confirm");
          const codes = await page.locator("main li code").allInnerTexts();
          assert.equal(codes.length, 10);
          await page.getByRole("link", { name: "Je les ai notés" }).click();
          await page.getByRole("button", { name: "Me déconnecter" }).click();

          await comeIn(page, await invited(site, who));
          await page.goto("/fr/membres");
          await holds("/fr/second-facteur");
          await page.getByLabel("Code affiché par l’application").fill(code(secret, 1));
          await page.getByRole("button", { name: "Valider" }).click();
          await holds("/fr/mon-espace");
          await page.goto("/fr/membres");
          await holds("/fr/membres");
          await page.goto("/fr/mon-espace");
          await page.getByRole("button", { name: "Me déconnecter" }).click();

          await comeIn(page, await invited(site, who));
          await page.goto("/fr/second-facteur");
          await page.getByLabel("Code de secours").fill(codes[3].toLowerCase());
          await page.getByRole("button", { name: "Entrer avec ce code" }).click();
          await holds("/fr/second-facteur");
          assert.match(await page.locator("main").innerText(), /Il reste 9 codes/);
          await page.getByRole("button", { name: "Retirer" }).click();
          await holds("/fr/second-facteur");
          await page.goto("/fr/membres");
          await holds("/fr/membres");
        }));
    }
  });

  describe("passkeys", { skip: !site.folder && "the folder of the site is not known" }, () => {
    // A passkey belongs to a domain name; the demonstration has a number for an address.
    const named = { browser: site.browser, folder: site.folder };
    before(() => open(named));
    after(() => close(named));

    test("a passkey is made, signs in without mail, and is taken away", () =>
      visit(named, { ...TELEPHONE, javaScriptEnabled: true, errors: [422] }, async (page) => {
        const device = await authenticator(page);
        await comeIn(page, await invited(named, "passkey@nouans.example"));
        await page.getByLabel("Nom de la clé").fill("Clé du bureau");
        await page.getByRole("button", { name: "Ajouter une clé d’accès" }).click();
        await page.getByText("Clé du bureau").waitFor();
        await sound(page, "/fr/mon-espace", true);
        await page.getByRole("button", { name: "Me déconnecter" }).click();

        const signIn = page.getByRole("button", { name: "Se connecter avec une clé d’accès" });
        await sound(page, "/fr/connexion", true);
        await device.verifies(false);
        await signIn.click();
        await page.getByText("L’appareil n’a pas donné de clé d’accès").waitFor();
        await device.verifies(true);
        await signIn.click();
        await page.waitForURL("**/fr/mon-espace");
        assert.match(await page.locator("main").innerText(), /par une clé d’accès[\s\S]*A servi le/);
        await page.getByRole("button", { name: "Retirer la clé d’accès" }).click();
        assert.doesNotMatch(await page.locator("main").innerText(), /Clé du bureau/);
        await page.getByRole("button", { name: "Me déconnecter" }).click();
        await signIn.click();
        await page.getByText("n’a pas été reconnue").waitFor();
        await sound(page, "/fr/connexion/passkey", true);
      }));

    test("without scripts the pages say nothing of passkeys", () =>
      visit(named, TELEPHONE, async (page) => {
        await page.goto("/fr/connexion");
        assert.doesNotMatch(await page.locator("main").innerText(), /clé d’accès/);
        await comeIn(page, await invited(named, "passkey@nouans.example"));
        assert.doesNotMatch(await page.locator("main").innerText(), /clé d’accès/);
      }));
  });
}

/** Nothing wrong with the page, by day and by night, and nothing wider than the window. */
async function sound(page, path, scripts) {
  assert.equal(new URL(page.url()).pathname, path);
  assert.deepEqual(await page.evaluate(tooWide), []);
  for (const colorScheme of scripts ? ["light", "dark"] : []) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await violations(page), [], `${path}, ${colorScheme}`);
  }
}

/** The six digits of RFC 6238, some steps of thirty seconds from now. */
function code(secret, steps) {
  const bits = [...secret].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac("sha1", key).update(counter).digest();
  const number = digest.readUInt32BE(digest.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** A device that keeps passkeys. */
async function authenticator(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", { options });
  return { verifies: (isUserVerified) => devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }) };
}

/** The same site under a name. */
async function open(named) {
  const port = await freePort();
  named.address = `http://localhost:${port}`;
  named.server = spawn(binary, ["serve", "--data", named.folder, "--listen", `127.0.0.1:${port}`, "--site", named.address], { stdio: "ignore" });
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(`http://127.0.0.1:${port}/fr`).then(({ ok }) => ok, () => false)) return;
    await pause(100);
  }
  assert.fail("the site under a name does not answer");
}

async function close(named) {
  named.server.kill();
  await once(named.server, "exit");
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}
