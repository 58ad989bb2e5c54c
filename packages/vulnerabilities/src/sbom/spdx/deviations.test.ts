import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSbom } from '../read-sbom.ts';
import { SbomError } from '../sbom-error.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url)).toString('utf8');
const spdx3 = fixture('shop.spdx3.json');
const read = (text: string, options = {}) => readSbom(Buffer.from(text), options);

const published = '"https://spdx.org/rdf/3.0.1/spdx-context.jsonld"';
const terms = 'https://spdx.org/rdf/3.0.1/terms/';
const ownPrefixes = `[${published},{"sw":"${terms}Software/","ex":{"@id":"urn:x:"},"core":"${terms}Core/"}]`;

function withContext(context: string): string {
  expect(spdx3).toContain(published);
  return spdx3.replace(published, context);
}

describe('SPDX 3 as documents deviate from it', () => {
  it.each([
    ['a list', withContext(`[${published}]`)],
    ['a list with more', withContext(`[${published},{"ex":"https://example.org/"}]`)],
    ['another version', withContext('"https://spdx.org/rdf/3.1/other.jsonld"')],
    ['none', spdx3.replace(/"@context":\s*"[^"]*",/, '')],
    [
      'at the end',
      `{${spdx3
        .trim()
        .slice(1, -1)
        .replace(/"@context":\s*("[^"]*"),/, '')},"@context":[${published}]}`,
    ],
  ])('a context that is %s is a violation, and costs nothing', async (_, text) => {
    const [deviating, plain] = [await read(text), await read(spdx3)];
    expect(deviating.components).toEqual(plain.components);
    expect(deviating.dependencies).toEqual(plain.dependencies);
    expect(deviating.subject).toEqual(plain.subject);
    expect(deviating.valid).toBe(false);
    expect(deviating.warnings.map(({ kind }) => kind)).toEqual(['violation']);
    expect(deviating.warnings[0]?.place).toMatch(/^\/(?:@context)?$/);
  });

  it.each([
    ['prefixes of its own', ownPrefixes, (text: string) => text.replaceAll('"software_', '"sw:')],
    [
      'prefixed core terms',
      ownPrefixes,
      (text: string) => text.replace('"type": "Person"', '"type": "core:Person"'),
    ],
    ['prefixed identifiers', ownPrefixes, (text: string) => text.replaceAll('"urn:x:', '"ex:')],
    ['names of profiles', published, (text: string) => text.replaceAll('"software_', '"software:')],
    ['names written out', published, (text: string) => text.replaceAll('"software_', `"${terms}Software/`)],
    [
      'JSON-LD keywords',
      published,
      (text: string) => text.replaceAll('"spdxId"', '"@id"').replaceAll('"type"', '"@type"'),
    ],
  ])('%s are understood', async (_, context, change) => {
    const changed = change(spdx3).replace(published, context);
    const [deviating, plain] = [await read(changed), await read(spdx3)];
    expect(deviating.components).toEqual(plain.components);
    expect(deviating.dependencies).toEqual(plain.dependencies);
  });

  it('a document that is a list is read: of elements with whole names, or of documents', async () => {
    const whole = (name: string, value: unknown) => ({ [`${terms}${name}`]: [{ '@value': value }] });
    const expanded = [
      {
        '@id': 'urn:a',
        '@type': [`${terms}Software/Package`],
        [`${terms}Core/creationInfo`]: [{ '@id': '_:c' }],
        ...whole('Core/name', 'a'),
        ...whole('Software/packageVersion', '1.0'),
        ...whole('Software/packageUrl', 'pkg:npm/a@1.0'),
      },
      {
        '@id': 'urn:r',
        '@type': [`${terms}Core/Relationship`],
        [`${terms}Core/creationInfo`]: [{ '@id': '_:c' }],
        [`${terms}Core/from`]: [{ '@id': 'urn:a' }],
        [`${terms}Core/to`]: [{ '@id': 'urn:b' }],
        [`${terms}Core/relationshipType`]: [{ '@id': `${terms}Core/RelationshipType/dependsOn` }],
      },
      { '@id': 'urn:b', '@type': [`${terms}Software/Package`], ...whole('Core/name', 'b') },
    ];
    const { format, components, dependencies, valid } = await read(JSON.stringify(expanded));
    expect(format).toBe('SPDX 3 JSON-LD');
    expect(components).toMatchObject([
      { name: 'a', version: '1.0', purl: 'pkg:npm/a@1.0', ref: 'urn:a' },
      { name: 'b' },
    ]);
    expect(dependencies).toEqual([{ ref: 'urn:a', dependsOn: ['urn:b'] }]);
    expect(valid).toBe(false);
    expect((await read(`[${spdx3}]`)).components).toEqual((await read(spdx3)).components);
    await expect(read('[{"name":"a"}]')).rejects.toMatchObject({ code: 'unknown-format' });
  });

  it('the packages of other profiles are packages, and elements may be written in place', async () => {
    const element = (type: string, name: string, rest = {}) => ({
      type,
      spdxId: `urn:${name}`,
      creationInfo: '_:c',
      name,
      ...rest,
    });
    const inner = element('software_Package', 'inner', { software_packageVersion: '1' });
    const text = JSON.stringify({
      '@context': JSON.parse(published),
      '@graph': [
        element('ai_AIPackage', 'model'),
        element('dataset_DatasetPackage', 'data'),
        element('Relationship', 'r', { from: 'urn:model', relationshipType: 'dependsOn', to: [inner] }),
      ],
    });
    const { components, dependencies } = await read(text);
    expect(components.map(({ name }) => name)).toEqual(['model', 'data', 'inner']);
    expect(dependencies).toEqual([{ ref: 'urn:model', dependsOn: ['urn:inner'] }]);
  });

  it('a graph of one element without its list is a violation, no graph at all is another', async () => {
    const graph = '{"type":"software_Package","spdxId":"urn:a","creationInfo":"_:c","name":"a"}';
    const graphOnly = await read(`{"@context":${published},"@graph":${graph}}`);
    expect(graphOnly.components).toMatchObject([{ name: 'a' }]);
    expect(graphOnly.warnings).toMatchObject([{ kind: 'violation', place: '/@graph' }]);
    expect((await read(`{"@context":${published}}`)).warnings).toMatchObject([
      { code: 'missing', place: '/' },
    ]);
  });

  it('every package URL is kept', async () => {
    const identifiers =
      '"externalIdentifier":[{"type":"ExternalIdentifier","externalIdentifierType":"packageUrl","identifier":"pkg:generic/other@1"}],';
    const { components } = await read(
      spdx3.replace('"software_packageUrl"', `${identifiers}"software_packageUrl"`),
    );
    expect(components.find(({ otherPurls }) => otherPurls)?.otherPurls).toEqual(['pkg:generic/other@1']);
  });
});

describe('versions of SPDX 2', () => {
  it.each(['SPDX-2.0', 'SPDX-2.1', 'SPDX-2.2', 'SPDX-2.3'])(
    '%s is read in every notation',
    async (version) => {
      const texts = [fixture('shop.spdx.json'), fixture('shop.spdx'), yaml(fixture('shop.spdx.json'))];
      for (const text of texts) {
        const { specVersion, components } = await read(text.replace('SPDX-2.3', version));
        expect(specVersion).toBe(version.slice(5));
        expect(components).toEqual((await read(text)).components);
      }
    },
  );

  it.each(['2.3', 'SPDX-2.4', 'spdx-2.3'])(
    '%s is no version: read by the nearest, as a violation',
    async (version) => {
      for (const text of [fixture('shop.spdx.json'), fixture('shop.spdx')]) {
        const { specVersion, warnings, components } = await read(text.replace('SPDX-2.3', version));
        expect(specVersion).toBe('2.3');
        expect(components).toHaveLength(2);
        expect(warnings).toMatchObject([{ kind: 'violation', code: 'not-allowed' }]);
      }
    },
  );

  it('none at all is a violation', async () => {
    for (const text of [
      fixture('shop.spdx.json').replace(/"spdxVersion":\s*"[^"]*",/, ''),
      fixture('shop.spdx').replace(/^SPDXVersion:.*\n/, ''),
    ]) {
      const { components, warnings } = await read(text);
      expect(components).toHaveLength(2);
      expect(warnings).toMatchObject([{ kind: 'violation', code: 'missing' }]);
    }
  });
});

/** JSON is YAML; an own line for the version makes it plain which it is. */
function yaml(json: string): string {
  const { spdxVersion, ...rest } = JSON.parse(json);
  const lines = Object.entries(rest).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `# a comment\n---\nspdxVersion: ${spdxVersion}\n${lines.join('\n')}\n`;
}

describe('SPDX YAML', () => {
  it('is read by the model of SPDX JSON', async () => {
    const [fromYaml, fromJson] = [
      await read(yaml(fixture('shop.spdx.json'))),
      await read(fixture('shop.spdx.json')),
    ];
    expect(fromYaml).toEqual({ ...fromJson, format: 'SPDX YAML' });
  });

  it('keeps versions as written and knows lines', async () => {
    const text =
      'spdxVersion: SPDX-2.3\npackages:\n- name: a\n  versionInfo: 1.10\n- name: b\n  versionInfo: "1.10"\n';
    const { components } = await read(text, { places: true });
    expect(components).toMatchObject([
      { name: 'a', version: '1.10', place: { line: 3, column: 3 } },
      { name: 'b', version: '1.10', place: { line: 5, column: 3 } },
    ]);
  });

  it('reads what an alias stands for', async () => {
    const text = 'spdxVersion: SPDX-2.3\npackages:\n- &a {name: a, versionInfo: "1"}\n- *a\n';
    expect((await read(text)).components.map(({ name }) => name)).toEqual(['a', 'a']);
  });

  it.each([
    ['syntax', 'spdxVersion: SPDX-2.3\npackages: [', 'malformed'],
    ['a name given twice', 'spdxVersion: SPDX-2.3\nname: a\nname: b\n', 'malformed'],
    ['depth', `spdxVersion: SPDX-2.3\npackages: ${'['.repeat(2000)}${']'.repeat(2000)}\n`, 'too-deep'],
    ['aliases of aliases', bomb(), 'too-many'],
  ])('is refused for %s', async (_, text, code) => {
    const error = await read(text).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SbomError);
    expect(error).toMatchObject({ code });
  });

  function bomb(): string {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`).join(',')}]`,
    );
    return `spdxVersion: SPDX-2.3\nl0: &l0 [x]\n${levels.join('\n')}\n`;
  }
});
