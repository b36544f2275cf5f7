/**
 * Passkeys, where the browser has them. A form says by `data-passkey` whether it signs in or adds one; what it offers is
 * hidden until it is known that it can be kept. Without scripts there is the password and the authenticator app.
 */
export function offerPasskeys(): void {
  if (!("PublicKeyCredential" in window) || !PublicKeyCredential.parseRequestOptionsFromJSON) {
    return;
  }
  for (const hidden of document.querySelectorAll<HTMLElement>("[data-passkey-offer]")) {
    hidden.hidden = false;
  }
  for (const instead of document.querySelectorAll<HTMLElement>("[data-passkey-instead]")) {
    instead.hidden = true;
  }
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
    form.dataset["passkey"] === "add" ? offerToAdd(form) : offerToSignIn(form);
  }
}

function offerToAdd(form: HTMLFormElement): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void finish(form, async () => {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await optionsFor(form));
      return navigator.credentials.create({ publicKey });
    });
  });
}

function offerToSignIn(form: HTMLFormElement): void {
  let waiting = new AbortController();

  const ask = async (mediation: CredentialMediationRequirement): Promise<Credential | null> => {
    waiting.abort();
    waiting = new AbortController();
    const { signal } = waiting;
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await optionsFor(form));
    return navigator.credentials.get({ publicKey, mediation, signal });
  };

  form.querySelector("[data-passkey-press]")?.addEventListener("click", () => {
    void finish(form, () => ask("optional"));
  });

  // Among what the browser fills in for the email address; the person chooses, and nobody is told if they do not. Whoever
  // was refused just now presses for another try.
  if (document.querySelector(".govuk-error-summary")) {
    return;
  }
  void PublicKeyCredential.isConditionalMediationAvailable?.().then(async (available) => {
    if (available) {
      await finish(form, () => ask("conditional"), true);
    }
  });
}

/** What the server wants signed. It keeps the same in a cookie. */
async function optionsFor(form: HTMLFormElement): Promise<never> {
  const token = form.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")!;
  const body = new FormData();
  body.set(token.name, token.value);
  const answer = await fetch(form.dataset["passkeyOptions"]!, { method: "POST", body });
  if (!answer.ok || answer.redirected) {
    throw new Error(`The server answered ${answer.status}.`);
  }
  return (await answer.json()) as never;
}

async function finish(
  form: HTMLFormElement,
  prove: () => Promise<Credential | null>,
  quietly = false,
): Promise<void> {
  const failed = form.querySelector<HTMLElement>("[data-passkey-failed]")!;
  failed.hidden = true;
  try {
    const credential = await prove();
    form.querySelector<HTMLInputElement>("[name=Credential]")!.value = JSON.stringify(credential);
    form.action = form.dataset["passkeyAction"]!;
    form.submit();
  } catch (error) {
    // Given up by the person, by us for another try, or by a device that knows none of ours.
    failed.hidden = quietly || (error as Error).name === "AbortError";
  }
}
