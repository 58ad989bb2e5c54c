import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { RadioGroup, Select } from '../../../../ui/components/choices.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { FormControl, fieldAttributes } from '../../../../ui/components/form-control.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { entryPaths } from '../../entries/pages/index.ts';
import { importText } from '../messages.ts';
import { importPaths } from '../paths.ts';
import type { ImportListView } from '../views.ts';

/** Templates, upload form and earlier uploads. */
export function ImportListPage({ ctx, view }: { ctx: PageContext; view: ImportListView }) {
  const { text, label } = importText(ctx);
  const { kinds, owners, problems, uploads } = view;
  const file = {
    ctx,
    name: 'file',
    label: label.form.file,
    help: label.form.fileHelp,
    need: 'required' as const,
    error: errorOf(problems, 'file', ctx),
  };
  const { columns } = text.recent;
  return (
    <EditorialPage
      ctx={ctx}
      title={label.title}
      lead={text.lead}
      trail={[{ label: entryListName[ctx.language], href: ctx.href(entryPaths.list) }]}
      width="narrow"
    >
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'file')} />
      <section aria-labelledby="template">
        <h2 id="template">{text.steps.template}</h2>
        <p>{text.steps.templateLead}</p>
        <p>{text.steps.pictures}</p>
        <ul class="file-links">
          {kinds.map(({ value, label: kind }) => (
            <>
              <li>
                <a href={ctx.href(importPaths.template(`${value}.xlsx`))}>{text.steps.excel(kind)}</a>
              </li>
              <li>
                <a href={ctx.href(importPaths.template(`${value}.csv`))}>{text.steps.csv(kind)}</a>
              </li>
            </>
          ))}
        </ul>
      </section>
      <section aria-labelledby="upload">
        <h2 id="upload">{text.steps.upload}</h2>
        <form method="post" enctype="multipart/form-data" action={ctx.href(importPaths.list)} novalidate>
          <input type="hidden" name="id" value={view.id} />
          <RadioGroup
            ctx={ctx}
            name="kind"
            label={label.form.kind}
            options={[...kinds]}
            value={kinds[0]?.value ?? ''}
            error={errorOf(problems, 'kind', ctx)}
          />
          <Select
            ctx={ctx}
            name="owner"
            label={label.form.owner}
            options={[...owners]}
            error={errorOf(problems, 'owner', ctx)}
          />
          <FormControl {...file}>
            <input class="file-input" type="file" accept=".xlsx,.csv,.txt,.tsv" {...fieldAttributes(file)} />
          </FormControl>
          <p class="form-control-help">{text.form.notYet}</p>
          <div class="form-actions">
            <Button size="lg">{text.form.submit}</Button>
          </div>
        </form>
      </section>
      {uploads.length > 0 && (
        <section>
          <h2>{text.recent.heading}</h2>
          <Table
            stacked
            caption={label.recent.heading}
            columns={[
              { label: columns.file },
              { label: columns.state },
              { label: columns.rows, numeric: true },
              { label: columns.date },
            ]}
            rows={uploads.map(({ id, fileName, state, total, createdAt }) => [
              <a href={ctx.href(importPaths.one(id))}>{fileName}</a>,
              text.states[state],
              total.toLocaleString('en'),
              writeMoment(createdAt, ctx.language),
            ])}
          />
        </section>
      )}
    </EditorialPage>
  );
}

const entryListName = { ja: '自分の登録', en: 'My entries' };
