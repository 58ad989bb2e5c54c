import { type AdvisorySource, documentsOf } from '../advisories/advisory-source.ts';
import { type AdvisoryWarning, describe } from '../advisories/record-warning.ts';
import { SbomError } from '../sbom/sbom-error.ts';
import { readVex } from './read-vex.ts';
import type { VexStatement } from './statement.ts';

/** The verdicts of a vendor's feed. */
export interface VexFeed {
  /** VEX documents read. */
  documents: number;
  statements: VexStatement[];
  /** Documents that could not be read, with their names and why. */
  warnings: AdvisoryWarning[];
}

/** `cve-2026-1.json`, as vendors call the document of one vulnerability. */
const OF_ONE_CVE = /(?:^|[\\/ ])(cve-\d{4}-\d+)\.json(?:$|\.)/i;

/** What VEX documents of each format hold, and envelopes, which may hold one. */
const MAY_HOLD_VERDICTS = /"csaf_version"|openvex|"analysis"|"payloadType"|"dsseEnvelope"/i;

/**
 * Reads the VEX documents of a feed as vendors lay it out: folders by year of CSAF, OpenVEX or CycloneDX documents, by
 * themselves or in a zip or tar. What stands beside them (lists of changes, checksums, signatures, provider metadata)
 * and advisories of other formats are passed over. Signatures are not verified.
 * @param vulnerabilities names in upper case: what is on others is not kept, nor read where the file's name tells
 */
export async function readVexFeed(
  source: AdvisorySource,
  vulnerabilities?: ReadonlySet<string>,
): Promise<VexFeed> {
  const feed: VexFeed = { documents: 0, statements: [], warnings: [] };
  const warn = (warning: AdvisoryWarning) => feed.warnings.push(warning);
  const isWanted = (name: string) => {
    const cve = OF_ONE_CVE.exec(name)?.[1];
    return cve === undefined || (vulnerabilities?.has(cve.toUpperCase()) ?? true);
  };
  for await (const { source: name, document } of documentsOf(source, warn, undefined, isWanted)) {
    const bytes = bytesOf(document);
    if (!MAY_HOLD_VERDICTS.test(bytes.toString('utf8'))) continue;
    try {
      const { statements, warnings } = await readVex(bytes);
      feed.documents++;
      feed.statements.push(...statements.filter((statement) => isOn(statement, vulnerabilities)));
      for (const { code, place, message } of warnings) {
        if (place !== '' && code !== 'signature')
          warn(describe(name, { code: 'bad-value', place, detail: message.en }));
      }
    } catch (error) {
      if (!(error instanceof SbomError)) throw error;
      if (error.code === 'unknown-vex-format') continue;
      warn(describe(name, { code: 'not-a-verdict', place: error.place, detail: error.text.en }));
    }
  }
  return feed;
}

function isOn(statement: VexStatement, vulnerabilities: ReadonlySet<string> | undefined): boolean {
  const names = [statement.vulnerability, ...statement.aliases];
  return vulnerabilities === undefined || names.some((name) => vulnerabilities.has(name.toUpperCase()));
}

function bytesOf(document: unknown): Buffer {
  if (document instanceof Uint8Array) return Buffer.from(document);
  return Buffer.from(typeof document === 'string' ? document : (JSON.stringify(document) ?? ''));
}
