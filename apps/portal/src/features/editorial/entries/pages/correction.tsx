import { inputsOf, type StepName } from '../../../../platform/editing/form/entry-form.ts';
import type { FormValues } from '../../../../platform/editing/form/form-values.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import { unpublishedPicturePath } from '../../../../platform/pictures/picture.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { LeafField } from '../../../../ui/editing/leaf-field.tsx';
import type { OfferedField } from '../../../../ui/editing/offered-field.ts';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { DespiteField } from '../../links/pages/index.ts';
import { entryText } from '../messages.ts';
import { entryPaths } from '../paths.ts';

export interface CorrectionView {
  id: string;
  title: string | undefined;
  fields: readonly OfferedField[];
  formValues: FormValues;
  reason: string;
  despite: string;
  basedOn: number;
  problems: readonly Problem[];
}

/** One-page form for a minor correction. */
export function CorrectionPage({ ctx, view }: { ctx: PageContext; view: CorrectionView }) {
  const { text, label } = entryText(ctx);
  const { id, problems } = view;
  return (
    <EditorialPage
      ctx={ctx}
      title={label.correction.title}
      lead={text.correction.lead}
      trail={[
        { label: label.desk.title, href: ctx.href(entryPaths.list) },
        { label: view.title ?? label.desk.untitled, href: ctx.href(entryPaths.entry(id)) },
      ]}
      width="narrow"
    >
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'reason')} />
      <form method="post" action={ctx.href(entryPaths.correct(id))} novalidate>
        <input type="hidden" name="basedOn" value={view.basedOn} />
        <NotificationBanner type="warning" heading={text.correction.atOnce} />
        {stepsOf(view.fields).map(({ step, fields }) => {
          const controls = fields.map(({ field, options }) => (
            <LeafField
              ctx={ctx}
              field={field}
              path={field.name}
              formValues={view.formValues}
              problems={problems}
              options={() => options}
              pictures={{ href: (file) => unpublishedPicturePath(id, file) }}
            />
          ));
          // Minor corrections mostly concern texts; other fields are collapsed unless they have problems.
          if (step === 'texts') return controls;
          const wrong = fields.some(({ field }) =>
            inputsOf(field).some((input) => errorOf(problems, input, ctx) !== undefined),
          );
          return (
            <Disclosure summary={text.form.steps[step]} open={wrong}>
              {controls}
            </Disclosure>
          );
        })}
        <InputText
          ctx={ctx}
          name="reason"
          label={label.correction.reason}
          help={label.correction.reasonHelp}
          need="required"
          maxlength={500}
          value={view.reason}
          autocomplete="off"
          error={errorOf(problems, 'reason', ctx)}
        />
        <DespiteField ctx={ctx} value={view.despite} problems={problems} blocked={false} />
        <div class="form-actions">
          <Button size="lg">{text.correction.submit}</Button>
        </div>
      </form>
    </EditorialPage>
  );
}

/** Fields grouped by step of the entry form. */
function stepsOf(fields: readonly OfferedField[]): { step: StepName; fields: OfferedField[] }[] {
  return [...Map.groupBy(fields, ({ field }) => field.step)].map(([step, own]) => ({ step, fields: own }));
}
