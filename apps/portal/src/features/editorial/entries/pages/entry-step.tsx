import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { AutosavedForm } from '../../../../ui/editing/autosaved-form.tsx';
import { DeskPage } from '../../../../ui/editing/desk-page.tsx';
import { LeafField } from '../../../../ui/editing/leaf-field.tsx';
import { errorsFor } from '../../../../ui/text/problems.ts';
import { deskText } from '../messages.ts';
import { deskPaths } from '../paths.ts';
import type { StepView } from '../views.ts';
import { EntrySteps } from './entry-steps.tsx';

/** One step of the entry form. */
export function EntryStepPage({ ctx, view }: { ctx: PageContext; view: StepView }) {
  const { label } = deskText(ctx);
  const { id, step, steps, problems, clashes } = view;
  const [first] = view.fields;
  return (
    <DeskPage
      ctx={ctx}
      title={label.form.steps[step]}
      trail={[{ label: label.desk.title, href: ctx.href(deskPaths.list) }]}
      width="narrow"
    >
      <EntrySteps ctx={ctx} id={id} steps={steps} withCall={view.withCall} current={step} />
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, first?.field.name ?? 'main')} />
      <AutosavedForm
        ctx={ctx}
        action={`${ctx.href(deskPaths.edit(id))}?step=${step}`}
        seen={view.seen}
        clashes={clashes}
      >
        {view.fields.map(({ field, options }) => (
          <LeafField
            ctx={ctx}
            field={field}
            path={field.name}
            typed={view.typed}
            problems={problems}
            options={() => options}
          />
        ))}
      </AutosavedForm>
    </DeskPage>
  );
}
