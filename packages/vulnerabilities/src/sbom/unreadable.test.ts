import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSbom } from './read-sbom.ts';
import type { Sbom } from './sbom.ts';
import { SbomError } from './sbom-error.ts';
import { bill, fixture, refusal } from './testing/bills.ts';

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
