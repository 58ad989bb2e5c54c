import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSbom } from './read-sbom.ts';
import type { ReadOptions, Sbom } from './sbom.ts';
import { SbomError } from './sbom-error.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url));
const inText = (text: string, options?: ReadOptions) => readSbom(Buffer.from(text), options);

async function refusal(input: string | Uint8Array, options?: ReadOptions): Promise<SbomError> {
  const error = await readSbom(typeof input === 'string' ? Buffer.from(input) : input, options).catch(
    (e) => e,
  );
  expect(error).toBeInstanceOf(SbomError);
  return error;
}

function bill(components: unknown[], rest: object = {}): string {
  return JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, ...rest, components });
}

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

function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

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

describe('what cannot be read at all', () => {
  it.each([
    ['', 'empty'],
    ['   \n', 'empty'],
    ['hello', 'unknown-format'],
    ['{"a":1}', 'unknown-format'],
    ['[]', 'unknown-format'],
    ['<html/>', 'unknown-format'],
    ['{"bomFormat":"CycloneDX","specVersion":"0.9"}', 'unsupported-version'],
    ['{"spdxVersion":"SPDX-1.2"}', 'unsupported-version'],
    ['spdxVersion: SPDX-1.2', 'unsupported-version'],
    ['SPDXVersion: SPDX-1.2', 'unsupported-version'],
    ['bomFormat: CycloneDX', 'unsupported-format'],
    ['<Document><SPDXID>SPDXRef-DOCUMENT</SPDXID></Document>', 'unsupported-format'],
    ['<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', 'unsupported-format'],
    ['{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"name":', 'truncated'],
    ['<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>', 'truncated'],
    ['<bom xmlns="http://cyclonedx.org/schema/bom/1.6"></bomb>', 'malformed'],
    ['SPDXVersion: SPDX-2.3\nPackageComment: <text>never closed', 'truncated'],
  ])('%s is refused as %s', async (text, code) => {
    expect(await refusal(text)).toMatchObject({ code });
  });

  it('refuses other encodings by name', async () => {
    const json = bill([{ type: 'library', name: '部品' }]);
    expect(await refusal(Buffer.from(`\ufeff${json}`, 'utf16le'))).toMatchObject({ code: 'encoding' });
    expect(await refusal(Buffer.from(json, 'utf16le'))).toMatchObject({ code: 'encoding' });
    const shiftJis = Buffer.concat([
      Buffer.from('{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"name":"'),
      Buffer.from('959495', 'hex'),
      Buffer.from('"}]}'),
    ]);
    expect(await refusal(shiftJis)).toMatchObject({ code: 'encoding', place: '1:68 /components/0' });
  });

  it('reads the last of two values of one name, as a violation that names the place', async () => {
    const twice = '{"name":"a","version":1.10,"name":"b","version":2}';
    const text = `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${twice}],"specVersion":"1.6"}`;
    const { components, warnings } = await readSbom(Buffer.from(text));
    expect(components).toMatchObject([{ name: 'b', version: '2' }]);
    expect(warnings.filter(({ code }) => code === 'duplicate-key')).toMatchObject([
      { kind: 'violation', place: '/components/0/name' },
      { kind: 'violation', place: '/components/0/version' },
      { kind: 'violation', place: '/specVersion' },
    ]);
    const strict = await readSbom(Buffer.from(text), { strict: true }).catch((error: unknown) => error);
    expect(strict).toMatchObject({ code: 'invalid', place: '/components/0/name' });
  });

  it.each(['shop.cdx.json', 'shop.cdx.xml', 'shop.spdx', 'shop.spdx.json', 'shop.spdx3.json'])(
    '%s is the same with any line ends, and so are its lines',
    async (name) => {
      const text = readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');
      const plain = await readSbom(Buffer.from(text), { places: true });
      for (const end of ['\r\n', '\r']) {
        const bytes = Buffer.from(text.replaceAll('\n', end));
        const cut = (function* () {
          for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
        })();
        expect(await readSbom(cut, { places: true })).toEqual(plain);
      }
    },
  );

  it('never resolves an entity, inner or outer', async () => {
    const bomb =
      '<!DOCTYPE bom [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><bom xmlns="http://cyclonedx.org/schema/bom/1.6">&b;</bom>';
    const outer =
      '<!DOCTYPE bom SYSTEM "file:///etc/passwd"><bom xmlns="http://cyclonedx.org/schema/bom/1.6"/>';
    const unknown = '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>&x;</components></bom>';
    expect(await refusal(bomb)).toMatchObject({ code: 'doctype' });
    expect(await refusal(outer)).toMatchObject({ code: 'doctype' });
    expect(await refusal(unknown)).toMatchObject({ code: 'malformed' });
  });

  it('refuses depth without end, in either notation', async () => {
    const open = '<components><component type="library"><name>x</name>'.repeat(1000);
    expect(await refusal(`<bom xmlns="http://cyclonedx.org/schema/bom/1.6">${open}`)).toMatchObject({
      code: 'too-deep',
    });
    expect(
      await refusal(
        `{"bomFormat":"CycloneDX","specVersion":"1.6","components":${'[{"components":'.repeat(1000)}`,
      ),
    ).toMatchObject({ code: 'too-deep' });
  });

  it('stops at the size limit of the document and of one part', async () => {
    expect(await refusal(bill([]), { limits: { bytes: 10 } })).toMatchObject({ code: 'too-large' });
    const long = 'x'.repeat(5000);
    const limits = { itemBytes: 1000 };
    expect(await refusal(bill([{ type: 'library', name: long }]), { limits })).toMatchObject({
      code: 'too-large',
    });
    const xml = `<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library"><name>${long}</name></component></components></bom>`;
    expect(await refusal(xml, { limits })).toMatchObject({ code: 'too-large' });
  });

  it('stops at the limit of what has to be remembered, in every format', async () => {
    const limits = { entries: 3 };
    for (const name of ['shop.cdx.json', 'shop.cdx.xml', 'shop.spdx', 'shop.spdx.json', 'shop.spdx3.json']) {
      expect(await refusal(fixture(name), { limits })).toMatchObject({ code: 'too-many' });
    }
  });

  it('stops reading a stream without end', async () => {
    async function* endless() {
      yield Buffer.from('{"bomFormat":"CycloneDX","specVersion":"1.6","components":["');
      for (;;) yield Buffer.alloc(65_536, 'x');
    }
    const error = await readSbom(endless(), { limits: { itemBytes: 1_000_000 } }).catch((e) => e);
    expect(error).toMatchObject({ code: 'too-large' });
  });

  it('says what is wrong and where, in Japanese and English', async () => {
    const error = await refusal('{"bomFormat":"CycloneDX","specVersion":"1.6","__proto__":{}}');
    expect(error.message).toBe('1:46: The name "__proto__" is not allowed.');
    expect(error.text.ja).toBe('名前「__proto__」は使えません。');
  });
});

describe('documents damaged at random', () => {
  it('are read or refused with a named error, never anything else', async () => {
    const fixtures = ['shop.cdx.json', 'shop.cdx.xml', 'shop.spdx', 'shop.spdx.json', 'shop.spdx3.json'].map(
      fixture,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fixtures),
        fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.constantFrom('set', 'cut', 'repeat')), {
          minLength: 1,
          maxLength: 4,
        }),
        async (original, damages) => {
          let bytes = Buffer.from(original);
          for (const [where, value, kind] of damages) {
            const at = where % bytes.length;
            if (kind === 'set') bytes[at] = value;
            else if (kind === 'cut')
              bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + value)]);
            else bytes = Buffer.concat([bytes.subarray(0, at + value), bytes.subarray(at)]);
            if (bytes.length === 0) bytes = Buffer.from(' ');
          }
          const outcome: Sbom | SbomError = await readSbom(bytes).catch((error) => {
            if (error instanceof SbomError) return error;
            throw error;
          });
          if (outcome instanceof SbomError) expect(outcome.text.ja).not.toBe('');
        },
      ),
      { numRuns: 400 },
    );
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
