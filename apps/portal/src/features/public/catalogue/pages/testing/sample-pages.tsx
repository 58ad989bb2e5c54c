import type { Child } from 'hono/jsx';
import type { AboveResults } from '../../../../../platform/feature.ts';
import type { PageContext } from '../../../../../platform/web/page-context.ts';
import { collectionWords } from '../../../../../ui/collections/messages.ts';
import { ResultsPage } from '../../../../../ui/collections/results.tsx';
import type { ResultsView } from '../../../../../ui/collections/views.ts';
import { ErrorPage } from '../../../../../ui/status-pages/error.tsx';
import { NotFoundPage } from '../../../../../ui/status-pages/not-found.tsx';
import { catalogueCollection } from '../../collection.ts';
import { ApiReferencePage } from '../api-reference.tsx';
import { DocumentPage } from '../document.tsx';
import { FinderPage } from '../finder.tsx';
import { HelpPage } from '../help.tsx';
import { HomePage } from '../home.tsx';
import { OpenDataPage } from '../open-data.tsx';
import type { OpenApiDocument } from '../openapi-document.ts';
import { RecordPage } from '../record.tsx';
import { SiteMapPage } from '../site-map.tsx';
import { SituationPage } from '../situation.tsx';
import { SpecialFeaturePage } from '../special-feature.tsx';
import { SpecialFeatureListPage } from '../special-feature-list.tsx';
import type { Typeset } from './sample-content.ts';
import { sampleSpecialFeature } from './sample-feature.ts';
import { SampleViews } from './sample-views.ts';

const words = collectionWords(catalogueCollection);

/** The catalogue's page of results, as its routes draw it. */
export function CatalogueResults(props: { ctx: PageContext; view: ResultsView; above?: AboveResults }) {
  return <ResultsPage {...props} words={words} />;
}

interface SamplePage {
  path: string;
  /** Makes the view once, and gives back what renders it. */
  prepare(ctx: PageContext, views: SampleViews): () => Child;
}

function samplePage<View>(
  path: string,
  viewOf: (views: SampleViews) => View,
  Page: (props: { ctx: PageContext; view: View }) => Child | Promise<Child>,
): SamplePage {
  return {
    path,
    prepare(ctx, views) {
      const view = viewOf(views);
      return () => Page({ ctx, view }) as Child;
    },
  };
}

const document: OpenApiDocument = {
  info: { title: 'Kakehashi open data API', version: '1', description: 'Read access to published entries.' },
  paths: {
    '/api/v1/entries': {
      get: {
        summary: 'Search published entries',
        parameters: [
          { name: 'q', in: 'query', description: 'Words to search for', schema: { type: 'string' } },
          {
            name: 'purpose',
            in: 'query',
            schema: { type: 'array', items: { type: 'string', enum: ['know', 'protect'] } },
          },
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } },
        ],
        responses: {
          '200': { description: 'Entries and facet counts' },
          '400': { description: 'Problem details' },
        },
      },
    },
  },
  components: {
    schemas: {
      Entry: {
        required: ['id'],
        properties: { id: { type: 'string' }, url: { type: 'string', format: 'uri' } },
      },
    },
  },
};

const pages: Record<string, SamplePage> = {
  home: samplePage('/', (views) => views.home(), HomePage),
  results: samplePage('/search', (views) => views.results(), CatalogueResults),
  'results-query': samplePage(
    '/search',
    (views) => views.results(queryChanges(views), 'セキュリティ'),
    CatalogueResults,
  ),
  'results-empty': samplePage(
    '/search',
    (views) =>
      views.results({
        q: 'ランサムウエアー　小学生　体験',
        total: 0,
        cards: [],
        pageCount: 0,
        suggestions: [{ text: 'ランサムウェア', href: '/search' }],
        wayOut: [{ label: '小学生', href: '/search', count: 12 }],
      }),
    CatalogueResults,
  ),
  record: samplePage('/initiatives/anshin-desk', (views) => views.record('anshin-desk'), RecordPage),
  'record-long': samplePage(
    '/initiatives/sc3',
    (views) => {
      const view = views.record('sc3', { status: 'to-check', addressSeen: 'no', sample: true });
      return { ...view, card: { ...view.card, confirmedOn: '2026-11-01' } };
    },
    RecordPage,
  ),
  feature: samplePage('/features/stop-ransomware', sampleSpecialFeature, SpecialFeaturePage),
  features: samplePage('/features', (views) => ({ features: views.features() }), SpecialFeatureListPage),
  help: samplePage('/help', (views) => views.help(), HelpPage),
  situation: samplePage('/help/ransomware', (views) => views.situation(), SituationPage),
  'finder-question': samplePage('/finder', (views) => views.finder(2), FinderPage),
  'finder-list': samplePage('/finder', (views) => views.finder(4), FinderPage),
  document: samplePage(
    '/accessibility',
    ({ wording }) => ({
      title: wording.text({ ja: 'アクセシビリティ', en: 'Accessibility' }),
      html: '<p>だれもが必要な取組にたどり着けること。</p><h2>方針</h2><ul><li><strong>対象</strong>：すべてのページ</li><li>めざす水準：WCAG 2.2 AA</li></ul><h2>試験の方法</h2><ol><li>自動の検査</li><li>キーボードだけの操作</li></ol>',
      language: 'ja' as const,
      updatedOn: '2026-11-23',
    }),
    DocumentPage,
  ),
  'site-map': samplePage(
    '/site-map',
    (views) => ({
      sections: ['さがす', '特集', 'データ'].map((heading) => ({
        heading,
        links: views.features().map(({ title, href }) => ({ label: title, href })),
      })),
    }),
    SiteMapPage,
  ),
  'open-data': samplePage('/open-data', (views) => views.openData(), OpenDataPage),
  api: samplePage(
    '/api',
    () => document,
    ({ ctx, view }) => <ApiReferencePage ctx={ctx} document={view} documentHref="/api/v1/openapi.json" />,
  ),
  'not-found': samplePage('/nowhere', () => undefined, NotFoundPage),
  'too-many': samplePage('/search', () => ({ status: 429, retryAfter: 30 }), ErrorPage),
  failed: samplePage('/search', () => ({ status: 500, reference: 'a1b2c3' }), ErrorPage),
};

function queryChanges({ wording }: SampleViews): Partial<ResultsView> {
  const conditions = [
    ['purpose', 'respond'],
    ['affiliation', 'sme'],
  ] as const;
  return {
    q: '身代金ウイルス',
    total: 26,
    page: 2,
    pageCount: 2,
    expansions: [{ from: '身代金ウイルス', to: ['ランサムウェア'] }],
    suggestions: [{ text: 'ランサムウェア', href: '/search?q=ランサムウェア' }],
    chips: conditions.map(([facet, value]) => ({
      facet,
      label: wording.term(facet, value).label,
      removeHref: '/search',
    })),
  };
}

export const samplePageNames = Object.keys(pages);

/** Makes a page's sample view, and gives back what renders the page as its HTML. */
export function preparePage(
  name: string,
  context: (path: string) => PageContext,
  typeset?: Typeset,
): () => Promise<string> {
  const page = pages[name];
  if (!page) throw new Error(`no sample page ${name}`);
  const ctx = context(page.path);
  const render = page.prepare(ctx, new SampleViews(ctx, typeset));
  return async () => String(await render()?.toString());
}
