import type { PublishedRecord } from '../../platform/publishing/published-record.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import type { Page } from '../../platform/web/page-routes.ts';
import type { Catalogue } from './catalogue.ts';
import { RecordPage } from './pages/record.tsx';
import { recordView } from './presenting/record-view.ts';

export type Previewed = Pick<PublishedRecord, 'id' | 'kind' | 'data'>;

/** An initiative as it would stand here if it were published now; readings come with publication. */
export function recordPreview(entry: Previewed, catalogue: Catalogue, now: Date, ctx: PageContext): Page {
  const record: PublishedRecord = {
    ...entry,
    typesetting: {},
    enteredOn: ctx.today,
    confirmedOn: ctx.today,
    publishedAt: now,
    updatedAt: now,
    expiresAt: null,
    sequence: 0,
  };
  return <RecordPage ctx={ctx} view={recordView(record, catalogue, ctx)} />;
}
