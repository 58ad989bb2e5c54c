import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { SignedInContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { accountPaths } from '../account-paths.ts';
import { accountText } from '../messages.ts';
import { AccountPage } from './account-page.tsx';
import { PasskeySection, type PasskeysView } from './passkeys.tsx';
import { TotpForm } from './totp-form.tsx';

export type SecurityNotice = 'changed' | 'totpStarted' | 'totpStopped' | 'passkeyRemoved';

export interface SecurityView {
  problems: readonly Problem[];
  notice?: SecurityNotice | undefined;
  hasPassword: boolean;
  passkeys: PasskeysView;
}

export function SecurityPage({ ctx, view }: { ctx: SignedInContext; view: SecurityView }) {
  const { label } = accountText(ctx);
  return (
    <AccountPage ctx={ctx} title={label.account.security} notice={view.notice && label.security[view.notice]}>
      <ErrorSummary ctx={ctx} errors={errorsFor(view.problems, ctx, 'current')} />
      <PasskeySection ctx={ctx} view={view.passkeys} />
      <TotpSection ctx={ctx} view={view} />
      <PasswordSection ctx={ctx} view={view} />
    </AccountPage>
  );
}

function PasswordSection({ ctx, view }: { ctx: SignedInContext; view: SecurityView }) {
  const { text, label } = accountText(ctx);
  const { problems } = view;
  if (!view.hasPassword)
    return (
      <section>
        <h2>{text.security.passwordHeading}</h2>
        <p>{text.security.noPassword}</p>
        <p class="more">
          <ButtonLink type="outline" href={ctx.href(accountPaths.passwordReset)}>
            {text.passwordReset.title}
          </ButtonLink>
        </p>
      </section>
    );
  return (
    <section>
      <h2>{text.security.passwordHeading}</h2>
      <form method="post" action={`${ctx.href(accountPaths.security)}/password`} novalidate>
        <InputText
          ctx={ctx}
          name="current"
          type="password"
          label={label.security.current}
          autocomplete="current-password"
          error={errorOf(problems, 'current', ctx)}
        />
        <InputText
          ctx={ctx}
          name="next"
          type="password"
          label={label.security.next}
          help={label.password.help}
          autocomplete="new-password"
          error={errorOf(problems, 'next', ctx)}
        />
        <div class="form-actions">
          <Button type="outline">{text.security.change}</Button>
        </div>
      </form>
    </section>
  );
}

function TotpSection({ ctx, view }: { ctx: SignedInContext; view: SecurityView }) {
  const { text } = accountText(ctx);
  const on = ctx.user.twoFactorEnabled;
  return (
    <section>
      <h2>{text.security.totpHeading}</h2>
      <p>
        <StatusLabel tone={on ? 'success' : 'warning'}>
          {on ? text.security.totpOn : text.security.totpOff}
        </StatusLabel>
      </p>
      <p>{text.security.totpLead}</p>
      <TotpForm
        ctx={ctx}
        hasPassword={view.hasPassword}
        confirmFirst={view.passkeys.confirmFirst}
        problems={view.problems}
      />
    </section>
  );
}
