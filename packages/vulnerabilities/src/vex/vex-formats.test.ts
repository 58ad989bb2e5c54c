import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsafVex } from '../csaf/write-csaf.ts';
import { readSbom } from '../sbom/read-sbom.ts';
import { SbomError } from '../sbom/sbom-error.ts';
import { applyVex } from './apply-vex.ts';
import { readVex } from './read-vex.ts';
import type { VexStatement } from './statement.ts';
import { writeCycloneDxVex } from './write-cyclonedx-vex.ts';
import { writeOpenVex } from './write-openvex.ts';

const head = {
  id: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
  author: 'Example Works',
  time: '2026-04-01T00:00:00Z',
  version: 1,
};

const csafHead = {
  id: 'EXW-2026-0001',
  title: 'Verdicts on shop 2.0.0',
  publisher: { name: 'Example Works', namespace: 'https://example.com', category: 'vendor' },
  tlp: 'CLEAR',
  status: 'final',
  revisions: [{ number: '1', date: '2026-04-01T00:00:00Z', summary: 'First release' }],
} as const;

const statements: VexStatement[] = [
  {
    vulnerability: 'CVE-2026-1001',
    aliases: ['EXAMPLE-2026-0001'],
    status: 'not_affected',
    justification: 'vulnerable_code_not_in_execute_path',
    impact: 'The parser is only given texts of our own.',
    products: [{ purl: 'pkg:npm/example-parser@1.2.0' }],
  },
  {
    vulnerability: 'CVE-2026-1002',
    aliases: [],
    status: 'affected',
    action: 'Update to shop 2.0.1.',
    products: [{ purl: 'pkg:npm/%40example/template@0.9.1' }],
  },
  {
    vulnerability: 'CVE-2026-1003',
    aliases: [],
    status: 'fixed',
    products: [{ purl: 'pkg:npm/example-escape@3.0.0' }],
  },
  {
    vulnerability: 'CVE-2026-1004',
    aliases: [],
    status: 'under_investigation',
    products: [{ purl: 'pkg:npm/example-escape', range: 'vers:npm/<3.0.0' }],
  },
];

const writers = {
  OpenVEX: () => writeOpenVex(head, statements),
  'CycloneDX VEX': () => writeCycloneDxVex(head, statements),
  CSAF: () => writeCsafVex(csafHead, statements),
};

const bytesOf = (document: unknown) => Buffer.from(JSON.stringify(document));

