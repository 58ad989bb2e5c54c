import { PasskeyElement, path, send, signedAnswer } from './passkey-element.ts';

class PasskeySignIn extends PasskeyElement {
  protected override async ceremony(): Promise<void> {
    await send(`${path}/verify-authentication`, { response: await signedAnswer() });
    location.assign(this.dataset.to ?? '/');
  }
}

customElements.define('passkey-sign-in', PasskeySignIn);
