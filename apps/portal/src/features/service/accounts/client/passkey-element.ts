/**
 * Passkeys need JavaScript. The button is shown only if the browser supports them; the password form remains.
 * Each ceremony has better-auth's two steps: fetch the options, then post the signed response.
 */
export const path = '/api/auth/passkey';

export async function ask(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}

export async function send(address: string, body: unknown): Promise<void> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
}

export abstract class PasskeyElement extends HTMLElement {
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

/** Signs the server's challenge with a passkey. */
export async function signedAnswer(): Promise<unknown> {
  const options = (await ask(
    `${path}/generate-authenticate-options`,
  )) as PublicKeyCredentialRequestOptionsJSON;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  return credential.toJSON();
}
