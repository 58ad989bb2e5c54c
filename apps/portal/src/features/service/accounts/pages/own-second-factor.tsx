import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { SignedInContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { errorsFor } from '../../../../ui/text/problems.ts';
import { accountPaths } from '../account-paths.ts';
import { accountText } from '../messages.ts';
import { CodeField } from './code-field.tsx';
import { EntryPage } from './entry-page.tsx';
import { PasskeySection, type PasskeysView } from './passkeys.tsx';
import { PasskeySignIn } from './sign-in.tsx';
import { TotpForm } from './totp-form.tsx';

export interface OwnSecondFactorView {
  /** Where to go on, with its language prefix. */
  to: string;
  /** Whether an authenticator app is configured. */
  app: boolean;
  hasPassword: boolean;
  passkeys: PasskeysView;
  problems: readonly Problem[];
}

/** Requires staff to set up or use a second factor before they continue. */
export function OwnSecondFactorPage({ ctx, view }: { ctx: SignedInContext; view: OwnSecondFactorView }) {
  return ctx.user.owes === 'second-factor' ? (
    <Showing ctx={ctx} view={view} />
  ) : (
    <SettingUp ctx={ctx} view={view} />
  );
}

function SettingUp({ ctx, view }: { ctx: SignedInContext; view: OwnSecondFactorView }) {
  const { text, label } = accountText(ctx);
  const { setUp } = text.ownSecondFactor;
  return (
    <EntryPage ctx={ctx} title={label.ownSecondFactor.setUp.title} heading={setUp.heading}>
      <p>{setUp.lead}</p>
      <p>{setUp.choose}</p>
      <PasskeySection ctx={ctx} view={view.passkeys} />
      <section>
        <h2>{text.security.totpHeading}</h2>
        <p>{setUp.app}</p>
        <TotpForm
          ctx={ctx}
          hasPassword={view.hasPassword}
          confirmFirst={view.passkeys.confirmFirst}
          problems={view.problems}
        />
      </section>
      <p class="more">
        <a href={ctx.href(accountPaths.account)}>{setUp.toAccount}</a>
      </p>
    </EntryPage>
  );
}

function Showing({ ctx, view }: { ctx: SignedInContext; view: OwnSecondFactorView }) {
  const { text, label } = accountText(ctx);
  const { show } = text.ownSecondFactor;
  const { app, passkeys, problems } = view;
  return (
    <EntryPage ctx={ctx} title={label.ownSecondFactor.show.title} heading={show.heading}>
      <p>{show.lead}</p>
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'code')} />
      {app && (
        <form method="post" action={ctx.href(accountPaths.ownSecondFactor)} novalidate>
          <input type="hidden" name="to" value={view.to} />
          <CodeField ctx={ctx} problems={problems} />
          <div class="form-actions">
            <Button size="lg">{text.secondFactor.submit}</Button>
          </div>
        </form>
      )}
      {passkeys.passkeys.length > 0 &&
        (passkeys.here ? (
          <>
            <noscript>
              <p class="quiet">{show.withoutScript}</p>
            </noscript>
            <PasskeySignIn ctx={ctx} to={view.to} label={show.passkey} />
          </>
        ) : (
          passkeys.host && <p class="quiet">{text.security.passkeyHere(passkeys.host)}</p>
        ))}
    </EntryPage>
  );
}
