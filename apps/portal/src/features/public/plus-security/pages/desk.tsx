import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { FormControl, fieldAttributes } from '../../../../ui/components/form-control.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { entryPaths } from '../../../editorial/entries/pages/index.ts';
import type { DeskView } from '../desk-views.ts';
import { plusSecurityText } from '../messages.ts';
import { plusSecurityPaths } from '../paths.ts';

/** A provider's programmes, and the file that enters runs of many at once. */
export function DeskPage({ ctx, view }: { ctx: PageContext; view: DeskView }) {
  const { text, label } = plusSecurityText(ctx);
  const { desk } = text;
  return (
    <EditorialPage
      ctx={ctx}
      styles={['plus-security']}
      title={label.desk.title}
      lead={desk.lead}
      trail={[{ label: label.desk.toEntries, href: ctx.href(entryPaths.list) }]}
    >
      <ErrorSummary ctx={ctx} errors={errorsFor(view.problems, ctx, 'file')} />
      {view.outcome && <Outcome ctx={ctx} outcome={view.outcome} />}
      {view.programmes.length === 0 ? <p>{desk.none}</p> : <Programmes ctx={ctx} view={view} />}
      {view.programmes.length > 0 && <FileForm ctx={ctx} view={view} />}
    </EditorialPage>
  );
}

function Programmes({ ctx, view }: { ctx: PageContext; view: DeskView }) {
  const { text, label } = plusSecurityText(ctx);
  const { columns } = text.desk;
  return (
    <section>
      <h2>{text.desk.programmes}</h2>
      <Table
        stacked
        caption={label.desk.programmes}
        columns={[columns.programme, columns.runs, columns.state].map((column) => ({ label: column }))}
        rows={view.programmes.map(({ id, title, runs, isPublic }) => [
          <a href={ctx.href(plusSecurityPaths.deskProgramme(id))}>{title}</a>,
          text.desk.runs(runs),
          isPublic ? text.desk.public : text.desk.notPublic,
        ])}
      />
    </section>
  );
}

function FileForm({ ctx, view }: { ctx: PageContext; view: DeskView }) {
  const { text, label } = plusSecurityText(ctx);
  const own = {
    ctx,
    name: 'file',
    label: label.desk.file.label,
    help: label.desk.file.help,
    need: 'required' as const,
    error: errorOf(view.problems, 'file', ctx),
  };
  return (
    <section aria-labelledby="runs-file">
      <h2 id="runs-file">{text.desk.file.heading}</h2>
      <p>{text.desk.file.lead}</p>
      <ul class="file-links">
        <li>
          <a href={ctx.href(plusSecurityPaths.deskTemplate('template.xlsx'))}>{text.desk.file.template}</a>
        </li>
        <li>
          <a href={ctx.href(plusSecurityPaths.deskTemplate('runs.xlsx'))}>{text.desk.file.filled}</a>
        </li>
      </ul>
      <form
        method="post"
        enctype="multipart/form-data"
        action={ctx.href(plusSecurityPaths.deskFile)}
        novalidate
      >
        <FormControl {...own}>
          <input class="file-input" type="file" accept=".xlsx,.csv,.txt,.tsv" {...fieldAttributes(own)} />
        </FormControl>
        <div class="form-actions">
          <Button size="lg">{text.desk.file.submit}</Button>
        </div>
      </form>
    </section>
  );
}

const shownOfCell = 80;

function Outcome({ ctx, outcome }: { ctx: PageContext; outcome: NonNullable<DeskView['outcome']> }) {
  const { text, label } = plusSecurityText(ctx);
  const said = text.desk.outcome;
  const { refused, added, changed, same, faults } = outcome;
  const count = (number: number) => number.toLocaleString('en');
  return (
    <section>
      <h2 id="outcome">{said.heading}</h2>
      <NotificationBanner
        type={refused || faults.length > 0 ? 'warning' : 'success'}
        heading={
          refused ? refused[ctx.language] : label.desk.outcome.done(count(added), count(changed), count(same))
        }
      />
      {faults.length > 0 && (
        <>
          <h3>{said.faults}</h3>
          <p>{said.faultsLead}</p>
          <Table
            stacked
            caption={label.desk.outcome.faults}
            columns={[
              said.columns.place,
              said.columns.heading,
              said.columns.text,
              said.columns.wrong,
              said.columns.mend,
            ].map((column) => ({ label: column }))}
            rows={faults.map(({ place, heading, text: written, wrong, mend }) => [
              said.row(place),
              heading[ctx.language],
              <span class="typed-text">{[...written].slice(0, shownOfCell).join('') || said.empty}</span>,
              wrong[ctx.language],
              mend[ctx.language],
            ])}
          />
        </>
      )}
    </section>
  );
}
