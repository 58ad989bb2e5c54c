import { Session } from 'node:inspector/promises';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrganisationRooms } from '../../../platform/organisations/rooms.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ReadModel } from '../../../platform/read-model/read-model.ts';
import { PageCache } from '../../../platform/web/page-cache.ts';
import { arrangeNavigation } from '../../../platform/web/page-context.ts';
import { PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { benefitsFeature } from './index.ts';

/**
 * How often functions of the benefit engine are called, as the JavaScript engine counts it. A mock of the module would
 * miss calls, since test files share their modules.
 */
class EngineCalls {
  readonly #session = new Session();

  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  }

  /** Calls by function since the last time this was asked. */
  async take(): Promise<Record<'calculate' | 'checkDesignation', number>> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    const functions = result
      .filter(({ url }) => url.includes('/packages/benefits/src/'))
      .flatMap((s) => s.functions);
    const calls = (name: string) =>
      functions
        .filter(({ functionName }) => functionName === name)
        .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
    return { calculate: calls('calculate'), checkDesignation: calls('checkDesignation') };
  }

  stop(): void {
    this.#session.disconnect();
  }
}

/** A platform whose every part throws on use: no database, no read model. */
const nothing = new Proxy({} as Platform, {
  get(_, part) {
    throw new Error(`a benefit page asked the platform for its ${String(part)}`);
  },
});

function site(): Hono<PortalEnvironment> {
  const app = new Hono<PortalEnvironment>();
  const pages = benefitsFeature.create(nothing, {}).routes.pages;
  for (const language of ['ja', 'en'] as const) {
    const prefix = language === 'ja' ? '' : '/en';
    const routes = new PageRoutes({
      app,
      language,
      rooms: {} as OrganisationRooms,
      roomMenu: [],
      context: (c) => {
        const url = new URL(c.req.url);
        return {
          language,
          easy: false,
          furigana: url.searchParams.has('furigana'),
          path: url.pathname.slice(prefix.length),
          queryString: url.search,
          baseUrl: 'https://kakehashi.example',
          nonce: 'n',
          assets: {
            styles: '/s.css',
            fonts: '/f.css',
            script: '/m.js',
            capabilityStyles: { benefits: '/benefits.css' },
          },
          today: '2026-11-23',
          navigation: arrangeNavigation([]),
          href: (path) => prefix + path,
        };
      },
      notFound: () => '',
      forbidden: () => '',
      signedOut: () => '',
      cache: new PageCache(new ReadModel(), () => new Date()),
      declare: () => {},
      shown: () => {},
      declared: [],
    });
    pages?.(routes);
  }
  return app;
}

const app = site();
const get = async (path: string) => (await app.request(path)).text();
const course = 'kind=practical&start=2024-10-01&fee=600000&fee=400000';
const ict = 'programme=ict-qualification&mode=classroom&months=3&hours=60&itss-level=2&level=vocational';

describe('a load of a benefit page', () => {
  const calls = new EngineCalls();
  beforeAll(() => calls.start());
  afterAll(() => calls.stop());

  it.each([
    [`/benefits/calculator?${course}`, 1],
    [`/benefits/calculator?${course}&step=change`, 1],
    [`/benefits/calculator?${course}&compare=2024-09-30`, 2],
    ['/benefits/calculator?kind=practical&start=2024-10-01', 0],
    ['/benefits/calculator', 0],
    ['/benefits', 0],
    ['/benefits/designation', 0],
  ])(
    '%s does %i calculations, one for each start date shown, and asks the platform for nothing',
    async (path, count) => {
      for (const address of [path, `/en${path}`]) {
        await calls.take();
        expect(await get(address)).toContain('</html>');
        expect((await calls.take()).calculate).toBe(count);
      }
    },
  );

  it('checks a course once', async () => {
    await calls.take();
    expect(await get(`/benefits/designation?${ict}`)).toContain('特定一般教育訓練 第2類型');
    expect((await calls.take()).checkDesignation).toBe(1);
  });
});

describe('a field for a number', () => {
  it.each([
    ['kind=practical&start=2024-10-01&step=course', 'months', 1, 48],
    ['kind=practical&start=2024-10-01&step=fees&fees=each', 'fee-1', 0, 1_000_000_000],
    ['kind=leave&start=2025-10-01&step=course', 'leave-days', 1, 366],
    ['kind=support&start=2025-04-01&basic-allowance=5000&certified-days=30&step=person', 'age', 0, 120],
  ])('in %s says that %s takes what the engine takes', async (query, id, least, most) => {
    const page = await get(`/benefits/calculator?${query}`);
    const [field = ''] = new RegExp(`<input[^>]*id="${id}"[^>]*>`).exec(page) ?? [];
    expect(field).toMatch(new RegExp(`aria-describedby="[^"]*\\b${id}-range\\b`));
    const range = `${least.toLocaleString('en')}から${most.toLocaleString('en')}まで`;
    expect(page).toMatch(new RegExp(`id="${id}-range"[^>]*>\\s*${range}`));
  });
});

const addresses = [
  '/benefits',
  '/benefits/calculator',
  '/benefits/calculator?kind=practical&step=course',
  '/benefits/calculator?kind=practical&start=x&step=fees',
  '/benefits/calculator?kind=practical&start=2024-10-01&step=fees&fees=each',
  `/benefits/calculator?${course}&step=person`,
  `/benefits/calculator?${course}&step=outcome`,
  `/benefits/calculator?${course}&compare=2024-09-30`,
  `/benefits/calculator?${course}&insured-years=1`,
  `/benefits/calculator?${course}&months=x&step=change`,
  '/benefits/calculator?kind=general&start=2024-10-01&fee=20004&fee=',
  '/benefits/calculator?kind=support&start=2025-04-01&basic-allowance=5000&certified-days=30',
  '/benefits/calculator?kind=leave&start=2025-10-01&leave-days=90&insured-years=5&basic-allowance=6000',
  '/benefits/designation',
  '/benefits/designation?hours=60',
  `/benefits/designation?${ict}`,
];

describe.each(
  addresses.flatMap((path) => [path, `${path}${path.includes('?') ? '&' : '?'}furigana`, `/en${path}`]),
)('%s', async (path) => {
  const html = await get(path);
  const body = html.slice(html.indexOf('<body'));

  it('has one first heading and skips no level', () => {
    const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'));
    const levels = [...main.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries())
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 2) + 1);
  });

  it('uses each id once, and refers only to ids it has', () => {
    const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, value = ''] of body.matchAll(
      /\s(?:for|aria-labelledby|aria-describedby|href)="#?([^"]+)"/g,
    ))
      if (!/[/:]/.test(value)) for (const id of value.split(' ')) expect(ids).toContain(id);
  });

  it('keeps markup out of attributes and title, and writes no placeholder', () => {
    expect(html).not.toMatch(/="[^"]*<(ruby|span)/);
    expect(/<title>(.*?)<\/title>/s.exec(html)?.[1]).not.toMatch(/ruby|undefined/);
    expect(html).not.toMatch(/\[object|undefined|NaN|｜[^<]*《|&lt;ruby/);
  });
});
