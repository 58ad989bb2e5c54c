import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { errorOf } from '../../../../ui/text/problems.ts';
import { entryPaths } from '../../entries/pages/index.ts';
import { importText } from '../messages.ts';
import { importPaths } from '../paths.ts';
import type { UploadRow } from '../uploads.ts';
import type { ImportView } from '../views.ts';

const outcomes = ['sent', 'draft', 'unchanged', 'refused'] as const;

/** Number of rows by outcome. */
export function Done({ ctx, view }: { ctx: PageContext; view: ImportView }) {
  const { text } = importText(ctx);
  const { upload } = view;
  return (
    <>
      <dl class="facts">
        {outcomes.map((outcome) => (
          <div>
            <dt>{text.done[outcome]}</dt>
            <dd>{text.counts((upload.counts?.[outcome] ?? 0).toLocaleString('en'))}</dd>
          </div>
        ))}
      </dl>
      {(upload.counts?.draft ?? 0) > 0 && <SendDrafts ctx={ctx} view={view} />}
      <div class="administration-actions">
        <ButtonLink
          type={(upload.counts?.draft ?? 0) > 0 ? 'outline' : 'solid-fill'}
          href={ctx.href(entryPaths.list)}
        >
          {text.done.toList}
        </ButtonLink>
        <ButtonLink type="outline" href={ctx.href(importPaths.list)}>
          {text.done.again}
        </ButtonLink>
      </div>
    </>
  );
}

/** One action for everything that is still a draft. */
function SendDrafts({ ctx, view: { upload, formValues, problems } }: { ctx: PageContext; view: ImportView }) {
  const { text, label } = importText(ctx);
  return (
    <section aria-labelledby="send-drafts">
      <h2 id="send-drafts">{text.done.sendDrafts}</h2>
      <p>{text.done.sendDraftsLead}</p>
      <form method="post" action={ctx.href(importPaths.send(upload.id))} novalidate>
        <InputText
          ctx={ctx}
          name="reason"
          label={label.choice.reason}
          need="required"
          maxlength={500}
          value={formValues.reason}
          autocomplete="off"
          error={errorOf(problems, 'reason', ctx)}
        />
        <div class="form-actions">
          <Button>{text.done.send((upload.counts?.draft ?? 0).toLocaleString('en'))}</Button>
        </div>
      </form>
    </section>
  );
}

interface RemarksProps {
  ctx: PageContext;
  rows: readonly UploadRow[];
  /** Entries that rows became, by their keys. */
  entryIds: ReadonlyMap<string, string>;
}

/** Rows with remarks from the import. */
export function Remarks({ ctx, rows, entryIds }: RemarksProps) {
  const { text, label } = importText(ctx);
  const { columns } = text.done;
  return (
    <section>
      <h2>{text.done.remarks}</h2>
      <Table
        stacked
        caption={label.done.remarks}
        columns={[columns.row, columns.name, columns.why].map((column) => ({ label: column }))}
        rows={rows.map(({ line, title, remark, key }) => {
          const id = entryIds.get(key);
          return [
            String(line),
            id ? <a href={ctx.href(entryPaths.check(id))}>{title}</a> : title,
            remark?.[ctx.language] ?? '',
          ];
        })}
      />
    </section>
  );
}
