import type { TypesetText } from '../../../../platform/i18n/typesetting.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { words } from '../../../../ui/text/words.ts';
import { editingText } from '../messages.ts';
import { editingTrail } from './trail.ts';

export interface ReadingsView {
  id: string;
  title: string;
  /** Whether the draft is incomplete. */
  unready: boolean;
  /** Words whose reading is added, removed or changed. */
  words: readonly string[];
  total: number;
  texts: readonly {
    record: { name: string; page: string | undefined };
    before: TypesetText;
    after: TypesetText;
  }[];
}

/** Preview of published texts whose furigana would change. */
export function ReadingsPage({ ctx, view }: { ctx: PageContext; view: ReadingsView }) {
  const { text, label } = editingText(ctx);
  const { readings } = text;
  const shown = (typeset: TypesetText) =>
    words(
      { text: typeset.map((run) => run.text).join(''), language: 'ja', typeset },
      { ...ctx, furigana: true },
    );
  return (
    <EditorialPage
      ctx={ctx}
      title={label.readings.title}
      lead={readings.lead}
      trail={editingTrail(ctx, view)}
    >
      {view.unready && <NotificationBanner type="warning" heading={readings.unready} />}
      {!view.unready && view.words.length === 0 && <p>{readings.nothing}</p>}
      {view.words.length > 0 && (
        <>
          <p>{readings.words(view.words.join(ctx.language === 'ja' ? '、' : ', '))}</p>
          <p>{readings.total(view.total, view.texts.length)}</p>
        </>
      )}
      {view.texts.length > 0 && (
        <Table
          stacked
          caption={label.readings.title}
          columns={[readings.columns.record, readings.columns.before, readings.columns.after].map(
            (column) => ({
              label: column,
            }),
          )}
          rows={view.texts.map(({ record, before, after }) => [
            record.page ? <a href={ctx.href(record.page)}>{record.name}</a> : record.name,
            shown(before),
            shown(after),
          ])}
        />
      )}
    </EditorialPage>
  );
}
