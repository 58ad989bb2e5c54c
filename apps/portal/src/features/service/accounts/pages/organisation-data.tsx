import { longestName } from '../../../../platform/identity/names.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { OrganisationContext } from '../../../../platform/web/page-context.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { errorOf } from '../../../../ui/text/problems.ts';
import { accountPaths } from '../account-paths.ts';
import type { ProofView } from '../confirm-identity.ts';
import { accountText } from '../messages.ts';
import { proofField } from '../proof-field.ts';
import { AdministrationPage } from './administration-page.tsx';
import { IdentityProof } from './identity-proof.tsx';

interface PageProps {
  ctx: OrganisationContext;
  proof: ProofView;
  problems: readonly Problem[];
}

const trailOf = (ctx: OrganisationContext) => ({
  label: ctx.organisation.name,
  href: ctx.href(accountPaths.organisation(ctx.organisation.id)),
});

/** Export and deletion of an organisation's data. */
export function OrganisationDataPage(props: PageProps & { deleted: boolean }) {
  const { ctx, deleted, proof, problems } = props;
  const { text, label } = accountText(ctx);
  const wording = label.organisationData;
  const address = ctx.href(accountPaths.organisationData(ctx.organisation.id));
  return (
    <AdministrationPage
      ctx={ctx}
      title={wording.title}
      lead={wording.lead}
      trail={[trailOf(ctx)]}
      notice={deleted ? wording.deleted : undefined}
      problems={problems}
      firstField={proofField}
    >
      <section>
        <h2>{text.organisationData.exportHeading}</h2>
        <p>{text.organisationData.exportLead}</p>
        <form method="post" action={`${address}/export`} novalidate class="more">
          <IdentityProof
            ctx={ctx}
            view={proof}
            problems={problems}
            submit={text.organisationData.export}
            tone="outline"
          />
        </form>
      </section>
      <section>
        <h2>{text.organisationData.deleteHeading}</h2>
        <p>{text.organisationData.deleteLead}</p>
        <p class="more">
          <ButtonLink type="outline" href={`${address}/delete`}>
            {text.organisationData.toDelete}
          </ButtonLink>
        </p>
      </section>
    </AdministrationPage>
  );
}

/** Confirmation page before an organisation's data is deleted. */
export function DeleteOrganisationDataPage(
  props: PageProps & { rows: number; formValues?: string | undefined },
) {
  const { ctx, rows, formValues, proof, problems } = props;
  const { text, label } = accountText(ctx);
  const wording = label.organisationData;
  const address = ctx.href(accountPaths.organisationData(ctx.organisation.id));
  return (
    <AdministrationPage
      ctx={ctx}
      title={wording.confirmTitle}
      lead={wording.confirmLead(rows.toLocaleString('en'))}
      trail={[trailOf(ctx), { label: wording.title, href: address }]}
      problems={problems}
      firstField="confirm"
    >
      <form method="post" action={`${address}/delete`} novalidate>
        <InputText
          ctx={ctx}
          name="confirm"
          label={wording.confirm}
          help={wording.confirmHelp(ctx.organisation.name)}
          value={formValues ?? ''}
          maxlength={longestName.organisation}
          autocomplete="off"
          error={errorOf(problems, 'confirm', ctx)}
        />
        <IdentityProof
          ctx={ctx}
          view={proof}
          problems={problems}
          submit={text.organisationData.delete}
          tone="danger"
        />
      </form>
    </AdministrationPage>
  );
}
