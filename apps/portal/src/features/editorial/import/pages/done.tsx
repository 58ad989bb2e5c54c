import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { deskPaths } from '../../entries/pages/index.ts';
import { importText } from '../messages.ts';
import { importPaths } from '../paths.ts';
import type { Upload, UploadRow } from '../uploads.ts';

const outcomes = ['sent', 'draft', 'unchanged', 'refused'] as const;

/** How many rows became what. */
export function Done({ ctx, upload }: { ctx: PageContext; upload: Upload }) {
  const { text } = importText(ctx);
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
      <div class="administration-actions">
        <ButtonLink href={ctx.href(deskPaths.list)}>{text.done.toList}</ButtonLink>
        <ButtonLink type="outline" href={ctx.href(importPaths.list)}>
          {text.done.again}
        </ButtonLink>
      </div>
    </>
  );
}

/** Rows that met something between the check and the import. */
export function Remarks({ ctx, rows }: { ctx: PageContext; rows: readonly UploadRow[] }) {
  const { text, label } = importText(ctx);
  const { columns } = text.done;
  return (
    <section>
      <h2>{text.done.remarks}</h2>
      <Table
        stacked
        caption={label.done.remarks}
        columns={[columns.row, columns.name, columns.why].map((column) => ({ label: column }))}
        rows={rows.map(({ line, title, remark }) => [String(line), title, remark?.[ctx.language] ?? ''])}
      />
    </section>
  );
}
