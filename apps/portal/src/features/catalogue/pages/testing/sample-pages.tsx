import type { Child } from 'hono/jsx';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ApiReferencePage } from '../api-reference.tsx';
import { DocumentPage } from '../document.tsx';
import { ErrorPage } from '../error.tsx';
import { FeaturePage } from '../feature.tsx';
import { FeatureListPage } from '../feature-list.tsx';
import { FinderPage } from '../finder.tsx';
import { HelpPage } from '../help.tsx';
import { HomePage } from '../home.tsx';
import { NotFoundPage } from '../not-found.tsx';
import { OpenDataPage } from '../open-data.tsx';
import type { OpenApiDocument } from '../openapi-document.ts';
import { RecordPage } from '../record.tsx';
import { ResultsPage } from '../results.tsx';
import { SiteMapPage } from '../site-map.tsx';
import { SituationPage } from '../situation.tsx';
import type { Typeset } from './sample-content.ts';
import { sampleFeature } from './sample-feature.ts';
import { SampleViews } from './sample-views.ts';

type Render = (ctx: PageContext, views: SampleViews) => Child;

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

const pages: Record<string, [path: string, render: Render]> = {
  home: ['/', (ctx, views) => <HomePage ctx={ctx} view={views.home()} />],
  results: ['/search', (ctx, views) => <ResultsPage ctx={ctx} view={views.results()} />],
  'results-query': [
    '/search',
    (ctx, views) => {
      const chips = [
        ['purpose', 'respond'],
        ['affiliation', 'sme'],
      ] as const;
      const view = views.results(
        {
          q: '身代金ウイルス',
          total: 26,
          page: 2,
          pageCount: 2,
          expansions: [{ from: '身代金ウイルス', to: ['ランサムウェア'] }],
          suggestions: [{ text: 'ランサムウェア', href: '/search?q=ランサムウェア' }],
          chips: chips.map(([facet, value]) => ({
            facet,
            label: views.wording.term(facet, value).label,
            removeHref: '/search',
          })),
        },
        'セキュリティ',
      );
      return <ResultsPage ctx={ctx} view={view} />;
    },
  ],
  'results-empty': [
    '/search',
    (ctx, views) => (
      <ResultsPage
        ctx={ctx}
        view={views.results({
          q: 'ぬるぽんちゃん　ランサムウエアー',
          total: 0,
          cards: [],
          pageCount: 0,
          suggestions: [{ text: 'ランサムウェア', href: '/search' }],
          wayOut: [{ label: '小学生', href: '/search', count: 12 }],
        })}
      />
    ),
  ],
  record: [
    '/initiatives/anshin-desk',
    (ctx, views) => <RecordPage ctx={ctx} view={views.record('anshin-desk')} />,
  ],
  'record-long': [
    '/initiatives/sc3',
    (ctx, views) => {
      const view = views.record('sc3', { status: 'to-check', addressSeen: 'no', sample: true });
      return <RecordPage ctx={ctx} view={{ ...view, card: { ...view.card, confirmedOn: '2026-11-01' } }} />;
    },
  ],
  feature: [
    '/features/stop-ransomware',
    (ctx, views) => <FeaturePage ctx={ctx} view={sampleFeature(views)} />,
  ],
  features: [
    '/features',
    (ctx, views) => <FeatureListPage ctx={ctx} view={{ features: views.features() }} />,
  ],
  help: ['/help', (ctx, views) => <HelpPage ctx={ctx} view={views.help()} />],
  situation: ['/help/ransomware', (ctx, views) => <SituationPage ctx={ctx} view={views.situation()} />],
  'finder-question': ['/finder', (ctx, views) => <FinderPage ctx={ctx} view={views.finder(2)} />],
  'finder-list': ['/finder', (ctx, views) => <FinderPage ctx={ctx} view={views.finder(4)} />],
  document: [
    '/accessibility',
    (ctx, views) => (
      <DocumentPage
        ctx={ctx}
        view={{
          title: views.wording.text({ ja: 'アクセシビリティ', en: 'Accessibility' }),
          html: '<p>だれもが必要な取組にたどり着けること。</p><h2>方針</h2><ul><li><strong>対象</strong>：すべてのページ</li><li>めざす水準：WCAG 2.2 AA</li></ul><h2>試験の方法</h2><ol><li>自動の検査</li><li>キーボードだけの操作</li></ol>',
          language: 'ja',
          updatedOn: '2026-11-23',
        }}
      />
    ),
  ],
  'site-map': [
    '/site-map',
    (ctx, views) => (
      <SiteMapPage
        ctx={ctx}
        view={{
          sections: ['さがす', '特集', 'データ'].map((heading) => ({
            heading,
            links: views.features().map(({ title, href }) => ({ label: title, href })),
          })),
        }}
      />
    ),
  ],
  'open-data': ['/open-data', (ctx, views) => <OpenDataPage ctx={ctx} view={views.openData()} />],
  api: [
    '/api',
    (ctx) => <ApiReferencePage ctx={ctx} document={document} documentHref="/api/v1/openapi.json" />,
  ],
  'not-found': ['/nowhere', (ctx) => <NotFoundPage ctx={ctx} />],
  'too-many': ['/search', (ctx) => <ErrorPage ctx={ctx} view={{ status: 429, retryAfter: 30 }} />],
  failed: ['/search', (ctx) => <ErrorPage ctx={ctx} view={{ status: 500, reference: 'a1b2c3' }} />],
};

export const samplePageNames = Object.keys(pages);

/** A page of the site over sample views, as its HTML. */
export async function renderSamplePage(
  name: string,
  context: (path: string) => PageContext,
  typeset?: Typeset,
): Promise<string> {
  const page = pages[name];
  if (!page) throw new Error(`no sample page ${name}`);
  const [path, render] = page;
  const ctx = context(path);
  return String(await (render(ctx, new SampleViews(ctx, typeset)) as Promise<string> | string).toString());
}
