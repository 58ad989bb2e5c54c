import type { Child } from 'hono/jsx';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { accountPaths } from '../account-paths.ts';
import { accountText } from '../messages.ts';
import { DemonstrationAccounts, type DemonstrationView } from './demonstration-accounts.tsx';

export type SignInNotice = 'signedOut' | 'left' | 'passwordChanged' | 'emailRestored' | 'oidcFailed';

export interface SignInView {
  /** Page to go to after signing in, with language prefix. */
  to: string;
  email?: string | undefined;
  problems: readonly Problem[];
  notice?: SignInNotice | undefined;
  /** Name of the OpenID provider, if one is configured. */
  oidcName?: string | undefined;
  /** Whether passkeys work at the address the page was opened at. */
  passkeys: boolean;
  demonstration?: DemonstrationView | undefined;
}

export function SignInPage({ ctx, view }: { ctx: PageContext; view: SignInView }) {
  const { text, label } = accountText(ctx);
  const { problems, notice } = view;
  return (
    <Shell
      ctx={ctx}
      title={label.signIn.title}
      description={label.signIn.description}
      unlisted
      styles={['accounts']}
    >
      <div class="container page account-entry">
        <div class="account-panel">
          <h1>{text.signIn.heading}</h1>
          {notice && (
            <NotificationBanner
              type={notice === 'oidcFailed' ? 'error' : 'success'}
              heading={text.signIn[notice]}
            />
          )}
          <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'email')} />
          <form method="post" action={ctx.href(accountPaths.signIn)} novalidate>
            <input type="hidden" name="to" value={view.to} />
            <InputText
              ctx={ctx}
              name="email"
              type="email"
              label={label.signIn.email}
              value={view.email ?? ''}
              autocomplete="username webauthn"
              error={errorOf(problems, 'email', ctx)}
            />
            <InputText
              ctx={ctx}
              name="password"
              type="password"
              label={label.signIn.password}
              autocomplete="current-password"
              error={errorOf(problems, 'password', ctx)}
            />
            <div class="form-actions">
              <Button size="lg">{text.signIn.submit}</Button>
              <a href={ctx.href(accountPaths.passwordReset)}>{text.signIn.forgotten}</a>
            </div>
          </form>
          <OtherWays ctx={ctx} view={view} />
        </div>
        <div class="account-aside">
          <p>{text.signIn.lead}</p>
          <h2>{text.signIn.invited}</h2>
          <p>{text.signIn.invitedBody}</p>
          <p class="more">
            <a href={ctx.href(accountPaths.request)}>{text.signIn.askForAccount}</a>
          </p>
          {view.demonstration && <DemonstrationAccounts ctx={ctx} view={view.demonstration} />}
        </div>
      </div>
    </Shell>
  );
}

function OtherWays({ ctx, view }: { ctx: PageContext; view: SignInView }) {
  const { text } = accountText(ctx);
  if (!view.oidcName && !view.passkeys) return null;
  return (
    <div class="other-ways">
      <h2>{text.signIn.otherWays}</h2>
      {view.oidcName && (
        <ButtonLink
          type="outline"
          href={`${ctx.href(accountPaths.oidc)}?to=${encodeURIComponent(view.to)}`}
          rel="nofollow"
        >
          {text.signIn.oidc(view.oidcName)}
        </ButtonLink>
      )}
      {view.passkeys && <PasskeySignIn ctx={ctx} to={view.to} label={text.signIn.passkey} />}
    </div>
  );
}

/** @param to  page to go to after signing in, with language prefix */
export function PasskeySignIn({ ctx, to, label }: { ctx: PageContext; to: string; label: Child }) {
  return (
    <passkey-sign-in data-to={to} data-failed={accountText(ctx).label.signIn.passkeyFailed}>
      <button type="button" class="button" data-type="outline" data-size="md" hidden>
        {label}
      </button>
      <p role="status" />
    </passkey-sign-in>
  );
}
