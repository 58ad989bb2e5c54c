import { PasskeyElement, signedAnswer } from './passkey-element.ts';

/** Sends the form around it with the answer of a passkey, in place of a password. */
class PasskeyProof extends PasskeyElement {
  protected override async ceremony(): Promise<void> {
    const field = this.querySelector('input');
    if (field) field.value = JSON.stringify(await signedAnswer());
    this.closest('form')?.submit();
  }
}

customElements.define('passkey-proof', PasskeyProof);
