import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as mandatory from '@secvisogram/csaf-validator-lib/mandatoryTests.js';
import * as schema from '@secvisogram/csaf-validator-lib/schemaTests.js';
import validate from '@secvisogram/csaf-validator-lib/validate.js';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  AdvisoryIndex,
  applyVex,
  type CsafHead,
  type Finding,
  isSettled,
  readSbom,
  readVex,
  type Sbom,
  type VexStatement,
  writeCsafAdvisory,
  writeCsafVex,
  writeCycloneDxReport,
  writeCycloneDxVex,
  writeOpenVex,
} from '../src/index.ts';
import { suiteFolder } from './suite.ts';

const bills = suiteFolder('sbom');
const advisories = suiteFolder('advisories');

const head = {
  id: 'urn:uuid:7a3f5b1e-0c55-4f0e-9a1d-2f4d6c1b8e90',
  author: 'Example Works',
  time: '2026-04-01T00:00:00Z',
  version: 1,
};
const csafHead: CsafHead = {
  id: 'EXW-2026-0001',
  title: 'Verdicts on Proton Bridge 1.6.3',
  publisher: { name: 'Example Works', namespace: 'https://example.com', category: 'user' },
  tlp: 'GREEN',
  status: 'final',
  revisions: [{ number: '1', date: head.time, summary: 'First release' }],
};

const bytesOf = (document: unknown) => Buffer.from(JSON.stringify(document));

async function complaints(document: unknown): Promise<unknown[]> {
  const { tests } = await validate([...Object.values(schema), ...Object.values(mandatory)], document);
  return tests.flatMap(({ errors }) => errors);
}

describe.skipIf(bills === null || advisories === null)(
  'Proton Bridge 1.6.3 against the Go advisories (skipped where ../shared/data is not at hand)',
  () => {
    let sbom: Sbom;
    let findings: Finding[];
    let verdicts: VexStatement[];

    beforeAll(async () => {
      sbom = await readSbom(readFileSync(new URL('proton-bridge-1.6.3.cdx.json', bills as URL)));
      const index = await AdvisoryIndex.load(fileURLToPath(new URL('osv-Go.zip', advisories as URL)));
      findings = index.match(sbom.components);
      verdicts = findings.map(({ component, advisory, aliases }, at): VexStatement => {
        const [vulnerability = advisory.id, ...others] = [...aliases, advisory.id];
        const purl = component.purl as string;
        const about = {
          vulnerability,
          aliases: others,
          products: [{ purl }],
          time: head.time,
          description: advisory.summary,
        };
        if (at % 2 === 0) {
          return {
            ...about,
            status: 'not_affected',
            justification: 'vulnerable_code_not_in_execute_path',
            impact: 'Not called.',
          };
        }
        return { ...about, status: 'affected', action: 'Update to the next release.' };
      });
    });

    it('the same findings come of its JSON and its XML', async () => {
      const xml = await readSbom(readFileSync(new URL('proton-bridge-1.6.3.cdx.xml', bills as URL)));
      expect(xml.components.length).toBe(sbom.components.length);
      expect(xml.components.map(({ purl }) => purl).sort()).toEqual(
        sbom.components.map(({ purl }) => purl).sort(),
      );
      expect(findings.length).toBeGreaterThan(10);
    });

    it('finds what is publicly known of a version in it: x/text before 0.3.8, CVE-2022-32149', () => {
      const ofText = findings.filter(({ component }) =>
        component.purl?.startsWith('pkg:golang/golang.org/x/text@'),
      );
      const found = ofText.find(({ aliases }) => aliases.includes('CVE-2022-32149'));
      expect(found?.fixed).toEqual(['0.3.8']);
    });

    it.each([
      ['OpenVEX', () => writeOpenVex(head, verdicts)],
      ['CycloneDX VEX', () => writeCycloneDxVex(head, verdicts, sbom.subject)],
      ['CSAF', () => writeCsafVex(csafHead, verdicts)],
    ])('verdicts written as %s and read again settle the same findings', async (format, write) => {
      const document = await readVex(bytesOf(write()));
      expect(document.format).toBe(format);
      expect(document.warnings).toEqual([]);
      const judged = applyVex(findings, document.statements, sbom.subject);
      expect(judged.map(({ verdict }) => isSettled(verdict))).toEqual(findings.map((_, at) => at % 2 === 0));
    });

    it('the CSAF VEX document passes the schema and every mandatory test', async () => {
      expect(await complaints(writeCsafVex(csafHead, verdicts))).toEqual([]);
    });

    it('the CSAF advisory made of the findings passes them too', async () => {
      const [product] = [{ vendor: 'Proton', name: 'Proton Bridge', version: '1.6.3' }];
      const vulnerabilities = findings.map(({ advisory, aliases, severity, fixed }) => ({
        id: aliases[0] ?? advisory.id,
        aliases: [advisory.id],
        description: advisory.summary,
        ...(severity.vector && { cvssVector: severity.vector }),
        references: advisory.url ? [{ summary: 'Advisory', url: advisory.url }] : [],
        verdicts: [
          {
            product: { ...product },
            status: 'affected' as const,
            remediation: {
              category: 'mitigation' as const,
              details: `Wait for ${fixed.join(', ') || 'a fix'}.`,
            },
          },
        ],
      }));
      const once = [...new Map(vulnerabilities.map((entry) => [entry.id, entry])).values()];
      expect(await complaints(writeCsafAdvisory(csafHead, once))).toEqual([]);
    });

    it('the CycloneDX report of the findings is valid CycloneDX', async () => {
      const report = writeCycloneDxReport(head, applyVex(findings, verdicts), sbom.subject);
      expect((await readSbom(bytesOf(report), { strict: true })).valid).toBe(true);
    });
  },
);
