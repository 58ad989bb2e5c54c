/**
 * Passkeys need a script. The button appears where the browser has them; without, the password form is there.
 * The two steps of each ceremony are better-auth's: options to sign, then the signed answer.
 */
const path = '/api/auth/passkey';

async function ask(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}

async function send(address: string, body: unknown): Promise<void> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
}

abstract class PasskeyElement extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button || !window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const status = this.querySelector('[role="status"]');
      if (status) status.textContent = '';
      button.disabled = true;
      try {
        await this.ceremony();
      } catch {
        if (status) status.textContent = this.dataset.failed ?? '';
      } finally {
        button.disabled = false;
      }
    });
  }

  protected abstract ceremony(): Promise<void>;
}

/** Signs what the server asks for with a passkey. */
async function signedAnswer(): Promise<unknown> {
  const options = (await ask(
    `${path}/generate-authenticate-options`,
  )) as PublicKeyCredentialRequestOptionsJSON;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  return credential.toJSON();
}

class PasskeySignIn extends PasskeyElement {
  protected override async ceremony(): Promise<void> {
    await send(`${path}/verify-authentication`, { response: await signedAnswer() });
    location.assign(this.dataset.to ?? '/');
  }
}

/** Sends the form around it with the answer of a passkey, in place of a password. */
class PasskeyProof extends PasskeyElement {
  protected override async ceremony(): Promise<void> {
    const field = this.querySelector('input');
    if (field) field.value = JSON.stringify(await signedAnswer());
    this.closest('form')?.submit();
  }
}

class PasskeyEnrolment extends PasskeyElement {
  protected override async ceremony(): Promise<void> {
    const options = (await ask(
      `${path}/generate-register-options`,
    )) as PublicKeyCredentialCreationOptionsJSON;
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const credential = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
    await send(`${path}/verify-registration`, { response: credential.toJSON() });
    location.reload();
  }
}

customElements.define('passkey-sign-in', PasskeySignIn);
customElements.define('passkey-proof', PasskeyProof);
customElements.define('passkey-enrolment', PasskeyEnrolment);
