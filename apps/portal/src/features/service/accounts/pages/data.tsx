import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { SignedInContext } from '../../../../platform/web/page-context.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { accountPaths } from '../account-paths.ts';
import type { ProofView } from '../confirm-identity.ts';
import { accountText } from '../messages.ts';
import { AccountPage } from './account-page.tsx';
import { IdentityProof } from './identity-proof.tsx';

export interface DataView {
  problems: readonly Problem[];
  proof: ProofView;
}

export function DataPage({ ctx, view }: { ctx: SignedInContext; view: DataView }) {
  const { text, label } = accountText(ctx);
  const { problems, proof } = view;
  return (
    <AccountPage ctx={ctx} title={label.account.data}>
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'confirm')} />
      <section>
        <h2>{text.data.exportHeading}</h2>
        <p>{text.data.exportLead}</p>
        <p class="more">
          <ButtonLink type="outline" href={`${ctx.href(accountPaths.data)}/export`}>
            {text.data.export}
          </ButtonLink>
        </p>
      </section>
      <section>
        <h2>{text.data.deleteHeading}</h2>
        <p>{text.data.deleteLead}</p>
        <form method="post" action={`${ctx.href(accountPaths.data)}/delete`} novalidate class="more">
          <InputText
            ctx={ctx}
            name="confirm"
            label={label.data.confirm}
            maxlength={100}
            autocomplete="off"
            error={errorOf(problems, 'confirm', ctx)}
          />
          <IdentityProof ctx={ctx} view={proof} problems={problems} submit={text.data.delete} tone="danger" />
        </form>
      </section>
    </AccountPage>
  );
}
