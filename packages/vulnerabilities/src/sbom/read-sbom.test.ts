import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSbom } from './read-sbom.ts';
import type { ReadOptions } from './sbom.ts';
import { bill, cut, fixture, refusal } from './testing/bills.ts';

const inText = (text: string, options?: ReadOptions) => readSbom(Buffer.from(text), options);

const parser = {
  name: 'example-parser',
  version: '1.2.0',
  purl: 'pkg:npm/example-parser@1.2.0',
  supplier: 'Example Parser Team',
  licences: ['MIT'],
  hashes: [{ algorithm: 'SHA-1', value: '9188560f22e0b73070d2efce670c74af2bdf30af' }],
};

const nested = (name: string, ...parts: string[]): string =>
  `{"type":"library","name":"${name}","components":[${parts.join()}]}`;
const nestedXml = (name: string, ...parts: string[]): string =>
  `<component type="library"><name>${name}</name>${parts.length > 0 ? `<components>${parts.join('')}</components>` : ''}</component>`;

describe('reading a bill of materials', () => {
  it.each([
    ['shop.cdx.json', 'CycloneDX JSON', '1.6'],
    ['shop.cdx.xml', 'CycloneDX XML', '1.6'],
  ])('reads %s with its assemblies, subject and dependencies', async (name, format, specVersion) => {
    const sbom = await readSbom(fixture(name));
    expect(sbom).toMatchObject({ format, specVersion, valid: true, warnings: [] });
    expect(sbom.subject).toMatchObject({ name: 'shop', version: '2.0.0', supplier: 'Example Works' });
    const byRef = Object.fromEntries(sbom.components.map((component) => [component.ref, component]));
    expect(byRef.parser).toEqual({ ...parser, ref: 'parser', scope: 'required' });
    expect(byRef.template).toMatchObject({
      licences: ['Apache-2.0 OR MIT'],
      cpe: 'cpe:2.3:a:example:template:0.9.1:*:*:*:*:*:*:*',
      purl: 'pkg:npm/%40example/template@0.9.1',
    });
    expect(byRef.escape).toMatchObject({ name: 'example-escape', version: '3.0.0' });
    expect(sbom.dependencies).toEqual([
      { ref: 'shop', dependsOn: ['parser', 'template'] },
      { ref: 'template', dependsOn: ['escape'] },
    ]);
  });

  it.each([
    [
      'JSON',
      `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${nested('a', nested('b', nested('c')), nested('d'))},${nested('e', nested('f'))}]}`,
    ],
    [
      'XML',
      `<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>${nestedXml('a', nestedXml('b', nestedXml('c')), nestedXml('d'))}${nestedXml('e', nestedXml('f'))}</components></bom>`,
    ],
  ])('names components in the order of a CycloneDX %s document, each before its parts', async (_, text) => {
    const sbom = await readSbom(Buffer.from(text));
    expect(sbom.components.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it.each([
    ['shop.spdx.json', 'SPDX JSON', '2.3', 'SPDXRef-'],
    ['shop.spdx', 'SPDX tag-value', '2.3', 'SPDXRef-'],
    ['shop.spdx3.json', 'SPDX 3 JSON-LD', '3.0.1', 'urn:x:'],
  ])('reads %s as %s', async (name, format, specVersion, prefix) => {
    const sbom = await readSbom(fixture(name));
    expect(sbom).toMatchObject({ format, specVersion, valid: true, warnings: [] });
    expect(sbom.subject).toMatchObject({ name: 'shop', version: '2.0.0' });
    expect(sbom.components).toHaveLength(2);
    expect(sbom.components[1]).toEqual({ ...parser, ref: `${prefix}parser` });
    expect(sbom.dependencies).toEqual([{ ref: `${prefix}shop`, dependsOn: [`${prefix}parser`] }]);
  });

  it('reads the same wherever the stream is cut', async () => {
    for (const name of ['shop.cdx.json', 'shop.cdx.xml', 'shop.spdx', 'shop.spdx.json', 'shop.spdx3.json']) {
      const bytes = fixture(name);
      const whole = await readSbom(bytes);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (size) => {
          expect(await readSbom(cut(bytes, size))).toEqual(whole);
        }),
        { numRuns: 15 },
      );
    }
  });

  it('reads a document whose version comes last', async () => {
    const sbom = await inText(
      '{"components":[{"type":"library","name":"a"}],"bomFormat":"CycloneDX","specVersion":"1.4"}',
    );
    expect(sbom.components.map(({ name }) => name)).toEqual(['a']);
    expect(sbom.specVersion).toBe('1.4');
  });

  it('takes off a UTF-8 byte order mark', async () => {
    expect((await inText(`\ufeff${bill([])}`)).valid).toBe(true);
  });
});

describe('what is amiss in a readable document', () => {
  it('one bad licence or component never loses the rest', async () => {
    const sbom = await inText(
      bill([
        { type: 'library', name: 'a', licenses: [{ expression: 'MIT AND OR' }] },
        { type: 'library', name: 'b', licenses: [{ license: { id: 'No-Such-Licence' } }] },
        { type: 'nonsense' },
        null,
        { type: 'library', name: 'c', purl: 'not a purl' },
        { type: 'library', name: 'd', version: '1' },
      ]),
    );
    expect(sbom.components.map(({ name, licences }) => [name, licences])).toEqual([
      ['a', ['MIT AND OR']],
      ['b', ['No-Such-Licence']],
      ['c', []],
      ['d', []],
    ]);
    expect(sbom.warnings.map(({ kind, code, place }) => `${kind} ${code} ${place}`)).toEqual([
      'unread licence /components/0/licenses/0',
      'violation not-allowed /components/1/licenses/0/license/id',
      'violation missing /components/2',
      'violation not-allowed /components/2/type',
      'unread component /components/2',
      'violation type /components/3',
      'unread component /components/3',
      'unread purl /components/4/purl',
    ]);
    expect(sbom.warningCounts).toMatchObject({ licence: 1, 'not-allowed': 2, component: 2, purl: 1 });
  });

  it('counts every warning and keeps the first', async () => {
    const many = Array.from({ length: 50 }, (_, number) => ({
      type: 'library',
      name: `n${number}`,
      purl: 'x',
    }));
    const sbom = await inText(bill(many), { limits: { warnings: 5 } });
    expect(sbom.warnings).toHaveLength(5);
    expect(sbom.warningCounts).toEqual({ purl: 50 });
    expect(sbom.components).toHaveLength(50);
  });

  it('tells of every message in Japanese and English', async () => {
    const { warnings } = await inText(bill([{ name: 'a', unheardOf: 1 }]));
    expect(warnings.map(({ message }) => message)).toEqual([
      { ja: 'components/0 に type がありません', en: 'components/0 lacks type' },
      {
        ja: 'unheardOf はこの版の仕様のこの場所にありません',
        en: 'this version of the specification has no unheardOf here',
      },
    ]);
  });

  it('finds an identifier given twice, across assemblies and services', async () => {
    const { warnings } = await inText(
      bill(
        [
          {
            type: 'library',
            name: 'a',
            'bom-ref': 'x',
            components: [{ type: 'library', name: 'b', 'bom-ref': 'x' }],
          },
        ],
        {
          services: [{ name: 's', 'bom-ref': 'x' }],
        },
      ),
    );
    const repeated = warnings.filter(({ code }) => code === 'duplicate-ref');
    expect(repeated.map(({ place }) => place)).toEqual([
      '/components/0/components/0/bom-ref',
      '/components/0/bom-ref',
    ]);
  });

  it('lets things of a formulation share an identifier where they are not of one kind', async () => {
    const workspaces = [{ 'bom-ref': 'w', uid: 'w' }];
    const task = { 'bom-ref': 't', uid: 't', taskTypes: ['build'], workspaces };
    const workflow = { 'bom-ref': 'f', uid: 'f', taskTypes: ['build'], tasks: [task], workspaces };
    const formulation = (workflows: object[]) => bill([], { formulation: [{ 'bom-ref': 'f', workflows }] });
    expect((await inText(formulation([workflow]))).warnings).toEqual([]);
    const { warnings } = await inText(formulation([workflow, { ...workflow, uid: 'g' }]));
    expect(warnings).toMatchObject([{ code: 'duplicate-ref', place: '/formulation/0/workflows/1/bom-ref' }]);
    const xml = (workflows: string) =>
      `<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components/><formulation><formula bom-ref="f"><workflows>${workflows}</workflows></formula></formulation></bom>`;
    const inXml =
      '<workflow bom-ref="f"><uid>f</uid><taskTypes><taskType>build</taskType></taskTypes></workflow>';
    expect((await inText(xml(inXml))).warnings).toEqual([]);
    expect((await inText(xml(inXml.repeat(2)))).warningCounts).toEqual({ 'duplicate-ref': 1 });
  });

  it('finds a component listed twice although it has no identifier', async () => {
    const twice = { type: 'library', name: 'a', version: '1' };
    const { warnings } = await inText(bill([twice, { version: '1', name: 'a', type: 'library' }]));
    expect(warnings).toMatchObject([{ code: 'duplicate', place: '/components/1' }]);
  });

  it('notices dependencies on what is not there', async () => {
    const { warnings, valid } = await inText(bill([], { dependencies: [{ ref: 'ghost' }] }));
    expect(warnings).toMatchObject([{ kind: 'unread', code: 'unknown-ref', place: '/dependencies/0' }]);
    expect(valid).toBe(true);
  });

  it('throws at the first violation when asked to be strict', async () => {
    const error = await refusal(bill([{ type: 'library' }]), { strict: true });
    expect(error).toMatchObject({ code: 'invalid', place: '/components/0' });
    expect(error.text.en).toContain('components/0 lacks name');
  });

  it('points into XML by line, column and path', async () => {
    const { warnings } = await inText(
      '<bom xmlns="http://cyclonedx.org/schema/bom/1.6">\n<components>\n<component type="library"><name>a</name><scope>sometimes</scope></component></components></bom>',
    );
    expect(warnings).toMatchObject([
      { code: 'not-allowed', place: expect.stringMatching(/^3:\d+ \/bom\/components\/component\/scope$/) },
    ]);
  });

  it.each([
    ['SPDXID: SPDXRef-x y', 'form'],
    ['Relationship: SPDXRef-a LIKES SPDXRef-b', 'not-allowed'],
    ['Relationship: SPDXRef-a', 'form'],
    ['Nonsense: x', 'unknown'],
    ['no colon here', 'form'],
  ])('names the line of an SPDX tag-value fault: %s', async (line, code) => {
    const { warnings } = await inText(
      `${fixture('shop.spdx')}\nPackageName: z\nPackageDownloadLocation: NONE\n${line}\n`,
    );
    expect(warnings.some((warning) => warning.code === code && /^line \d+/.test(warning.place))).toBe(true);
  });
});

describe('CycloneDX 1.7', () => {
  const xml = (component: string) =>
    `<bom xmlns="http://cyclonedx.org/schema/bom/1.7"><components>${component}</components></bom>`;
  const json = (component: object) =>
    bill([{ type: 'library', name: 'a', ...component }], { specVersion: '1.7' });

  it('lets only external components state a range of versions, in both notations', async () => {
    const range = 'vers:npm/<2.0.0';
    const external = xml(
      `<component type="library" isExternal="true"><name>a</name><versionRange>${range.replace('<', '&lt;')}</versionRange></component>`,
    );
    for (const text of [external, json({ isExternal: true, versionRange: range })]) {
      expect((await inText(text)).warnings).toEqual([]);
    }
    for (const text of [external.replace(' isExternal="true"', ''), json({ versionRange: range })]) {
      expect((await inText(text)).valid).toBe(false);
    }
  });

  it('lets expressions and named licences stand side by side', async () => {
    const licences = [{ expression: 'MIT OR Apache-2.0' }, { license: { name: 'House licence' } }];
    const { components, valid } = await inText(json({ licenses: licences }));
    expect(valid).toBe(true);
    expect(components[0]?.licences).toEqual(['MIT OR Apache-2.0', 'House licence']);
  });
});
