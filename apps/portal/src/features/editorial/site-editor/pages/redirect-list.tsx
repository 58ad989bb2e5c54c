import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { RadioGroup } from '../../../../ui/components/choices.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { FormControl, fieldAttributes } from '../../../../ui/components/form-control.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { writeCount } from '../../../../ui/text/count.ts';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { editingText } from '../messages.ts';
import { editingPaths } from '../paths.ts';
import { type CellFault, columnName, ways } from '../redirect-list/sheet.ts';
import { editingTrail } from './trail.ts';

export interface RedirectListView {
  id: string;
  title: string;
  /** The most used first. */
  rules: readonly { from: string; to: string | undefined; month: number; year: number }[];
  mayWrite: boolean;
  /** Errors of the uploaded file, by cell. */
  faults: readonly CellFault[];
  moreFaults: number;
  problems: readonly Problem[];
}

/** List of redirects with their use; export and import. */
export function RedirectListPage({ ctx, view }: { ctx: PageContext; view: RedirectListView }) {
  const { text, label } = editingText(ctx);
  const { list } = text;
  return (
    <EditorialPage ctx={ctx} title={label.list.title} lead={list.lead} trail={editingTrail(ctx, view)}>
      <ErrorSummary ctx={ctx} errors={errorsFor(view.problems, ctx, 'file')} />
      {view.faults.length > 0 && <Faults ctx={ctx} view={view} />}
      <div class="administration-actions">
        <ButtonLink type="outline" href={ctx.href(editingPaths.redirectFile(view.id))}>
          {list.export}
        </ButtonLink>
      </div>
      {view.mayWrite && <UploadForm ctx={ctx} view={view} />}
      <section>
        <h2>{list.uses}</h2>
        <p>{list.usesNote}</p>
        {view.rules.length === 0 ? (
          <p>{list.none}</p>
        ) : (
          <Table
            stacked
            caption={label.list.uses}
            columns={[
              { label: list.columns.from },
              { label: list.columns.to },
              { label: list.columns.month, numeric: true },
              { label: list.columns.year, numeric: true },
            ]}
            rows={view.rules.map(({ from, to, month, year }) => [
              from,
              to ?? list.gone,
              writeCount(month),
              writeCount(year),
            ])}
          />
        )}
      </section>
    </EditorialPage>
  );
}

function Faults({ ctx, view }: { ctx: PageContext; view: RedirectListView }) {
  const { text, label } = editingText(ctx);
  const { row, column, cell, what } = text.list.faultColumns;
  return (
    <section aria-labelledby="faults" role="alert">
      <h2 id="faults">{text.list.faults}</h2>
      <p>{text.list.faultsLead}</p>
      <Table
        stacked
        caption={label.list.faults}
        columns={[row, column, cell, what].map((each) => ({ label: each }))}
        rows={view.faults.map((fault) => [
          String(fault.row),
          fault.column ? columnName(fault.column, ctx.language) : '',
          fault.cell,
          fault.message[ctx.language],
        ])}
      />
      {view.moreFaults > 0 && <p>{text.list.moreFaults(view.moreFaults)}</p>}
    </section>
  );
}

function UploadForm({ ctx, view }: { ctx: PageContext; view: RedirectListView }) {
  const { text, label } = editingText(ctx);
  const file = {
    ctx,
    name: 'file',
    label: label.list.file,
    help: label.list.fileHelp,
    error: errorOf(view.problems, 'file', ctx),
  };
  return (
    <section aria-labelledby="upload">
      <h2 id="upload">{text.list.import}</h2>
      <form
        method="post"
        enctype="multipart/form-data"
        action={ctx.href(editingPaths.redirectList(view.id))}
        novalidate
      >
        <RadioGroup
          ctx={ctx}
          name="way"
          label={label.list.way}
          options={ways.map((way) => ({ value: way, label: label.list.ways[way] }))}
          value="add"
          error={errorOf(view.problems, 'way', ctx)}
        />
        <FormControl {...file}>
          <input class="file-input" type="file" accept=".xlsx,.csv,.txt,.tsv" {...fieldAttributes(file)} />
        </FormControl>
        <div class="form-actions">
          <Button>{text.list.submit}</Button>
        </div>
      </form>
    </section>
  );
}
