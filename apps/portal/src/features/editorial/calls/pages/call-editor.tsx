import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Autosave } from '../../../../ui/editing/autosave.tsx';
import { EditConflicts } from '../../../../ui/editing/conflicts.tsx';
import { DocumentFields } from '../../../../ui/editing/document-fields.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { editingWords } from '../../../../ui/editing/messages.ts';
import { errorsFor } from '../../../../ui/text/problems.ts';
import { callForm } from '../call-kind.ts';
import { callText } from '../messages.ts';
import { callPaths } from '../paths.ts';
import type { CallEditorView } from '../views.ts';

/** Fields by heading. */
const sections = {
  basics: ['title', 'body', 'kinds'],
  times: ['opensAt', 'closesAt', 'reviewBy'],
  criteria: ['criteria'],
  questions: ['questions'],
} as const;

/** Form of a call, saved automatically; announced from the call's page. */
export function CallEditorPage({ ctx, view }: { ctx: PageContext; view: CallEditorView }) {
  const { text, label } = callText(ctx);
  const { form, campaigns } = text;
  const { id, problems } = view;
  return (
    <EditorialPage
      ctx={ctx}
      styles={['calls']}
      title={label.form.title}
      width="narrow"
      trail={[
        { label: label.campaigns.title, href: ctx.href(callPaths.list) },
        { label: view.title ?? label.campaigns.untitled, href: ctx.href(callPaths.call(id)) },
      ]}
    >
      {view.announced && <NotificationBanner type="info" heading={form.announcedNote} />}
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'title.ja')} />
      <Autosave ctx={ctx}>
        <form class="call-form" method="post" action={ctx.href(callPaths.edit(id))} novalidate>
          {/* Default button for the Enter key; must precede the buttons of lists. */}
          <button class="visually-hidden" type="submit" name="after" value="check" tabindex={-1}>
            {form.check}
          </button>
          <input type="hidden" name="seen" value={view.seen} />
          {view.conflicts.length > 0 && <EditConflicts ctx={ctx} conflicts={view.conflicts} />}
          {(Object.keys(sections) as (keyof typeof sections)[]).map((section) => (
            <section aria-labelledby={`section-${section}`}>
              <h2 id={`section-${section}`}>{form.sections[section]}</h2>
              {form.leads[section] && <p>{form.leads[section]}</p>}
              <DocumentFields
                ctx={ctx}
                fields={callForm.fields.filter(({ name }) => sections[section].some((each) => each === name))}
                folded
                prefix=""
                inputs={view.inputs}
                problems={problems}
                choices={view.choices}
              />
            </section>
          ))}
          <p class="form-control-help">{editingWords(ctx).text.autosave.autosaveNote}</p>
          <p role="status" class="autosave-status" />
          <div class="form-actions">
            <Button name="after" value="check">
              {form.check}
            </Button>
            <Button name="after" value="leave" type="outline">
              {campaigns.leave}
            </Button>
          </div>
        </form>
      </Autosave>
    </EditorialPage>
  );
}
