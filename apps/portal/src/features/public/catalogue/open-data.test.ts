import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import type { Entry } from '../../../platform/collections/entry.ts';
import { escapeXml } from '../../../platform/collections/feed.ts';
import { writeCsv } from '../../../platform/collections/open-data.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.stop());

/** As programs and spreadsheets know them. */
const columns =
  'id,kind,title,summary,description,operator,url,page,lang,purposes,ages,affiliations,category,regions,cost,' +
  'formats,grades,subjects,copying,pageLanguages,status,addressSeen,heldOn,applyBy,everyYear,minutes,telephone,hours,mail,contactForm,image,imageAlt,imageCredit,enteredOn,confirmedOn,updatedOn,sample';

const text = async (path: string) => (await portal.get(path)).text();

/** Names of the elements of a document, in order; throws where it is not well formed. */
function elementsOf(xml: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => names.push(name));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return names;
}

describe('the open data', () => {
  test('hold the same entries in each format', async () => {
    const csv = await text('/open-data/entries.csv');
    const json = JSON.parse(await text('/open-data/entries.json'));
    const jsonLd = JSON.parse(await text('/open-data/entries.jsonld'));
    expect(json.entries).toHaveLength(83);
    expect(jsonLd.itemListElement).toHaveLength(83);
    expect(csv.split('\r\n').filter((line) => /^[a-z0-9-]+,(initiative|feature),/.test(line))).toHaveLength(
      83,
    );
  });

  test('open in a spreadsheet: byte order mark, Windows line ends, a header of explained columns', async () => {
    const bytes = new Uint8Array(await (await portal.get('/open-data/entries.csv')).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header] = (await text('/open-data/entries.csv')).split('\r\n');
    expect(header).toBe(columns);
  });

  test('explain every column on their page, in both languages', async () => {
    for (const path of ['/open-data', '/en/open-data']) {
      const page = await text(path);
      for (const name of columns.split(',')) expect(page).toContain(`<code>${name}</code>`);
    }
  });

  test('are the same however they are packed, for the first who asks and the next', async () => {
    const plain = await portal.get('/open-data/entries.json');
    const whole = await plain.text();
    for (const encoding of ['gzip', 'br', 'gzip', 'br']) {
      const packed = await portal.get('/open-data/entries.json', { 'Accept-Encoding': encoding });
      expect(packed.headers.get('etag')).toBe(plain.headers.get('etag'));
      expect(packed.headers.get('content-encoding')).toBe(encoding);
      expect(await packed.text()).toBe(whole);
    }
  });

  test.each(['/en/open-data/entries', '/open-data/entries'])(
    'speak English at %s where asked',
    async (path) => {
      const ask = path.startsWith('/en/') ? '' : '?lang=en';
      const csv = await text(`${path}.csv${ask}`);
      expect(csv).toContain('/en/initiatives/cyder,en,');
      const { entries } = JSON.parse(await text(`${path}.json${ask}`)) as { entries: Entry[] };
      const english = JSON.parse(await text('/api/v1/entries/cyder?lang=en'));
      expect(entries.find(({ id }) => id === 'cyder')).toEqual(english);
      const { itemListElement } = JSON.parse(await text(`${path}.jsonld${ask}`));
      expect(itemListElement[0].item['@id']).toContain('/en/');
    },
  );

  test('are told of in a DCAT catalogue, with every file in both languages', async () => {
    const answer = await portal.get('/open-data/catalog.jsonld');
    expect(answer.headers.get('content-type')).toContain('application/ld+json');
    const catalog = JSON.parse(await answer.text());
    expect(catalog['@type']).toBe('dcat:Catalog');
    const [set] = catalog['dcat:dataset'];
    expect(set['dct:title']).toContainEqual({ '@language': 'ja', '@value': '取組' });
    const addresses: string[] = set['dcat:distribution'].map(
      (each: Record<string, Record<string, string>>) => each['dcat:downloadURL']?.['@id'],
    );
    expect(addresses).toHaveLength(6);
    for (const address of addresses) {
      const path = new URL(address).pathname;
      expect((await portal.get(path)).status, path).toBe(200);
    }
  });

  test('refuse a language that they are not given out in', async () => {
    const refused = await portal.get('/open-data/entries.csv?lang=fr');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ problems: [{ code: 'invalid-value', parameter: 'lang' }] });
  });

  test('hold a row a line: line breaks within a cell are spaces, several values are separated by semicolons', () => {
    const entry = { ...emptyEntry, description: '# A\r\n\nb', purposes: ['know', 'train'] };
    const csv = writeCsv(portal.platform.collections.whole.columns, [entry]);
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain(',# A b,');
    expect(csv).toContain(',know;train,');
  });

  test('never hold a cell that a spreadsheet would run', () => {
    const formula = {
      ...emptyEntry,
      title: '=HYPERLINK("http://x")',
      summary: '+1',
      operator: '@x',
      description: '-a, "b"',
    };
    const [, row] = writeCsv(portal.platform.collections.whole.columns, [formula]).split('\r\n');
    expect(row).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(row).toContain(`'+1`);
    expect(row).toContain(`"'-a, ""b"""`);
  });
});

describe('feeds and maps', () => {
  test.each(['/feed.atom', '/en/feed.atom'])('%s is well-formed Atom', async (path) => {
    const names = elementsOf(await text(path));
    expect(names[0]).toBe('feed');
    expect(names.filter((name) => name === 'entry')).toHaveLength(30);
  });

  test('the site map leads to every entry in both languages', async () => {
    const map = await text('/sitemap.xml');
    expect(elementsOf(map)[0]).toBe('urlset');
    expect(map).toContain('/initiatives/cyder</loc>');
    expect(map).toContain('/en/initiatives/cyder</loc>');
    expect(map).toContain('/en/help/phishing</loc>');
  });

  test('robots are shown the site map', async () => {
    expect(await text('/robots.txt')).toContain('Sitemap: http');
  });

  test('text that XML has no place for is left out', () => {
    expect(elementsOf(`<a>${escapeXml('\u0000<b>&\u{1F600}\uD800"')}</a>`)).toEqual(['a']);
  });
});

const emptyEntry: Entry = {
  id: 'x',
  kind: 'initiative',
  title: '',
  summary: '',
  description: null,
  operator: null,
  url: '',
  page: '',
  lang: 'ja',
  purposes: [],
  ages: [],
  affiliations: [],
  category: null,
  regions: [],
  cost: null,
  formats: [],
  status: null,
  addressSeen: null,
  enteredOn: '2026-11-23',
  confirmedOn: null,
  updatedOn: '2026-11-23',
  sample: false,
};
