import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { SignedInContext } from '../../../../platform/web/page-context.ts';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { errorsFor } from '../../../../ui/text/problems.ts';
import { accountPaths } from '../account-paths.ts';
import type { ProofView } from '../confirm-identity.ts';
import { accountText } from '../messages.ts';
import { proofField } from '../proof-field.ts';
import { EntryPage } from './entry-page.tsx';
import { IdentityProof } from './identity-proof.tsx';

export interface ConfirmIdentityView {
  /** Where to go on, with its language prefix. */
  to: string;
  proof: ProofView;
  problems: readonly Problem[];
}

/** Confirms the user's identity before a script-driven action such as adding a passkey. */
export function ConfirmIdentityPage({ ctx, view }: { ctx: SignedInContext; view: ConfirmIdentityView }) {
  const { text, label } = accountText(ctx);
  return (
    <EntryPage ctx={ctx} title={label.identityProof.title} heading={text.identityProof.heading}>
      <p>{text.identityProof.lead}</p>
      <ErrorSummary ctx={ctx} errors={errorsFor(view.problems, ctx, proofField)} />
      <form method="post" action={ctx.href(accountPaths.confirmIdentity)} novalidate>
        <input type="hidden" name="to" value={view.to} />
        <IdentityProof
          ctx={ctx}
          view={view.proof}
          problems={view.problems}
          submit={text.identityProof.submit}
          isExplained
        />
      </form>
    </EntryPage>
  );
}
