import { ask, PasskeyElement, path, send } from './passkey-element.ts';

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

customElements.define('passkey-enrolment', PasskeyEnrolment);
