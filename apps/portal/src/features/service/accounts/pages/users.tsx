import { siteRoles } from '../../../../platform/identity/permissions.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Select } from '../../../../ui/components/choices.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { accountPaths } from '../account-paths.ts';
import { accountText } from '../messages.ts';
import type { ListedUser, UserDetail } from '../users.ts';
import { AdministrationPage } from './administration-page.tsx';

export interface UsersView {
  words: string;
  users: readonly ListedUser[];
}

export function UsersPage({ ctx, view }: { ctx: PageContext; view: UsersView }) {
  const { text, label } = accountText(ctx);
  const { users } = label;
  return (
    <AdministrationPage ctx={ctx} title={users.title} lead={users.lead}>
      <form method="get" action={ctx.href(accountPaths.users)} class="inline-form">
        <InputText ctx={ctx} name="q" label={users.search} value={view.words} width="short" maxlength={100} />
        <Button type="outline">{text.users.submit}</Button>
      </form>
      {view.users.length === 0 ? (
        <p>{text.users.none}</p>
      ) : (
        <>
          <p class="quiet">{text.users.count(String(view.users.length))}</p>
          <Table
            stacked
            caption={users.caption}
            columns={[
              { label: users.name },
              { label: users.email },
              { label: users.role },
              { label: users.secondFactor },
              { label: users.state },
            ]}
            rows={view.users.map((user) => [
              <a href={`${ctx.href(accountPaths.users)}/${user.id}`}>{user.name}</a>,
              user.email,
              text.role[user.role],
              user.twoFactorEnabled ? users.on : users.off,
              <State ctx={ctx} suspended={user.suspended} />,
            ])}
          />
        </>
      )}
    </AdministrationPage>
  );
}

function State({ ctx, suspended }: { ctx: PageContext; suspended: boolean }) {
  const { text } = accountText(ctx);
  return (
    <StatusLabel tone={suspended ? 'error' : 'success'}>
      {suspended ? text.users.suspended : text.users.active}
    </StatusLabel>
  );
}

export interface UserView {
  user: UserDetail;
  saved: boolean;
  problems: readonly Problem[];
}

export function UserPage({ ctx, view }: { ctx: PageContext; view: UserView }) {
  const { text, label } = accountText(ctx);
  const { user, saved, problems } = view;
  const address = `${ctx.href(accountPaths.users)}/${user.id}`;
  return (
    <AdministrationPage
      ctx={ctx}
      title={user.name}
      trail={[{ label: label.users.title, href: ctx.href(accountPaths.users) }]}
      notice={saved ? label.user.saved : undefined}
      problems={problems}
      firstField="role"
    >
      <p>
        {user.email} <State ctx={ctx} suspended={user.suspended} />
      </p>
      <section>
        <h2>{text.users.role}</h2>
        <form method="post" action={`${address}/role`}>
          <Select
            ctx={ctx}
            name="role"
            label={label.users.role}
            help={label.user.roleHelp}
            options={siteRoles.map((role) => ({ value: role, label: label.role[role] }))}
            value={user.role}
          />
          <div class="form-actions">
            <Button>{text.user.setRole}</Button>
          </div>
        </form>
      </section>
      <section>
        <h2>{text.user.organisations}</h2>
        {user.organisations.length === 0 ? (
          <p>{text.account.noOrganisations}</p>
        ) : (
          <ul class="plain-list">
            {user.organisations.map(({ id, name }) => (
              <li>
                <a href={ctx.href(accountPaths.organisation(id))}>{name}</a>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>{text.user.access}</h2>
        <p>{text.user.sessions(String(user.sessionCount))}</p>
        <p>{text.user.suspendLead}</p>
        <div class="form-actions">
          <form method="post" action={`${address}/sign-out`}>
            <Button type="outline">{text.user.signOut}</Button>
          </form>
          <form method="post" action={`${address}/${user.suspended ? 'restore' : 'suspend'}`}>
            <Button type="outline">{user.suspended ? text.user.restore : text.user.suspend}</Button>
          </form>
        </div>
      </section>
    </AdministrationPage>
  );
}
