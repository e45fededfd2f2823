// Passkeys, where the browser has them. Without them, or without scripts, the pages say nothing of it.

/** What TypeScript does not know yet. */
interface Parser {
  parseCreationOptionsFromJSON(options: unknown): PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON(options: unknown): PublicKeyCredentialRequestOptions;
}

const form = document.querySelector<HTMLFormElement>("form[data-passkey]");
const parser = window.PublicKeyCredential as unknown as Partial<Parser> | undefined;
if (form !== null && parser?.parseCreationOptionsFromJSON !== undefined) start(form, parser as Parser);

function start(form: HTMLFormElement, parser: Parser) {
  const status = form.querySelector("[role=status]") as HTMLElement;
  const answer = form.elements.namedItem("credential") as HTMLInputElement;
  const shut = () => form.closest<HTMLElement>("[hidden]");
  for (let one = shut(); one !== null; one = shut()) one.hidden = false;

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    status.textContent = "";
    try {
      answer.value = JSON.stringify(await ask(form, parser));
      form.submit();
    } catch {
      status.textContent = form.dataset.failed ?? "";
    }
  });
}

/** Lets the device make a passkey, or show one, for the challenge of the site. */
async function ask(form: HTMLFormElement, parser: Parser): Promise<Credential | null> {
  const challenge = await fetch(`${form.action}/options`, { method: "POST" });
  const { publicKey } = await challenge.json();
  return form.dataset.passkey === "make"
    ? navigator.credentials.create({ publicKey: parser.parseCreationOptionsFromJSON(publicKey) })
    : navigator.credentials.get({ publicKey: parser.parseRequestOptionsFromJSON(publicKey) });
}
