import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { accountPaths } from '../account-paths.ts';
import { accountText } from '../messages.ts';
import { EntryPage } from './entry-page.tsx';

export interface PasswordResetView {
  email?: string | undefined;
  problems: readonly Problem[];
  /** Whether the form was accepted; independent of whether the address has an account. */
  sent: boolean;
}

/** Form to request a password reset link. */
export function PasswordResetPage({ ctx, view }: { ctx: PageContext; view: PasswordResetView }) {
  const { text, label } = accountText(ctx);
  const { problems, sent, email } = view;
  return (
    <EntryPage ctx={ctx} title={label.passwordReset.title} heading={text.passwordReset.heading}>
      {sent ? (
        <NotificationBanner type="info" heading={text.passwordReset.sent}>
          <p>{text.passwordReset.sentBody}</p>
        </NotificationBanner>
      ) : (
        <>
          <p>{text.passwordReset.lead}</p>
          <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'email')} />
          <form method="post" action={ctx.href(accountPaths.passwordReset)} novalidate>
            <InputText
              ctx={ctx}
              name="email"
              type="email"
              label={label.signIn.email}
              value={email ?? ''}
              autocomplete="username"
              error={errorOf(problems, 'email', ctx)}
            />
            <div class="form-actions">
              <Button size="lg">{text.passwordReset.submit}</Button>
            </div>
          </form>
        </>
      )}
    </EntryPage>
  );
}

export interface NewPasswordView {
  token: string;
  problems: readonly Problem[];
}

/** Form to set a new password, opened by the mailed link. */
export function NewPasswordPage({ ctx, view }: { ctx: PageContext; view: NewPasswordView }) {
  const { text, label } = accountText(ctx);
  return (
    <EntryPage ctx={ctx} title={label.passwordReset.title} heading={text.passwordReset.newHeading}>
      <ErrorSummary ctx={ctx} errors={errorsFor(view.problems, ctx, 'password')} />
      <form method="post" action={ctx.href(`${accountPaths.passwordReset}/${view.token}`)} novalidate>
        <InputText
          ctx={ctx}
          name="password"
          type="password"
          label={label.passwordReset.newPassword}
          help={label.password.help}
          autocomplete="new-password"
          error={errorOf(view.problems, 'password', ctx)}
        />
        <div class="form-actions">
          <Button size="lg">{text.passwordReset.newSubmit}</Button>
        </div>
      </form>
    </EntryPage>
  );
}
