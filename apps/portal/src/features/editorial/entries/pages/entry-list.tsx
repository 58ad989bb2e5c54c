import { writeDay, writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Pagination } from '../../../../ui/components/pagination.ts';
import { Table } from '../../../../ui/components/table.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { StageLabel } from '../../../../ui/editing/stage-label.tsx';
import { entryText } from '../messages.ts';
import { entryPaths } from '../paths.ts';
import type { EntryRow } from '../views.ts';

export interface EntryListView {
  rows: readonly EntryRow[];
  mayStart: boolean;
  mayImport: boolean;
  notice: 'discarded' | undefined;
  pages: { current: number; last: number };
}

/** Entries of the user's organisations, with their states. */
export function EntryListPage({ ctx, view }: { ctx: PageContext; view: EntryListView }) {
  const { text, label } = entryText(ctx);
  const { columns } = text.desk;
  return (
    <EditorialPage
      ctx={ctx}
      title={label.desk.title}
      lead={text.desk.lead}
      action={view.mayStart && <ButtonLink href={ctx.href(entryPaths.start)}>{text.desk.start}</ButtonLink>}
    >
      {view.notice && <NotificationBanner type="success" heading={text.discard.done} />}
      {view.mayImport && (
        <p>
          <a href={ctx.href(entryPaths.import)}>{text.desk.import}</a>
        </p>
      )}
      {!view.mayStart && view.rows.length === 0 && <p>{text.desk.noOrganisation}</p>}
      {view.mayStart && view.rows.length === 0 && <p>{text.desk.none}</p>}
      {view.rows.length > 0 && (
        <Table
          stacked
          caption={label.desk.description}
          columns={[columns.title, columns.stage, columns.date, columns.until, columns.next].map(
            (column) => ({ label: column }),
          )}
          rows={view.rows.map((row) => [
            <a href={ctx.href(entryPaths.entry(row.id))}>{row.title ?? text.desk.untitled}</a>,
            <StageLabel ctx={ctx} stage={row.stage} />,
            writeMoment(row.changedAt, ctx.language),
            row.until ? writeDay(row.until, ctx.language) : '',
            row.unsent ? text.unsent : text.next[row.stage],
          ])}
        />
      )}
      <Pagination
        ctx={ctx}
        page={view.pages.current}
        pageCount={view.pages.last}
        href={(page) => `${ctx.href(entryPaths.list)}?page=${page}`}
      />
    </EditorialPage>
  );
}
