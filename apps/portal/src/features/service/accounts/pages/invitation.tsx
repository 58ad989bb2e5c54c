import { longestName } from '../../../../platform/identity/names.ts';
import type { SiteRole } from '../../../../platform/identity/permissions.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { accountPaths } from '../account-paths.ts';
import { accountText } from '../messages.ts';
import { EntryPage } from './entry-page.tsx';

export interface InvitationView {
  token: string;
  email: string;
  siteRole: SiteRole;
  organisationName: string | undefined;
  hasAccount: boolean;
  name?: string | undefined;
  problems: readonly Problem[];
  oidcName?: string | undefined;
}

export function InvitationPage({ ctx, view }: { ctx: PageContext; view: InvitationView }) {
  const { text, label } = accountText(ctx);
  const { organisationName } = view;
  return (
    <EntryPage ctx={ctx} title={label.invitation.title} heading={text.invitation.heading}>
      <div>
        {!view.hasAccount && <p>{text.invitation.lead(view.email)}</p>}
        {organisationName && <p>{text.invitation.asMember(organisationName)}</p>}
        {!view.hasAccount && view.siteRole !== 'provider' && (
          <p>{text.invitation.asRole(label.role[view.siteRole])}</p>
        )}
      </div>
      {view.hasAccount ? <WithAccount ctx={ctx} view={view} /> : <WithoutAccount ctx={ctx} view={view} />}
    </EntryPage>
  );
}

function WithoutAccount({ ctx, view }: { ctx: PageContext; view: InvitationView }) {
  const { text, label } = accountText(ctx);
  const { problems, oidcName } = view;
  return (
    <>
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'name')} />
      <form method="post" action={addressOf(ctx, view)} novalidate>
        <InputText
          ctx={ctx}
          name="name"
          label={label.invitation.name}
          help={label.invitation.nameHelp}
          maxlength={longestName.person}
          value={view.name ?? ''}
          autocomplete="name"
          error={errorOf(problems, 'name', ctx)}
        />
        <InputText
          ctx={ctx}
          name="password"
          type="password"
          label={label.invitation.password}
          help={label.password.help}
          autocomplete="new-password"
          error={errorOf(problems, 'password', ctx)}
        />
        <div class="form-actions">
          <Button size="lg">{text.invitation.submit}</Button>
        </div>
      </form>
      {oidcName && (
        <div class="other-ways">
          <h2>{text.signIn.otherWays}</h2>
          <ButtonLink type="outline" href={ctx.href(accountPaths.oidc)} rel="nofollow">
            {text.signIn.oidc(oidcName)}
          </ButtonLink>
        </div>
      )}
    </>
  );
}

function WithAccount({ ctx, view }: { ctx: PageContext; view: InvitationView }) {
  const { text } = accountText(ctx);
  const address = addressOf(ctx, view);
  if (!ctx.user)
    return (
      <>
        <p>{text.invitation.hasAccount(view.email)}</p>
        <p>
          <ButtonLink
            size="lg"
            href={`${ctx.href(accountPaths.signIn)}?to=${encodeURIComponent(address)}`}
            rel="nofollow"
          >
            {text.signIn.submit}
          </ButtonLink>
        </p>
      </>
    );
  if (ctx.user.email !== view.email)
    return <NotificationBanner type="warning" heading={text.invitation.otherAccount} />;
  return (
    <form method="post" action={`${address}/join`}>
      <Button size="lg">{text.invitation.join}</Button>
    </form>
  );
}

function addressOf(ctx: PageContext, view: InvitationView): string {
  return ctx.href(`${accountPaths.invitations}/${view.token}`);
}

/** Shown for an invitation that was accepted, withdrawn or has expired. */
export function InvitationOverPage({ ctx }: { ctx: PageContext }) {
  const { text, label } = accountText(ctx);
  return (
    <EntryPage ctx={ctx} title={label.invitation.title} heading={text.invitation.over}>
      <p>{text.invitation.overBody}</p>
    </EntryPage>
  );
}
