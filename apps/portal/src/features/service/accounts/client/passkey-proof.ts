import { PasskeyElement, signedAnswer } from './passkey-element.ts';

/** Submits the enclosing form with a passkey response instead of a password. */
class PasskeyProof extends PasskeyElement {
  protected override async ceremony(): Promise<void> {
    const field = this.querySelector('input');
    if (field) field.value = JSON.stringify(await signedAnswer());
    this.closest('form')?.submit();
  }
}

customElements.define('passkey-proof', PasskeyProof);
