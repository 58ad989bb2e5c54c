import { currentFormValues } from '../../../../platform/editing/drafts.ts';
import { readRecord } from '../../../../platform/editing/form/reading.ts';
import { choose } from '../../../../platform/i18n/language.ts';
import { dataOf, titleText } from '../../../../platform/publishing/kind.ts';
import { readingsKind } from '../../../../platform/typesetting/readings-kind.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../../platform/web/page-routes.ts';
import type { Editing } from '../found-document.ts';
import { ReadingsPage } from '../pages/readings.tsx';
import { editingPaths } from '../paths.ts';
import { titleOf } from '../presenting.ts';
import { changedWords, previewReadings } from './preview.ts';

/** Most texts shown; further ones are counted only. */
const maxShown = 50;

/** Preview of what the drafted readings would change on the site. */
export function readingsPages(routes: PageRoutes, { platform, find }: Editing): void {
  const { model, kinds } = platform;

  function recordOf(id: string, ctx: PageContext) {
    const record = model.get(id);
    const kind = record && kinds.get(record.kind);
    const title = kind && titleText(kind, record.data);
    return {
      name: title ? choose(title, ctx).text : (kind?.label[ctx.language] ?? id),
      page: kind?.pagePath?.(id),
    };
  }

  routes.permit('editing.view').get(editingPaths.readings(':id'), async (c, ctx) => {
    const it = await find(c);
    if (!it?.kind.readings) return undefined;
    const { entry, kind } = it;
    const ready = readRecord(kind.form, currentFormValues(kind.form, entry));
    const published = model.only(readingsKind.name);
    const before = published ? dataOf(readingsKind, published).words : {};
    const after = ready.ok
      ? dataOf(readingsKind, { kind: readingsKind.name, data: ready.value }).words
      : before;
    const texts = await previewReadings(model.all(), before, after);
    const view = {
      id: entry.id,
      title: titleOf(kind, entry, ctx),
      unready: !ready.ok,
      words: changedWords(before, after),
      total: texts.length,
      texts: texts
        .slice(0, maxShown)
        .map(({ recordId, ...text }) => ({ ...text, record: recordOf(recordId, ctx) })),
    };
    return <ReadingsPage ctx={ctx} view={view} />;
  });
}
