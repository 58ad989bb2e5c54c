import { parse } from 'csv-parse/sync';
import jsonld from 'jsonld';
import { Parser } from 'n3';
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
    expect(json.entries).toHaveLength(132);
    expect(jsonLd.itemListElement).toHaveLength(132);
    expect(
      csv
        .split('\r\n')
        .filter((line) => /^[a-z0-9-]+,(initiative|feature|programme|learning-route),/.test(line)),
    ).toHaveLength(132);
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
    expect(set['dct:title']).toContainEqual({
      '@language': 'ja',
      '@value': 'サイバーセキュリティの取組',
    });
    const addresses: string[] = set['dcat:distribution'].map(
      (each: Record<string, Record<string, string>>) => each['dcat:downloadURL']?.['@id'],
    );
    expect(addresses).toHaveLength(8);
    for (const [index, address] of addresses.entries()) {
      const file = await portal.get(new URL(address).pathname);
      expect(file.status, address).toBe(200);
      const media: string = set['dcat:distribution'][index]['dcat:mediaType']['@id'];
      const [type] = (file.headers.get('content-type') ?? '').split(';');
      expect(media).toBe(`https://www.iana.org/assignments/media-types/${type}`);
    }
  });

  test('have the same catalogue as Turtle, with what DCAT-AP makes mandatory', async () => {
    const answer = await portal.get('/open-data/catalog.ttl');
    expect(answer.headers.get('content-type')).toBe('text/turtle; charset=utf-8');
    const quads = new Parser().parse(await answer.text());
    const asJson = (await jsonld.toRDF(JSON.parse(await text('/open-data/catalog.jsonld')))) as unknown[];
    expect(quads).toHaveLength(asJson.length);
    const dcat = 'http://www.w3.org/ns/dcat#';
    const dct = 'http://purl.org/dc/terms/';
    const mandatory: Record<string, string[]> = {
      [`${dcat}Catalog`]: [`${dct}title`, `${dct}description`, `${dct}publisher`, `${dcat}dataset`],
      [`${dcat}Dataset`]: [`${dct}title`, `${dct}description`, `${dct}license`, `${dct}modified`],
      [`${dcat}Distribution`]: [`${dcat}accessURL`, `${dct}license`, `${dct}language`, `${dcat}mediaType`],
      [`${dcat}DataService`]: [`${dct}title`, `${dcat}endpointURL`, `${dcat}servesDataset`],
      'http://xmlns.com/foaf/0.1/Organization': ['http://xmlns.com/foaf/0.1/name'],
    };
    for (const [type, properties] of Object.entries(mandatory)) {
      const things = quads.filter(({ object }) => object.value === type).map(({ subject }) => subject.value);
      expect(things, type).not.toEqual([]);
      for (const thing of things) {
        const own = quads
          .filter(({ subject }) => subject.value === thing)
          .map((quad) => quad.predicate.value);
        expect(own, `${thing} ${type}`).toEqual(expect.arrayContaining(properties));
      }
    }
  });

  test.each([
    ['text/turtle', '/open-data/catalog.ttl'],
    ['application/ld+json', '/open-data/catalog.jsonld'],
    ['application/json;q=0.9, text/turtle;q=0.5', '/open-data/catalog.jsonld'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', '/open-data'],
    ['*/*', '/open-data'],
  ])('give the catalogue in the form that is asked for: %s', async (accept, path) => {
    const answer = await portal.get('/open-data/catalog', { accept });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path]);
    expect(answer.headers.get('vary')).toContain('Accept');
  });

  test.each(['ja', 'en'] as const)(
    'have a dictionary of the columns of their CSV files: %s',
    async (language) => {
      const prefix = language === 'en' ? '/en' : '';
      const described = await portal.get(`${prefix}/open-data/csv-metadata.json`);
      expect(described.headers.get('content-type')).toBe('application/csvm+json; charset=utf-8');
      const { tables } = JSON.parse(await described.text());
      expect(tables.length).toBeGreaterThanOrEqual(4);
      for (const table of tables) {
        const path = new URL(table.url).pathname;
        const file = await portal.get(path);
        expect(file.headers.get('link')).toContain(
          `<${prefix}/open-data/csv-metadata.json>; rel="describedby"`,
        );
        const [header = [], ...rows]: string[][] = parse(await file.text(), { bom: true });
        const { columns: told, primaryKey } = table.tableSchema;
        expect(header).toEqual(told.map(({ titles }: { titles: string }) => titles));
        const keys = rows.map((row) =>
          [primaryKey]
            .flat()
            .map((name: string) => row[header.indexOf(name)])
            .join('\n'),
        );
        expect(new Set(keys).size).toBe(rows.length);
        for (const [index, { datatype, separator, required, name }] of told.entries())
          for (const row of rows) {
            const cell = row[index] ?? '';
            expect(cell, name).not.toMatch(/[\n\r\t\u2028]/);
            if (required) expect(cell, name).not.toBe('');
            const values = cell === '' ? [] : separator ? cell.split(separator) : [cell];
            for (const value of values) expect(value, name).toMatch(formOf[datatype] ?? /./);
          }
      }
    },
  );

  test('give values that are several one by one, as the table of entries has them together', async () => {
    const [header = [], ...rows]: string[][] = parse(await text('/open-data/entries.csv'), { bom: true });
    const [, ...values]: string[][] = parse(await text('/open-data/entries.values.csv'), { bom: true });
    const together = rows.flatMap((row) =>
      ['purposes', 'ages', 'affiliations', 'regions'].flatMap((column) =>
        (row[header.indexOf(column)] ?? '')
          .split(';')
          .filter(Boolean)
          .map((value) => [row[0], column, value].join()),
      ),
    );
    expect(together.length).toBeGreaterThan(300);
    expect(values.map((row) => row.join())).toEqual(expect.arrayContaining(together));
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

/** How a value of a CSVW datatype is written. */
const formOf: Record<string, RegExp> = {
  date: /^\d{4}-\d\d-\d\d$/,
  boolean: /^(true|false)$/,
  number: /^-?\d+(\.\d+)?$/,
  string: /\S/,
};

describe('feeds and maps', () => {
  test.each(['/feed.atom', '/en/feed.atom', '/feed.atom?q=zzzzqqqq'])(
    '%s has what RFC 4287 asks of a feed and its entries',
    async (path) => {
      const xml = await text(path);
      const [head = '', ...entries] = xml.split('<entry>');
      for (const name of ['id', 'title', 'updated', 'author'])
        expect(head.match(new RegExp(`<${name}>`, 'g')), name).toHaveLength(1);
      expect(head).toMatch(/<link rel="self" type="application\/atom\+xml" href="http[^"]+"\/>/);
      expect(head.match(/<link rel="alternate"/g)).toHaveLength(1);
      const ids = new Set<string>();
      for (const entry of entries) {
        for (const name of ['id', 'title', 'updated', 'published', 'summary'])
          expect(entry.match(new RegExp(`<${name}>`, 'g')), name).toHaveLength(1);
        expect(entry).toMatch(/<updated>\d{4}-\d\d-\d\dT[\d:.]+Z<\/updated>/);
        ids.add(/<id>(.*?)<\/id>/.exec(entry)?.[1] ?? '');
      }
      expect(ids.size).toBe(entries.length);
      expect(elementsOf(xml)[0]).toBe('feed');
    },
  );

  test.each(['/', '/en'])('the site’s search is offered to browsers on every page: %s', async (path) => {
    const prefix = path === '/en' ? '/en' : '';
    expect(await text(path)).toContain(
      `<link rel="search" type="application/opensearchdescription+xml" title="${prefix ? 'Kakehashi' : '架け橋'}" href="${prefix}/opensearch.xml">`,
    );
    const answer = await portal.get(`${prefix}/opensearch.xml`);
    expect(answer.headers.get('content-type')).toContain('application/opensearchdescription+xml');
    const xml = await answer.text();
    expect(elementsOf(xml).slice(0, 3)).toEqual(['OpenSearchDescription', 'ShortName', 'Description']);
    expect(/<ShortName>(.*)<\/ShortName>/.exec(xml)?.[1]?.length).toBeLessThanOrEqual(16);
    const templates = [...xml.matchAll(/type="([^"]+)"[^>]*template="([^"]+)"/g)];
    expect(templates).toHaveLength(4);
    for (const [, type = '', template = ''] of templates) {
      const { pathname, search } = new URL(
        template.replaceAll('&amp;', '&').replace('{searchTerms}', encodeURIComponent('ランサム')),
      );
      const found = await portal.get(pathname + search);
      expect([found.status, found.headers.get('content-type')]).toEqual([200, expect.stringContaining(type)]);
    }
  });

  test('pages lead to the same content in other forms', async () => {
    for (const [path, types] of [
      ['/search', ['application/atom+xml', 'text/csv', 'application/json', 'application/ld+json']],
      ['/en/open-data', ['application/ld+json', 'text/turtle']],
      ['/en/initiatives/cyder', ['application/json']],
    ] as const) {
      const links = [
        ...(await text(path)).matchAll(/<link rel="alternate" type="([^"]+)"[^>]* href="([^"]+)">/g),
      ];
      for (const type of types) {
        const [, , href = ''] = links.find(([, named]) => named === type) ?? [];
        const answer = await portal.get(href.replaceAll('&amp;', '&'));
        expect(answer.headers.get('content-type'), `${path} ${href}`).toContain(type);
      }
    }
  });

  test('the site map names both languages of each page, and which is shown to others', async () => {
    const urls = (await text('/sitemap.xml')).split('<url>').slice(1);
    expect(urls.length).toBeGreaterThan(200);
    for (const url of urls) {
      const loc = /<loc>(.*?)<\/loc>/.exec(url)?.[1] ?? '';
      const of = (language: string) => new RegExp(`hreflang="${language}" href="(.*?)"`).exec(url)?.[1];
      expect([of('ja'), of('en')]).toContain(loc);
      expect(of('x-default')).toBe(of('ja'));
      expect(new URL(of('en') ?? '').pathname).toMatch(/^\/en(\/|$)/);
    }
  });

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
