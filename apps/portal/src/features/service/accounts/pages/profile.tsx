import { longestName } from '../../../../platform/identity/names.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { SignedInContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Select } from '../../../../ui/components/choices.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { accountPaths } from '../account-paths.ts';
import type { ProofView } from '../confirm-identity.ts';
import { accountText } from '../messages.ts';
import { AccountPage, mailLanguages } from './account-page.tsx';
import { IdentityProof } from './identity-proof.tsx';

export interface ProfileView {
  problems: readonly Problem[];
  notice?: 'saved' | 'emailSent' | 'emailChanged' | undefined;
  /** Identity confirmation needed to change the address. */
  proof: ProofView;
  formValues: Readonly<Record<string, string>>;
}

export function ProfilePage({ ctx, view }: { ctx: SignedInContext; view: ProfileView }) {
  const { text, label } = accountText(ctx);
  const { user } = ctx;
  const { problems, notice, formValues } = view;
  return (
    <AccountPage ctx={ctx} title={label.account.heading} notice={notice && label.account[notice]}>
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'name')} />
      <section>
        <h2>{text.account.profile}</h2>
        <form method="post" action={ctx.href(accountPaths.account)} novalidate>
          <InputText
            ctx={ctx}
            name="name"
            label={label.account.name}
            help={label.invitation.nameHelp}
            maxlength={longestName.person}
            value={formValues.name ?? user.name}
            autocomplete="name"
            error={errorOf(problems, 'name', ctx)}
          />
          <Select
            ctx={ctx}
            name="language"
            label={label.account.language}
            options={mailLanguages}
            value={formValues.language ?? user.language}
          />
          <div class="form-actions">
            <Button>{text.account.save}</Button>
          </div>
        </form>
      </section>
      <EmailSection ctx={ctx} view={view} />
      <section>
        <h2>{text.account.organisations}</h2>
        <p>
          {text.account.role}: {text.role[user.role]}
        </p>
        {user.memberships.length === 0 ? (
          <p>{text.account.noOrganisations}</p>
        ) : (
          <ul class="plain-list">
            {user.memberships.map((membership) => (
              <li>
                <a href={ctx.href(accountPaths.organisation(membership.organisationId))}>
                  {membership.organisationName}
                </a>{' '}
                ({text.organisation.roles[membership.role]})
              </li>
            ))}
          </ul>
        )}
      </section>
    </AccountPage>
  );
}

function EmailSection({ ctx, view }: { ctx: SignedInContext; view: ProfileView }) {
  const { text, label } = accountText(ctx);
  const { problems, formValues, proof } = view;
  return (
    <section>
      <h2>{text.account.emailHeading}</h2>
      <p>{text.account.email(ctx.user.email)}</p>
      <form method="post" action={`${ctx.href(accountPaths.account)}/email`} novalidate>
        <InputText
          ctx={ctx}
          name="newEmail"
          type="email"
          label={label.account.newEmail}
          help={label.account.newEmailHelp}
          value={formValues.newEmail ?? ''}
          autocomplete="email"
          error={errorOf(problems, 'newEmail', ctx)}
        />
        <IdentityProof
          ctx={ctx}
          view={proof}
          problems={problems}
          submit={text.account.changeEmail}
          tone="outline"
        />
      </form>
    </section>
  );
}
