import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unknownToSchemaOrg } from '../../../../test/schema-org.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { dataOf } from '../../../platform/publishing/kind.ts';
import { type Initiative, initiativeKind } from './kinds/initiative.ts';
import { describeInitiative } from './structured-data.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.stop());

// biome-ignore lint/suspicious/noExplicitAny: what it holds is what the tests are about
async function structuredDataOf(path: string): Promise<any> {
  const page = await (await portal.get(path)).text();
  const [, json] = /<script type="application\/ld\+json" nonce="[^"]+">(.*?)<\/script>/.exec(page) ?? [];
  expect(json, path).toBeDefined();
  return JSON.parse(json ?? '');
}

const pdl = expect.stringContaining('public_data_license');

describe('the vocabulary check', () => {
  it('finds types, properties and values that schema.org does not know', () => {
    expect(unknownToSchemaOrg({ '@type': 'Curse', name: 'x' })).toEqual([
      ': there is no type Curse',
      '.name: Curse has no such property',
    ]);
    expect(unknownToSchemaOrg({ '@type': 'Service', isAccessibleForFree: true })).toEqual([
      '.isAccessibleForFree: Service has no such property',
    ]);
    expect(unknownToSchemaOrg({ '@type': 'Course', provider: { '@type': 'Place', name: 'x' } })).toEqual([
      '.provider: may not hold {"@type":"Place","name":"x"}',
    ]);
    expect(unknownToSchemaOrg({ '@type': 'Course', name: 'x', hasCourseInstance: [] })).toEqual([]);
  });
});

describe('structured data', () => {
  it('of every page that is public are in the words of schema.org', async () => {
    const { whole } = portal.platform.collections;
    const records = whole.listed().map((record) => whole.pagePath(record));
    const desk = portal.platform.model.only('desk')?.data as { situations: { id: string }[] };
    const situations = desk.situations.map(({ id }) => `/help/${id}`);
    const paths = ['/', ...records, ...situations, '/open-data'];
    expect(paths.length).toBeGreaterThan(90);
    for (const path of paths.flatMap((each) => [each, each === '/' ? '/en' : `/en${each}`])) {
      const data = await structuredDataOf(path);
      expect(unknownToSchemaOrg(data), path).toEqual([]);
      // Other capabilities describe their records by themselves.
      if (!/^(\/en)?\/(initiatives|features|help)\//.test(path)) continue;
      expect(data, path).toMatchObject({ license: pdl, inLanguage: expect.stringMatching(/^(ja|en)$/) });
      expect(data.dateModified, path).toMatch(/^\d{4}-\d\d-\d\d/);
    }
  });

  it('of the open data are so too, in both languages', async () => {
    for (const path of ['/open-data/entries.jsonld', '/en/open-data/entries.jsonld']) {
      const data = JSON.parse(await (await portal.get(path)).text());
      expect(unknownToSchemaOrg(data)).toEqual([]);
      expect(data).toMatchObject({ '@type': ['Dataset', 'ItemList'], license: pdl });
      const found = new Set(data.itemListElement.map((each: { item: object }) => Object(each.item)['@type']));
      expect([...found]).toEqual(expect.arrayContaining(['Course', 'LearningResource', 'GovernmentService']));
    }
  });

  it('of a help page are steps in their order, and whom to call when', async () => {
    const { mainEntity, mentions } = await structuredDataOf('/en/help/fake-warning');
    expect(mainEntity['@type']).toBe('HowTo');
    expect(mainEntity.step.map(({ position }: { position: number }) => position)).toEqual(
      mainEntity.step.map((_: unknown, index: number) => index + 1),
    );
    expect(mentions).toContainEqual(
      expect.objectContaining({
        contactPoint: expect.objectContaining({
          telephone: '03-5978-7509',
          hoursAvailable: expect.arrayContaining([expect.objectContaining({ opens: '10:00' })]),
        }),
      }),
    );
  });

  it('of the open-data page are a catalogue whose files can be fetched', async () => {
    const { dataset } = await structuredDataOf('/en/open-data');
    const addresses = dataset.flatMap((each: { distribution: { contentUrl: string }[] }) =>
      each.distribution.map(({ contentUrl }) => contentUrl),
    );
    const tables = portal.platform.collections.all().flatMap(({ declaration }) => declaration.tables ?? []);
    expect(addresses).toHaveLength(4 * portal.platform.collections.all().length + 2 * tables.length);
    for (const address of addresses) expect((await portal.get(new URL(address).pathname)).status).toBe(200);
  });

  it('say what an initiative is, whatever is known of it', () => {
    const record = portal.platform.model.get('cyder');
    const data = dataOf(initiativeKind, record ?? { kind: '', data: {} });
    const words = {
      name: 'n',
      description: 'd',
      operator: 'o',
      language: 'en',
      audiences: ['schools'],
    } as const;
    const more: Partial<Initiative>[] = [
      {},
      { heldOn: ['2027-01-01', '2027-01-02'], applyBy: '2026-12-01', format: ['online', 'onsite'] },
      { cost: 'free', minutes: 45, pageLanguages: ['ja', 'en'], telephone: '03-0000-0000' },
      { url: 'https://www.example.go.jp/', mail: 'a@example.jp', form: 'https://example.jp/f', cost: 'paid' },
    ] as Partial<Initiative>[];
    const typesOf = new Map<string, unknown>();
    for (const category of portal.platform.vocabulary().values('category'))
      for (const known of more) {
        const described = describeInitiative({ ...data, category, ...known }, words);
        expect(unknownToSchemaOrg(described), category).toEqual([]);
        for (const day of known.heldOn ?? []) expect(JSON.stringify(described), category).toContain(day);
        typesOf.set(category, described['@type']);
      }
    expect(Object.fromEntries(typesOf)).toMatchObject({
      'consultation-desk': 'GovernmentService',
      material: 'LearningResource',
      class: 'Course',
      qualification: 'EducationalOccupationalCredential',
      association: 'Organization',
    });
    expect(
      describeInitiative({ ...data, category: 'competition', heldOn: ['2027-01-01'] }, words),
    ).toMatchObject({ '@type': 'Event', startDate: '2027-01-01' });
  });
});
