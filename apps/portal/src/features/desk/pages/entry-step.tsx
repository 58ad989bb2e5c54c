import type { PageContext } from '../../../platform/web/page-context.ts';
import { Button } from '../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../ui/components/error-summary.tsx';
import { NotificationBanner } from '../../../ui/components/notification-banner.tsx';
import { errorsFor } from '../../../ui/text/problems.ts';
import { deskText } from '../messages.ts';
import { deskPaths } from '../paths.ts';
import type { ClashView, StepView } from '../views.ts';
import { DeskPage } from './desk-page.tsx';
import { EntryField } from './entry-field.tsx';

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
      <nav class="entry-steps" aria-label={label.start.title}>
        <ol>
          {steps.map((each) => (
            <li>
              <a href={address(each)} aria-current={each === step ? 'step' : undefined}>
                {text.form.steps[each]}
              </a>
            </li>
          ))}
          <li>
            <a href={ctx.href(deskPaths.check(id))}>{text.check.title}</a>
          </li>
        </ol>
      </nav>
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

/** What another saved meanwhile, side by side with what is about to be saved. */
function Clashes({ ctx, clashes }: { ctx: PageContext; clashes: readonly ClashView[] }) {
  const { text, label } = deskText(ctx);
  return (
    <section class="clashes" aria-label={label.clash.heading}>
      <NotificationBanner type="warning" heading={text.clash.heading}>
        <p>{text.clash.lead}</p>
      </NotificationBanner>
      {clashes.map(({ input, label: name, mine, theirs }) => (
        <div class="clash">
          <h2>{name}</h2>
          <dl>
            <dt>{text.clash.mine}</dt>
            <dd>{mine || text.clash.empty}</dd>
            <dt>{text.clash.theirs}</dt>
            <dd>{theirs || text.clash.empty}</dd>
          </dl>
          <label class="choice">
            <input class="checkbox" type="checkbox" name="take" value={input} />
            <span>
              {text.clash.take}
              <span class="visually-hidden">: {name}</span>
            </span>
          </label>
        </div>
      ))}
    </section>
  );
}
