import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { LeafField } from '../../../../ui/editing/leaf-field.tsx';
import { errorsFor } from '../../../../ui/text/problems.ts';
import type { DeskProgrammeView } from '../desk-views.ts';
import { plusSecurityText } from '../messages.ts';
import { plusSecurityPaths } from '../paths.ts';
import type { RunView } from '../views.ts';
import { runTones } from './runs.tsx';

/** The runs of a programme: added, changed and cancelled by its provider. */
export function DeskProgrammePage({ ctx, view }: { ctx: PageContext; view: DeskProgrammeView }) {
  const { text, label } = plusSecurityText(ctx);
  const { one } = text.desk;
  return (
    <EditorialPage
      ctx={ctx}
      styles={['plus-security']}
      title={view.title}
      lead={one.lead}
      trail={[{ label: label.desk.title, href: ctx.href(plusSecurityPaths.desk) }]}
    >
      <ErrorSummary ctx={ctx} errors={errorsFor(view.problems, ctx, 'days')} />
      {view.saved && <NotificationBanner type="success" heading={one.saved} />}
      {view.runs.length > 0 && <Runs ctx={ctx} view={view} />}
      <RunForm ctx={ctx} view={view} />
      <div class="administration-actions">
        {view.isPublic && (
          <ButtonLink type="outline" href={ctx.href(plusSecurityPaths.programme(view.id))}>
            {one.view}
          </ButtonLink>
        )}
        <ButtonLink type="outline" href={ctx.href(plusSecurityPaths.desk)}>
          {one.back}
        </ButtonLink>
      </div>
    </EditorialPage>
  );
}

function Runs({ ctx, view }: { ctx: PageContext; view: DeskProgrammeView }) {
  const { text, label } = plusSecurityText(ctx);
  const { one } = text.desk;
  return (
    <section>
      <h2>{text.runs.heading}</h2>
      <p>{one.over}</p>
      <Table
        stacked
        caption={label.runs.heading}
        columns={[one.columns.when, one.columns.where, one.columns.state, one.edit].map((column) => ({
          label: column,
        }))}
        rows={view.runs.map((run) => [
          [run.days, run.hours].filter(Boolean).join(' '),
          [run.prefecture, run.venue, run.online ? text.runs.online : ''].filter(Boolean).join(' '),
          <StatusLabel tone={runTones[run.state]}>{run.stateLabel}</StatusLabel>,
          <Acts ctx={ctx} id={view.id} run={run} />,
        ])}
      />
    </section>
  );
}

const acts = {
  open: ['few', 'full', 'cancelled'],
  few: ['open', 'full', 'cancelled'],
  full: ['open', 'cancelled'],
  closed: ['cancelled'],
  begun: ['cancelled'],
  cancelled: ['open'],
} as const;

function Acts({ ctx, id, run }: { ctx: PageContext; id: string; run: RunView }) {
  const { text, label } = plusSecurityText(ctx);
  const { one } = text.desk;
  const words = { open: one.open, few: one.few, full: one.full, cancelled: one.cancelRun };
  return (
    <form method="post" action={ctx.href(plusSecurityPaths.deskRun(id))} class="run-acts">
      <input type="hidden" name="run" value={run.id} />
      <a
        href={ctx.href(`${plusSecurityPaths.deskProgramme(id)}?run=${encodeURIComponent(run.id)}#run-form`)}
        aria-label={label.desk.one.editLabel(run.days)}
      >
        {one.edit}
      </a>
      {acts[run.state].map((state) => (
        <Button type="text" size="sm" name="state" value={state}>
          {words[state]}
          <span class="visually-hidden"> {run.days}</span>
        </Button>
      ))}
    </form>
  );
}

function RunForm({ ctx, view }: { ctx: PageContext; view: DeskProgrammeView }) {
  const { text } = plusSecurityText(ctx);
  const { one } = text.desk;
  return (
    <section aria-labelledby="run-form" class="run-form">
      <h2 id="run-form">{view.run ? one.change : one.add}</h2>
      <form method="post" action={ctx.href(plusSecurityPaths.deskProgramme(view.id))} novalidate>
        <input type="hidden" name="run" value={view.run} />
        {view.fields.map(({ field, options }) => (
          <LeafField
            ctx={ctx}
            field={field}
            path={field.name}
            formValues={view.formValues}
            problems={view.problems}
            options={() => options}
          />
        ))}
        <div class="form-actions">
          <Button size="lg">{one.save}</Button>
        </div>
      </form>
    </section>
  );
}
