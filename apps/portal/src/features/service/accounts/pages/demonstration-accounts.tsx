import type { SiteRole } from '../../../../platform/identity/permissions.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { accountText } from '../messages.ts';

export interface DemonstrationView {
  password: string;
  accounts: readonly { email: string; role: SiteRole }[];
}

/** Demonstration accounts, shown only on a portal that listens on localhost. */
export function DemonstrationAccounts({ ctx, view }: { ctx: PageContext; view: DemonstrationView }) {
  const { text } = accountText(ctx);
  return (
    <section class="demonstration">
      <h2>{text.demonstration.heading}</h2>
      <p>{text.demonstration.body}</p>
      <dl>
        {view.accounts.map(({ email, role }) => (
          <div>
            <dt>{text.role[role]}</dt>
            <dd>
              <code>{email}</code>
            </dd>
          </div>
        ))}
        <div>
          <dt>{text.demonstration.password}</dt>
          <dd>
            <code>{view.password}</code>
          </dd>
        </div>
      </dl>
    </section>
  );
}