describe.each(Object.entries(writers))('%s', (format, write) => {
  it('says the same after it has been written and read again', async () => {
    const document = await readVex(bytesOf(write()));
    expect(document).toMatchObject({
      format,
      author: 'Example Works',
      time: '2026-04-01T00:00:00Z',
      warnings: [],
    });
    const byName = new Map(document.statements.map((statement) => [statement.vulnerability, statement]));
    expect(byName.get('CVE-2026-1001')).toMatchObject({
      aliases: ['EXAMPLE-2026-0001'],
      status: 'not_affected',
      justification: 'vulnerable_code_not_in_execute_path',
      impact: 'The parser is only given texts of our own.',
      products: [{ purl: 'pkg:npm/example-parser@1.2.0' }],
    });
    expect(byName.get('CVE-2026-1002')).toMatchObject({
      status: 'affected',
      action: 'Update to shop 2.0.1.',
    });
    expect(byName.get('CVE-2026-1003')).toMatchObject({ status: 'fixed' });
    expect(byName.get('CVE-2026-1004')).toMatchObject({ status: 'under_investigation' });
  });

  it('damaged at random is read or refused with a named error', async () => {
    const original = bytesOf(write());
    await fc.assert(
      fc.asyncProperty(fc.nat(original.length - 1), fc.nat(255), async (at, value) => {
        const damaged = Buffer.from(original);
        damaged[at] = value;
        const outcome = await readVex(damaged).catch((error) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(SbomError);
      }),
      { numRuns: 150 },
    );
  });
});

describe('CycloneDX', () => {
  it('as written is valid against its own schema', async () => {
    const sbom = await readSbom(bytesOf(writers['CycloneDX VEX']()), { strict: true });
    expect(sbom.valid).toBe(true);
  });

  it('verdicts within a bill of materials are found by reference, in JSON and XML alike', async () => {
    const json = JSON.parse(readFileSync(new URL('../../fixtures/shop.cdx.json', import.meta.url), 'utf8'));
    json.vulnerabilities = [
      {
        id: 'CVE-2026-1001',
        references: [{ id: 'EXAMPLE-2026-0001', source: { name: 'Example' } }],
        analysis: { state: 'false_positive', justification: 'code_not_reachable', detail: 'Not called.' },
        affects: [{ ref: 'parser', versions: [{ range: 'vers:npm/<1.2.3' }] }],
      },
    ];
    const xml = readFileSync(new URL('../../fixtures/shop.cdx.xml', import.meta.url), 'utf8').replace(
      '</bom>',
      `<vulnerabilities><vulnerability><id>CVE-2026-1001</id>
       <references><reference><id>EXAMPLE-2026-0001</id><source><name>Example</name></source></reference></references>
       <analysis><state>false_positive</state><justification>code_not_reachable</justification><detail>Not called.</detail></analysis>
       <affects><target><ref>parser</ref><versions><version><range>vers:npm/&lt;1.2.3</range></version></versions></target></affects>
       </vulnerability></vulnerabilities></bom>`,
    );
    for (const bytes of [bytesOf(json), Buffer.from(xml)]) {
      const document = await readVex(bytes);
      expect(document.warnings).toEqual([]);
      expect(document.statements).toEqual([
        {
          vulnerability: 'CVE-2026-1001',
          aliases: ['EXAMPLE-2026-0001'],
          status: 'not_affected',
          justification: 'vulnerable_code_not_in_execute_path',
          impact: 'Not called.',
          products: [
            {
              name: 'example-parser',
              version: '1.2.0',
              purl: 'pkg:npm/example-parser@1.2.0',
              range: 'vers:npm/<1.2.3',
            },
          ],
        },
      ]);
    }
  });
});

describe('OpenVEX', () => {
  it('names the statement that cannot be used and keeps the others', async () => {
    const document = await readVex(
      bytesOf({
        '@context': 'https://openvex.dev/ns/v0.2.0',
        '@id': 'https://example.com/vex/1',
        author: 'Example Works',
        timestamp: '2026-04-01T00:00:00Z',
        version: 1,
        statements: [
          { vulnerability: { name: 'CVE-2026-1' }, status: 'maybe', products: ['pkg:npm/a'] },
          { status: 'fixed', products: ['pkg:npm/a'] },
          { vulnerability: 'CVE-2026-2', status: 'not_affected', products: ['pkg:npm/a'] },
        ],
      }),
    );
    expect(document.warnings.map(({ code, place }) => `${code} ${place}`)).toEqual([
      'not-allowed /statements/0/status',
      'missing /statements/1',
      'missing /statements/2',
    ]);
    expect(document.statements.map(({ vulnerability }) => vulnerability)).toEqual(['CVE-2026-2']);
  });
});

/** https://github.com/openvex/spec: 0.0.1 lists subcomponents beside the products of a statement. */
describe('what OpenVEX says a statement is about', () => {
  const read = async (statement: object, context = 'https://openvex.dev/ns/v0.2.0') => {
    const document = await readVex(
      bytesOf({
        '@context': context,
        '@id': 'https://example.com/vex/1',
        author: 'Example Works',
        timestamp: '2026-04-01T00:00:00Z',
        version: 1,
        statements: [{ vulnerability: { name: 'CVE-2026-1' }, status: 'fixed', ...statement }],
      }),
    );
    return document.statements[0];
  };

  it('subcomponents of a statement are parts of each product (0.0.1)', async () => {
    const statement = { products: ['pkg:npm/a@1', 'pkg:npm/b@1'], subcomponents: ['pkg:npm/c@1'] };
    expect(await read(statement, 'https://openvex.dev/ns')).toMatchObject({
      products: [
        { purl: 'pkg:npm/a@1', parts: [{ purl: 'pkg:npm/c@1' }] },
        { purl: 'pkg:npm/b@1', parts: [{ purl: 'pkg:npm/c@1' }] },
      ],
    });
  });

  it('a product is known by its address, identifiers and hashes', async () => {
    const product = {
      '@id': 'pkg:apk/wolfi/product@1.23.0-r1',
      identifiers: { purl: 'pkg:maven/g/a@2.4', cpe23: 'cpe:2.3:a:v:p:2.4:-:*:*:*:*:*:*' },
      hashes: { 'sha-256': 'ab' },
    };
    expect((await read({ products: [product] }))?.products).toEqual([
      {
        purl: 'pkg:maven/g/a@2.4',
        otherPurls: ['pkg:apk/wolfi/product@1.23.0-r1'],
        cpe: 'cpe:2.3:a:v:p:2.4:-:*:*:*:*:*:*',
        hashes: [{ algorithm: 'sha-256', value: 'ab' }],
      },
    ]);
  });

  it('a vulnerability is known by the CVE identifier at the end of its address', async () => {
    const vulnerability = { '@id': 'https://nvd.nist.gov/vuln/detail/CVE-2019-17571' };
    expect(await read({ vulnerability, products: ['pkg:npm/a'] })).toMatchObject({
      vulnerability: 'CVE-2019-17571',
    });
  });
});

it('a link of CycloneDX into a bill holds for that bill alone, in JSON and XML alike', async () => {
  for (const name of ['shop.cdx.json', 'shop.cdx.xml']) {
    const text = readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');
    const [, serial] = /urn:uuid:([0-9a-f-]{36})/.exec(text) ?? [];
    const sbom = await readSbom(Buffer.from(text));
    const { statements } = await readVex(
      bytesOf({
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        version: 1,
        vulnerabilities: [
          {
            id: 'CVE-2026-1001',
            analysis: { state: 'not_affected', justification: 'code_not_reachable' },
            affects: [{ ref: `urn:cdx:${serial}/1#parser` }],
          },
        ],
      }),
    );
    const component = sbom.components.find(({ ref }) => ref === 'parser');
    const findings = component ? [{ component, advisory: { id: 'CVE-2026-1001' }, aliases: [] }] : [];
    expect(applyVex(findings, statements, sbom.subject, sbom)).toMatchObject([{ verdict: statements[0] }]);
    const other = { ...sbom, identifier: `urn:cdx:${serial}/2` };
    expect(applyVex(findings, statements, sbom.subject, other)).toMatchObject([
      { unapplied: [{ reason: 'other-bill' }] },
    ]);
  }
});

it('a link of CycloneDX into another bill names no component of this one', async () => {
  const ref = 'urn:cdx:240b5b0b-917d-4f48-816c-97e1944d8079/1#parser';
  const json = JSON.parse(readFileSync(new URL('../../fixtures/shop.cdx.json', import.meta.url), 'utf8'));
  json.vulnerabilities = [{ id: 'CVE-2026-1001', analysis: { state: 'not_affected' }, affects: [{ ref }] }];
  expect((await readVex(bytesOf(json))).statements).toMatchObject([{ products: [{ bomLink: ref }] }]);
  json.vulnerabilities[0].affects = [
    { ref: `${json.serialNumber.replace('urn:uuid:', 'urn:cdx:')}/1#parser` },
  ];
  expect((await readVex(bytesOf(json))).statements).toMatchObject([
    { products: [{ purl: 'pkg:npm/example-parser@1.2.0' }] },
  ]);
});

describe('CSAF', () => {
  it('is read with branches, groups and parts of products', async () => {
    const document = await readVex(
      bytesOf({
        document: {
          csaf_version: '2.0',
          publisher: { name: 'Example Works' },
          tracking: { id: 'X-1', current_release_date: '2026-04-01T00:00:00Z' },
        },
        product_tree: {
          branches: [
            {
              category: 'vendor',
              name: 'Example Works',
              branches: [
                {
                  category: 'product_name',
                  name: 'shop',
                  branches: [
                    {
                      category: 'product_version',
                      name: '2.0.0',
                      product: { product_id: 'S', name: 'shop 2.0.0' },
                    },
                  ],
                },
              ],
            },
          ],
          full_product_names: [
            {
              product_id: 'P',
              name: 'parser',
              product_identification_helper: { purl: 'pkg:npm/example-parser@1.2.0' },
            },
          ],
          relationships: [
            {
              category: 'default_component_of',
              product_reference: 'P',
              relates_to_product_reference: 'S',
              full_product_name: { product_id: 'S:P', name: 'parser in shop' },
            },
          ],
          product_groups: [{ group_id: 'G', product_ids: ['S:P'] }],
        },
        vulnerabilities: [
          {
            cve: 'CVE-2026-1001',
            product_status: { known_not_affected: ['S:P'], fixed: ['nowhere'] },
            flags: [{ label: 'component_not_present', group_ids: ['G'] }],
          },
        ],
      }),
    );
    expect(document.statements).toMatchObject([
      {
        vulnerability: 'CVE-2026-1001',
        status: 'not_affected',
        justification: 'component_not_present',
        products: [
          {
            name: 'shop',
            version: '2.0.0',
            parts: [{ name: 'parser', purl: 'pkg:npm/example-parser@1.2.0' }],
          },
        ],
      },
    ]);
    expect(document.warnings).toMatchObject([
      { code: 'unknown-ref', place: '/vulnerabilities/0/product_status/fixed' },
    ]);
  });
});

describe.each(Object.entries(writers))('%s within what signs it', (_, write) => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const statement = (predicate: string) =>
    `{"_type":"https://in-toto.io/Statement/v1","subject":[],"predicateType":"https://openvex.dev/ns/v0.2.0","predicate":${predicate}}`;
  const envelope = (payload: string) =>
    `{"payloadType":"application/vnd.in-toto+json","payload":"${base64(payload)}","signatures":[{"sig":"AA=="}]}`;

  it.each<[string, (text: string) => string]>([
    ['an in-toto statement', statement],
    ['a statement of older cosign', (text) => statement(`{"Data":${JSON.stringify(text)}}`)],
    ['a DSSE envelope', (text) => envelope(statement(text))],
    ['a Sigstore bundle', (text) => `{"mediaType":"x","dsseEnvelope":${envelope(statement(text))}}`],
  ])('is read: %s', async (_wrapper, wrap) => {
    const text = JSON.stringify(write());
    const [wrapped, plain] = [await readVex(Buffer.from(wrap(text))), await readVex(Buffer.from(text))];
    expect(plain.statements.length).toBeGreaterThan(0);
    expect(wrapped.statements).toEqual(plain.statements);
    expect(wrapped.format).toBe(plain.format);
    const isSigned = wrap(text).includes('"signatures"');
    expect(wrapped.warnings.some(({ code }) => code === 'signature')).toBe(isSigned);
  });
});

describe('envelopes', () => {
  it('of something else, and within each other without end, are refused by name', async () => {
    const envelope = (payload: string) =>
      `{"payloadType":"x","payload":"${Buffer.from(payload).toString('base64')}","signatures":[]}`;
    const provenance = envelope(
      '{"_type":"x","predicateType":"https://slsa.dev/provenance/v1","predicate":{}}',
    );
    await expect(readVex(Buffer.from(provenance))).rejects.toMatchObject({ code: 'unknown-vex-format' });
    const deep = [1, 2, 3, 4, 5, 6].reduce((text) => envelope(text), '{"@context":"openvex"}');
    await expect(readVex(Buffer.from(deep))).rejects.toMatchObject({ code: 'too-deep' });
  });
});
