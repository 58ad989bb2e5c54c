import { dataOf } from '../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../platform/publishing/published-record.ts';
import type { Page } from '../../../platform/web/page.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import type { Previews } from '../../../platform/web/previews.ts';
import type { Catalogue } from './catalogue.ts';
import { finderKind } from './kinds/finder.ts';
import { helpDeskKind } from './kinds/help-desk.ts';
import { initiativeKind } from './kinds/initiative.ts';
import { noticeKind } from './kinds/notice.ts';
import { sitePageKind } from './kinds/site-page.ts';
import { specialFeatureKind } from './kinds/special-feature.ts';
import { DocumentPage } from './pages/document.tsx';
import { FinderPage } from './pages/finder.tsx';
import { HelpPage } from './pages/help.tsx';
import { HomePage } from './pages/home.tsx';
import { RecordPage } from './pages/record.tsx';
import { SpecialFeaturePage } from './pages/special-feature.tsx';
import { finderView } from './presenting/finder-view.ts';
import { helpView } from './presenting/help-view.ts';
import { homeView } from './presenting/home-view.ts';
import { recordView } from './presenting/record-view.ts';
import { sitePageView } from './presenting/site-page-view.ts';
import { specialFeatureView } from './presenting/special-feature-view.ts';

type CataloguePage = (
  record: PublishedRecord,
  catalogue: Catalogue,
  ctx: PageContext,
  now: Date,
) => Page | undefined;

/** How a record of each kind looks on the page that shows it. */
const pages: Readonly<Record<string, CataloguePage>> = {
  [initiativeKind.name]: (record, catalogue, ctx, now) => (
    <RecordPage ctx={ctx} view={recordView(record, catalogue, ctx, now)} />
  ),
  [specialFeatureKind.name]: (record, catalogue, ctx) => (
    <SpecialFeaturePage ctx={ctx} view={specialFeatureView(record, catalogue, ctx)} />
  ),
  [noticeKind.name](record, catalogue, ctx) {
    const shown = new Date(dataOf(noticeKind, record).start);
    return <HomePage ctx={ctx} view={homeView(catalogue, ctx, shown)} />;
  },
  [helpDeskKind.name](_, catalogue, ctx, now) {
    const view = helpView(catalogue, { reader: ctx, now, isEditor: true });
    return view && <HelpPage ctx={ctx} view={view} />;
  },
  [finderKind.name](_, catalogue, ctx) {
    const view = finderView(new URLSearchParams(), catalogue, ctx);
    return view && <FinderPage ctx={ctx} view={view} />;
  },
  [sitePageKind.name](record, catalogue, ctx) {
    const view = sitePageView(record.id, catalogue, ctx);
    return view && <DocumentPage ctx={ctx} view={view} />;
  },
};

/** Lets the catalogue's kinds be looked at, on the page that shows them, before they are published. */
export function registerPreviews(previews: Previews, catalogue: Catalogue): void {
  for (const [kind, page] of Object.entries(pages))
    previews.register(kind, (record, ctx, now) => page(record, withRecord(catalogue, record), ctx, now));
}

/** The catalogue as it would be with one record more, or one in place of another. */
function withRecord(catalogue: Catalogue, record: PublishedRecord): Catalogue {
  const { model } = catalogue;
  const others = (kind: string) => model.ofKind(kind).filter(({ id }) => id !== record.id);
  const get = (id: string) => (id === record.id ? record : model.get(id));
  return {
    ...catalogue,
    model: {
      sequence: model.sequence,
      get,
      only: (kind) => (kind === record.kind ? record : model.only(kind)),
      ofKind: (kind) => (kind === record.kind ? [...others(kind), record] : model.ofKind(kind)),
    },
    pick: (ids) => ids.flatMap((id) => get(id) ?? []),
  };
}
