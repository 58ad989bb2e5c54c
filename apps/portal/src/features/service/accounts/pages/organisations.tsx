import { longestName } from '../../../../platform/identity/names.ts';
import { may, organisationRoles } from '../../../../platform/identity/permissions.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type {
  OrganisationContext,
  PageContext,
  SignedInContext,
} from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Select } from '../../../../ui/components/choices.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { errorOf } from '../../../../ui/text/problems.ts';
import { accountPaths } from '../account-paths.ts';
import { accountText } from '../messages.ts';
import type { ListedMember, ListedOrganisation, OrganisationDetail } from '../organisations.ts';
import { AdministrationPage } from './administration-page.tsx';
import { type InvitationsView, InvitedEmail, MailLanguage, PendingInvitations } from './invitations.tsx';

export interface OrganisationsView {
  organisations: readonly ListedOrganisation[];
  problems: readonly Problem[];
  formValues: Readonly<Record<string, string>>;
}

export function OrganisationsPage({ ctx, view }: { ctx: PageContext; view: OrganisationsView }) {
  const { text, label } = accountText(ctx);
  const wording = label.organisations;
  return (
    <AdministrationPage
      ctx={ctx}
      title={wording.title}
      lead={wording.lead}
      problems={view.problems}
      firstField="name"
    >
      <section>
        {view.organisations.length === 0 ? (
          <p>{text.organisations.none}</p>
        ) : (
          <Table
            stacked
            caption={wording.caption}
            columns={[{ label: wording.name }, { label: wording.members, numeric: true }]}
            rows={view.organisations.map(({ id, name, memberCount }) => [
              <a href={ctx.href(accountPaths.organisation(id))}>{name}</a>,
              memberCount,
            ])}
          />
        )}
      </section>
      <section>
        <h2>{text.organisations.heading}</h2>
        <form method="post" action={ctx.href(accountPaths.organisations)} novalidate>
          <InputText
            ctx={ctx}
            name="name"
            label={wording.name}
            maxlength={longestName.organisation}
            value={view.formValues.name ?? ''}
            autocomplete="off"
            error={errorOf(view.problems, 'name', ctx)}
          />
          <div class="form-actions">
            <Button>{text.organisations.add}</Button>
          </div>
        </form>
      </section>
    </AdministrationPage>
  );
}

export interface OrganisationView extends Omit<InvitationsView, 'notice'> {
  organisation: OrganisationDetail;
  notice?: 'sent' | 'withdrawn' | 'saved' | undefined;
}

/** Members of an organisation and, if permitted, its invitations. */
export function OrganisationPage({ ctx, view }: { ctx: OrganisationContext; view: OrganisationView }) {
  const { text, label } = accountText(ctx);
  const { organisation, notice } = view;
  const address = ctx.href(accountPaths.organisation(organisation.id));
  const wording = { ...label.invitations, saved: label.organisation.saved };
  return (
    <AdministrationPage
      ctx={ctx}
      title={organisation.name}
      notice={notice && wording[notice]}
      problems={view.problems}
      firstField="email"
    >
      {ctx.roomMenu.length > 0 && (
        <nav aria-label={label.roomMenu}>
          <ul class="more">
            {ctx.roomMenu.map((link) => (
              <li>
                <a href={ctx.href(link.path)}>{link.label[ctx.language]}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Members ctx={ctx} organisation={organisation} />
      {may(ctx.user, 'organisation.invite', organisation.id) && (
        <>
          <section>
            <h2>{text.organisation.invite}</h2>
            <form method="post" action={`${address}/invitations`} novalidate>
              <InvitedEmail ctx={ctx} view={view} />
              <Select
                ctx={ctx}
                name="role"
                label={label.organisation.role}
                options={organisationRoles.map((role) => ({
                  value: role,
                  label: label.organisation.roles[role],
                }))}
                value={view.formValues.role ?? 'member'}
              />
              <MailLanguage ctx={ctx} view={view} />
              <div class="form-actions">
                <Button>{text.invitations.send}</Button>
              </div>
            </form>
          </section>
          <PendingInvitations ctx={ctx} invitations={view.invitations} address={`${address}/invitations`} />
        </>
      )}
    </AdministrationPage>
  );
}

function Members({ ctx, organisation }: { ctx: SignedInContext; organisation: OrganisationDetail }) {
  const { text, label } = accountText(ctx);
  const wording = label.organisation;
  const mayChange = may(ctx.user, 'organisation.members', organisation.id);
  const columns = [{ label: label.users.name }, { label: label.users.email }, { label: wording.role }];
  return (
    <section>
      <h2>{text.organisation.members}</h2>
      <Table
        stacked
        caption={wording.caption}
        columns={mayChange ? [...columns, { label: label.invitations.action }] : columns}
        rows={organisation.members.map((member) => {
          const cells = [member.name, member.email, text.organisation.roles[member.role]];
          return mayChange
            ? [...cells, <MemberActions ctx={ctx} organisation={organisation} member={member} />]
            : cells;
        })}
      />
    </section>
  );
}

interface MemberActionsProps {
  ctx: PageContext;
  organisation: OrganisationDetail;
  member: ListedMember;
}

function MemberActions({ ctx, organisation, member }: MemberActionsProps) {
  const { text } = accountText(ctx);
  const other = member.role === 'owner' ? 'member' : 'owner';
  const address = `${ctx.href(accountPaths.organisation(organisation.id))}/members/${member.id}`;
  return (
    <div class="row-actions">
      <form method="post" action={address}>
        <Button type="outline" size="sm" name="role" value={other}>
          {other === 'owner' ? text.organisation.makeOwner : text.organisation.makeMember}
          <span class="visually-hidden"> ({member.name})</span>
        </Button>
      </form>
      <form method="post" action={`${address}/remove`}>
        <Button type="outline" size="sm">
          {text.organisation.remove}
          <span class="visually-hidden"> ({member.name})</span>
        </Button>
      </form>
    </div>
  );
}
