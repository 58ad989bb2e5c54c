import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSbom } from './read-sbom.ts';
import { SbomError } from './sbom-error.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url));
const cycloneDx = fixture('shop.cdx.json').toString('utf8');
const unnamed = cycloneDx.replace('"bomFormat": "CycloneDX",', '').replace(/"\$schema": "[^"]*",/, '');
const spdx = fixture('shop.spdx.json').toString('utf8');
const tagValue = fixture('shop.spdx').toString('utf8');

const bytes = (text: string) => Buffer.from(text);
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** The shape of https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
const statement = (predicate: string, type = 'https://cyclonedx.org/bom') =>
  `{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"a","digest":{"sha256":"00"}}],"predicateType":"${type}","predicate":${predicate}}`;

/** The shape of https://github.com/secure-systems-lab/dsse/blob/master/envelope.md */
const envelope = (payload: string) =>
  `{"payloadType":"application/vnd.in-toto+json","payload":"${base64(payload)}","signatures":[{"keyid":"","sig":"AA=="}]}`;

describe('a bill within another document', () => {
  it.each([
    ['as GitHub answers', `{"sbom":${spdx}}`, spdx],
    ['as other services answer', `{"data":{"project":{"bom":${cycloneDx}}}}`, cycloneDx],
    ['in an in-toto statement', statement(cycloneDx), cycloneDx],
    ['though it does not say its format', `{"sbom":${unnamed}}`, unnamed],
    ['in a statement of SPDX', statement(spdx, 'https://spdx.dev/Document'), spdx],
    ['in a statement whose predicate comes first', `{"predicate":${spdx},"predicateType":"x"}`, spdx],
    ['in a statement of older cosign', statement(`{"Data":${cycloneDx},"Timestamp":"x"}`), cycloneDx],
    ['as text in a statement', statement(`{"Data":${JSON.stringify(cycloneDx)}}`), cycloneDx],
    ['as tag-value text in a statement', statement(JSON.stringify(tagValue)), tagValue],
    ['in a DSSE envelope', envelope(statement(cycloneDx)), cycloneDx],
    ['in a Sigstore bundle', `{"mediaType":"x","dsseEnvelope":${envelope(statement(cycloneDx))}}`, cycloneDx],
    ['in an envelope without a statement', envelope(spdx), spdx],
  ])('is read %s', async (_, text, inner) => {
    const [wrapped, plain] = [await readSbom(bytes(text)), await readSbom(bytes(inner))];
    expect(wrapped.components).toEqual(plain.components);
    expect(wrapped.subject).toEqual(plain.subject);
    expect(wrapped.dependencies).toEqual(plain.dependencies);
    expect(wrapped.format).toBe(plain.format);
    expect(wrapped.valid).toBe(plain.valid);
  });

  it('says that the signature of an envelope was not verified', async () => {
    const { warnings } = await readSbom(bytes(envelope(statement(cycloneDx))));
    expect(warnings).toMatchObject([{ kind: 'unread', code: 'signature', place: '/payload' }]);
    expect((await readSbom(bytes(statement(cycloneDx)))).warnings).toEqual([]);
  });

  it('keeps the lines of the whole file', async () => {
    const { components } = await readSbom(bytes(`{"x":1,\n\n"sbom":\n${spdx}}`), { places: true });
    const plain = await readSbom(bytes(spdx), { places: true });
    expect(components.map(({ place }) => place?.line)).toEqual(
      plain.components.map(({ place }) => (place?.line ?? 0) + 3),
    );
  });

  it('is read the same wherever the stream is cut', async () => {
    const text = bytes(`{"before":{"sbom":[1,"}"]},"sbom":${cycloneDx},"after":{"sbom":"\\"{"}}`);
    const whole = await readSbom(text);
    expect(whole.components.length).toBeGreaterThan(1);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (size) => {
        function* cut() {
          for (let at = 0; at < text.length; at += size) yield text.subarray(at, at + size);
        }
        expect(await readSbom(cut())).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });

  it.each([
    ['an envelope of something else', envelope('{"hello":1}'), 'unknown-format'],
    ['an empty payload', envelope(''), 'unknown-format'],
    ['a statement on something else', statement('{"builder":{"id":"x"}}'), 'unknown-format'],
    ['envelopes within envelopes without end', [1, 2, 3, 4, 5, 6].reduce(envelope1, cycloneDx), 'too-deep'],
  ])('%s is refused', async (_, text, code) => {
    const error = await readSbom(bytes(text)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SbomError);
    expect(error).toMatchObject({ code });
  });

  function envelope1(text: string): string {
    return envelope(text);
  }
});

describe('encodings of XML', () => {
  const xml = fixture('shop.cdx.xml').toString('utf8');
  const utf16 = (text: string, isBigEndian: boolean) => {
    const encoded = Buffer.from(text, 'utf16le');
    return isBigEndian ? encoded.swap16() : encoded;
  };

  it.each([
    ['little-endian with a mark', utf16(`\ufeff${xml}`, false)],
    ['big-endian with a mark', utf16(`\ufeff${xml}`, true)],
    ['little-endian without a mark', utf16(xml, false)],
    ['big-endian without a mark', utf16(xml, true)],
    ['as it declares', utf16(`\ufeff${xml.replace(/encoding="[^"]*"/, 'encoding="UTF-16"')}`, false)],
  ])('UTF-16 is read as XML demands: %s', async (_, encoded) => {
    expect((await readSbom(encoded)).components).toEqual((await readSbom(bytes(xml))).components);
  });

  it('UTF-16 is read the same wherever the stream is cut', async () => {
    const encoded = utf16(`\ufeff${xml.replaceAll('shop', '店😀')}`, false);
    const whole = await readSbom(encoded);
    for (const size of [1, 3, 5, 7]) {
      const cut = (function* () {
        for (let at = 0; at < encoded.length; at += size) yield encoded.subarray(at, at + size);
      })();
      expect(await readSbom(cut)).toEqual(whole);
    }
  });

  const declared = (label: string, text = xml) =>
    text.replace(/^<\?xml[^>]*\?>/, `<?xml version="1.0" encoding="${label}"?>`);
  /** 「架け橋」 in the encodings XML files of Japan come in. */
  const bridges: [label: string, name: string, hex: string][] = [
    ['Shift_JIS', '架け橋', '89cb82af8bb4'],
    ['EUC-JP', '架け橋', 'b2cda4b1b6b6'],
    ['ISO-8859-1', 'Brücke', '4272fc636b65'],
    ['windows-1252', 'Brücke €', '4272fc636b652080'],
  ];

  it.each(bridges)('%s is read where the declaration says so', async (label, name, hex) => {
    const [before = '', after = ''] = declared(label).split('>shop<');
    expect(after).not.toBe('');
    const encoded = Buffer.concat([
      Buffer.from(`${before}>`, 'latin1'),
      Buffer.from(hex, 'hex'),
      Buffer.from(`<${after}`, 'latin1'),
    ]);
    const expected = await readSbom(bytes(xml.replace('>shop<', `>${name}<`)));
    expect(expected.subject?.name).toBe(name);
    for (const size of [1, 7, encoded.length]) {
      const cut = (function* () {
        for (let at = 0; at < encoded.length; at += size) yield encoded.subarray(at, at + size);
      })();
      expect(await readSbom(cut)).toEqual(expected);
    }
  });

  it('UTF-8 whose declaration says UTF-16 is read as it is', async () => {
    expect((await readSbom(bytes(declared('UTF-16')))).components).toEqual(
      (await readSbom(bytes(xml))).components,
    );
  });

  it('bytes that are not of the declared encoding, and encodings nobody knows, are named', async () => {
    const broken = Buffer.concat([bytes(declared('Shift_JIS').slice(0, 200)), Buffer.from([0xff, 0xff])]);
    for (const document of [broken, bytes(declared('X-UNHEARD-OF'))]) {
      expect(await readSbom(document).catch((error: unknown) => error)).toMatchObject({ code: 'encoding' });
    }
  });

  it('broken UTF-16 is named', async () => {
    const broken = Buffer.concat([utf16(`\ufeff${xml.slice(0, 50)}`, false), Buffer.from([0, 0xdc])]);
    expect(await readSbom(broken).catch((error: unknown) => error)).toMatchObject({ code: 'encoding' });
  });
});
