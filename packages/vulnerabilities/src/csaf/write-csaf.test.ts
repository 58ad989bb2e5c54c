import * as mandatory from '@secvisogram/csaf-validator-lib/mandatoryTests.js';
import * as schema from '@secvisogram/csaf-validator-lib/schemaTests.js';
import validate from '@secvisogram/csaf-validator-lib/validate.js';
import { describe, expect, it } from 'vitest';
import type { VexStatement } from '../vex/statement.ts';
import type { CsafHead, CsafVulnerability } from './advisory.ts';
import { csafFileName, writeCsafAdvisory, writeCsafVex } from './write-csaf.ts';

const head: CsafHead = {
  id: 'EXW 2026/0001',
  title: 'Two vulnerabilities in Example Router',
  publisher: {
    name: 'Example Works',
    namespace: 'https://example.com',
    category: 'vendor',
    contact: 'psirt@example.com',
  },
  tlp: 'CLEAR',
  language: 'ja',
  status: 'final',
  summary: 'ルーターに二つの脆弱性があります。',
  folderUrl: 'https://example.com/csaf/2026/',
  revisions: [
    { number: '2', date: '2026-05-01T00:00:00Z', summary: 'The fix is out' },
    { number: '1', date: '2026-04-01T00:00:00Z', summary: 'First release' },
  ],
};

const router = { vendor: 'Example Works', name: 'Example Router' };
const vulnerabilities: CsafVulnerability[] = [
  {
    id: 'CVE-2026-1001',
    aliases: ['EXAMPLE-2026-0001'],
    title: 'A crafted packet stops the router',
    description: 'A crafted packet makes parsing never end.',
    cvssVector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H/E:P',
    cwe: { id: 'CWE-835', name: "Loop with Unreachable Exit Condition ('Infinite Loop')" },
    released: '2026-04-01T00:00:00Z',
    acknowledgments: [{ names: ['A. Finder'], organization: 'Example University' }],
    references: [{ summary: 'Release notes', url: 'https://example.com/router/1.1' }],
    verdicts: [
      {
        product: { ...router, version: '1.0', cpe: 'cpe:2.3:h:example:router:1.0:*:*:*:*:*:*:*' },
        status: 'affected',
        remediation: {
          category: 'vendor_fix',
          details: 'Update to 1.1.',
          url: 'https://example.com/router/1.1',
        },
      },
      { product: { ...router, version: '1.1' }, status: 'fixed' },
      { product: { ...router, range: 'vers:generic/<1.0' }, status: 'not_affected' },
    ],
  },
  {
    id: 'CVE-2026-1002',
    aliases: [],
    description: '',
    cvssVector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
    verdicts: [
      { product: { ...router, version: '1.0' }, status: 'affected' },
      { product: { ...router, name: 'Example Switch' }, status: 'under_investigation' },
    ],
  },
];

const statements: VexStatement[] = [
  {
    vulnerability: 'CVE-2026-1001',
    aliases: ['EXAMPLE-2026-0001', 'GHSA-aaaa-bbbb-cccc'],
    status: 'not_affected',
    justification: 'vulnerable_code_not_in_execute_path',
    products: [{ purl: 'pkg:npm/%40example/shop@2.0.0', parts: [{ purl: 'pkg:npm/example-parser@1.2.0' }] }],
  },
  {
    vulnerability: 'CVE-2026-1001',
    aliases: [],
    status: 'affected',
    action: 'Wait.',
    products: [{ purl: 'pkg:npm/kiosk@1.0.0' }],
  },
  {
    vulnerability: 'CVE-2026-1001',
    aliases: [],
    status: 'fixed',
    products: [{ purl: 'pkg:npm/kiosk@1.0.0' }],
  },
  {
    vulnerability: 'EXAMPLE-2026-0009',
    aliases: [],
    status: 'not_affected',
    products: [{ purl: 'pkg:golang/stdlib@1.22.0' }],
  },
];

async function complaints(document: unknown): Promise<string[]> {
  const tests = [...Object.values(schema), ...Object.values(mandatory)];
  const { tests: results } = await validate(tests, document);
  return results.flatMap(({ name, errors }) => errors.map((error) => `${name} ${JSON.stringify(error)}`));
}

describe('CSAF documents as the validator library of the standard judges them', () => {
  it('a security advisory passes the schema and every mandatory test', async () => {
    expect(await complaints(writeCsafAdvisory(head, vulnerabilities))).toEqual([]);
  });

  it('a VEX document passes the schema and every mandatory test', async () => {
    expect(await complaints(writeCsafVex(head, statements))).toEqual([]);
  });

  it.each(['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const)(
    'so does one marked TLP:%s',
    async (tlp) => {
      expect(await complaints(writeCsafVex({ ...head, tlp }, statements))).toEqual([]);
    },
  );
});

describe('what a CSAF document says', () => {
  const advisory = JSON.parse(JSON.stringify(writeCsafAdvisory(head, vulnerabilities)));

  it('tells its history oldest first, and its version from the last entry', () => {
    expect(advisory.document.tracking).toMatchObject({
      initial_release_date: '2026-04-01T00:00:00Z',
      current_release_date: '2026-05-01T00:00:00Z',
      version: '2',
      revision_history: [{ number: '1' }, { number: '2' }],
    });
  });

  it('names its canonical URL by the file name the standard asks for', () => {
    expect(csafFileName('EXW 2026/0001')).toBe('exw_2026_0001.json');
    expect(advisory.document.references[0]).toEqual({
      category: 'self',
      summary: 'Canonical URL',
      url: 'https://example.com/csaf/2026/exw_2026_0001.json',
    });
  });

  it('writes TLP 2.0 in the words CSAF 2.0 has', () => {
    const distribution = (tlp: CsafHead['tlp']) =>
      JSON.parse(JSON.stringify(writeCsafVex({ ...head, tlp }, []))).document.distribution;
    expect(distribution('CLEAR')).toEqual({ tlp: { label: 'WHITE' } });
    expect(distribution('AMBER+STRICT')).toEqual({ text: 'TLP:AMBER+STRICT', tlp: { label: 'AMBER' } });
  });

  it('scores CVSS 3 by its base metrics, and leaves out version 4, which CSAF 2.0 cannot hold', () => {
    expect(advisory.vulnerabilities[0].scores[0].cvss_v3).toEqual({
      baseScore: 7.5,
      baseSeverity: 'HIGH',
      vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
      version: '3.1',
    });
    expect(advisory.vulnerabilities[1].scores).toBeUndefined();
  });

  it('counts a product once, by the gravest of clashing verdicts', () => {
    const vex = JSON.parse(JSON.stringify(writeCsafVex(head, statements)));
    const [first] = vex.vulnerabilities;
    expect(first.product_status.known_affected).toHaveLength(1);
    expect(first.product_status.fixed).toBeUndefined();
  });

  it('asks for at least one revision', () => {
    expect(() => writeCsafVex({ ...head, revisions: [] }, statements)).toThrow(RangeError);
  });
});
