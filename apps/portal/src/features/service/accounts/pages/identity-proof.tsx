import type { Child } from 'hono/jsx';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { SignedInContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { errorOf } from '../../../../ui/text/problems.ts';
import type { ProofView } from '../confirm-identity.ts';
import { accountText } from '../messages.ts';
import { proofField } from '../proof-field.ts';
import { CodeField } from './code-field.tsx';

interface IdentityProofProps {
  ctx: SignedInContext;
  view: ProofView;
  problems: readonly Problem[];
  /** Label of the submit button. */
  submit: Child;
  /** Style of the button; `danger` for actions that cannot be undone. */
  tone?: 'outline' | 'danger';
  /** Whether the page itself explains why confirmation is needed. */
  isExplained?: boolean;
}

/**
 * End of a form that needs identity confirmation: password, code or passkey if needed, and the submit
 * button. Works without JavaScript, except for the passkey.
 */
export function IdentityProof({ ctx, view, problems, submit, tone, isExplained }: IdentityProofProps) {
  const { text, label } = accountText(ctx);
  const asked = {
    password: view.isAsked && view.password,
    code: view.isAsked && view.code,
    passkey: view.isAsked && view.passkey,
  };
  const byField = asked.password || asked.code;
  const byPasskey = asked.passkey && view.passkeyHere;
  const error = errorOf(problems, proofField, ctx);
  return (
    <>
      {asked.password && (
        <InputText
          ctx={ctx}
          name="password"
          type="password"
          label={label.security.current}
          help={isExplained ? undefined : label.identityProof.why}
          autocomplete="current-password"
          error={errorOf(problems, 'password', ctx)}
        />
      )}
      {asked.code && <CodeField ctx={ctx} problems={problems} />}
      {view.isAsked && !byField && !asked.passkey && <p class="quiet">{text.identityProof.signInFirst}</p>}
      {asked.passkey && !byField && !view.passkeyHere && (
        <p class="quiet">{text.identityProof.passkeyElsewhere}</p>
      )}
      {byPasskey && !byField && (
        <noscript>
          <p class="quiet">{text.ownSecondFactor.show.withoutScript}</p>
        </noscript>
      )}
      <div id={proofField} tabindex={-1}>
        {error && <p class="form-control-error">{error}</p>}
        <div class="form-actions">
          {(byField || !asked.passkey) && (
            <Button
              {...(tone === 'outline' && { type: 'outline' })}
              {...(tone === 'danger' && { class: 'button-danger' })}
            >
              {submit}
            </Button>
          )}
          {byPasskey && (
            <passkey-proof data-failed={label.identityProof.passkeyFailed}>
              <input type="hidden" name="passkey" value="" />
              <button type="button" class="button" data-type="outline" data-size="md" hidden>
                {text.identityProof.byPasskey}
              </button>
              <p role="status" />
            </passkey-proof>
          )}
        </div>
      </div>
    </>
  );
}
