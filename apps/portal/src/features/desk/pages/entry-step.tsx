import type { PageContext } from '../../../platform/web/page-context.ts';
import { Button } from '../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../ui/components/error-summary.tsx';
import { errorsFor } from '../../../ui/text/problems.ts';
import { deskText } from '../messages.ts';
import { deskPaths } from '../paths.ts';
import type { StepView } from '../views.ts';
import { Clashes } from './clashes.tsx';
import { DeskPage } from './desk-page.tsx';
import { EntryField } from './entry-field.tsx';
import { EntrySteps } from './entry-steps.tsx';

/** One step of the entry form. */
export function EntryStepPage({ ctx, view }: { ctx: PageContext; view: StepView }) {
  const { text, label } = deskText(ctx);
  const { id, step, steps, problems, clashes } = view;
  const address = (to: string) => `${ctx.href(deskPaths.edit(id))}?step=${to}`;
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
      <entry-autosave
        data-saving={label.form.saving}
        data-saved={label.form.saved}
        data-not-saved={label.form.notSaved}
        data-signed-out={label.form.signedOut}
        data-clash={label.form.clash}
      >
        <form method="post" action={address(step)} novalidate>
          <input type="hidden" name="seen" value={view.seen} />
          {clashes.length > 0 && <Clashes ctx={ctx} clashes={clashes} />}
          {view.fields.map((offered) => (
            <EntryField ctx={ctx} offered={offered} typed={view.typed} problems={problems} />
          ))}
          <p class="form-control-help">{text.form.autosaveNote}</p>
          <p role="status" class="autosave-status" />
          <div class="form-actions">
            <Button name="after" value="next">
              {text.form.saveNext}
            </Button>
            <Button name="after" value="leave" type="outline">
              {text.form.saveLeave}
            </Button>
          </div>
        </form>
      </entry-autosave>
    </DeskPage>
  );
}
