import { writeMoment } from '../../../../platform/i18n/dates.ts';
import { type OrganisationRole, siteRoles } from '../../../../platform/identity/permissions.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Select } from '../../../../ui/components/choices.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { errorOf } from '../../../../ui/text/problems.ts';
import { accountPaths } from '../account-paths.ts';
import type { ListedInvitation } from '../invitations.ts';
import { accountText } from '../messages.ts';
import { mailLanguages } from './account-page.tsx';
import { AdministrationPage } from './administration-page.tsx';

type InvitationNotice = 'sent' | 'withdrawn';

export interface InvitationsView {
  invitations: readonly ListedInvitation[];
  notice?: InvitationNotice | undefined;
  problems: readonly Problem[];
  formValues: Readonly<Record<string, string>>;
}

/** Administrators' page of invitations to any role. */
export function InvitationsPage({ ctx, view }: { ctx: PageContext; view: InvitationsView }) {
  const { text, label } = accountText(ctx);
  const { invitations } = label;
  const address = ctx.href(accountPaths.siteInvitations);
  return (
    <AdministrationPage
      ctx={ctx}
      title={invitations.title}
      lead={invitations.lead}
      notice={view.notice && invitations[view.notice]}
      problems={view.problems}
      firstField="email"
    >
      <section>
        <h2>{text.invitations.heading}</h2>
        <form method="post" action={address} novalidate>
          <InvitedEmail ctx={ctx} view={view} />
          <Select
            ctx={ctx}
            name="role"
            label={invitations.role}
            options={siteRoles.map((role) => ({ value: role, label: label.role[role] }))}
            value={view.formValues.role ?? 'provider'}
          />
          <MailLanguage ctx={ctx} view={view} />
          <div class="form-actions">
            <Button>{text.invitations.send}</Button>
          </div>
        </form>
      </section>
      <PendingInvitations ctx={ctx} invitations={view.invitations} address={address} />
    </AdministrationPage>
  );
}

type InvitationFormValues = Pick<InvitationsView, 'formValues' | 'problems'>;

export function InvitedEmail({ ctx, view }: { ctx: PageContext; view: InvitationFormValues }) {
  const { label } = accountText(ctx);
  return (
    <InputText
      ctx={ctx}
      name="email"
      type="email"
      label={label.invitations.email}
      value={view.formValues.email ?? ''}
      autocomplete="off"
      error={errorOf(view.problems, 'email', ctx)}
    />
  );
}

export function MailLanguage({ ctx, view }: { ctx: PageContext; view: InvitationFormValues }) {
  const { label } = accountText(ctx);
  return (
    <Select
      ctx={ctx}
      name="language"
      label={label.invitations.language}
      options={mailLanguages}
      value={view.formValues.language ?? ctx.language}
    />
  );
}

interface PendingProps {
  ctx: PageContext;
  invitations: readonly ListedInvitation[];
  /** Path of the list; an invitation is withdrawn at `/ID/withdraw` below it. */
  address: string;
}

export function PendingInvitations({ ctx, invitations, address }: PendingProps) {
  const { text, label } = accountText(ctx);
  const wording = label.invitations;
  const roleOf = (role: OrganisationRole | null) => role && label.organisation.roles[role];
  return (
    <section>
      <h2>{text.invitations.caption}</h2>
      {invitations.length === 0 ? (
        <p>{text.invitations.none}</p>
      ) : (
        <Table
          stacked
          caption={wording.caption}
          columns={[
            { label: wording.email },
            { label: wording.role },
            { label: wording.organisation },
            { label: wording.expires },
            { label: wording.action },
          ]}
          rows={invitations.map((invitation) => [
            invitation.email,
            roleOf(invitation.organisationRole) ?? text.role[invitation.siteRole],
            invitation.organisationName ?? '',
            writeMoment(invitation.expiresAt, ctx.language),
            <form method="post" action={`${address}/${invitation.id}/withdraw`}>
              <Button type="outline" size="sm">
                {text.invitations.withdraw}
                <span class="visually-hidden"> ({invitation.email})</span>
              </Button>
            </form>,
          ])}
        />
      )}
    </section>
  );
}
