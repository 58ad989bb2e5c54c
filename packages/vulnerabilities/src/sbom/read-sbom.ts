import { readCycloneDxJson } from './cyclonedx/read-json.ts';
import { readCycloneDxXml } from './cyclonedx/read-xml.ts';
import { detect } from './detect.ts';
import { replayed } from './input/replay.ts';
import { pieces, type SbomInput } from './input/source.ts';
import { defaultLimits, type ReadOptions, type Sbom } from './sbom.ts';
import { readSpdxJson } from './spdx/read-json.ts';
import { readSpdx3 } from './spdx/read-json-ld.ts';
import { readSpdxTagValue } from './spdx/read-tag-value.ts';
import { Warnings } from './warnings.ts';

/**
 * Reads a bill of materials: CycloneDX 1.0–1.7 (JSON from 1.2, XML), SPDX 2.2 and 2.3 (JSON, tag-value), SPDX 3.0
 * (JSON-LD). It is read as it streams by, so that its size is bounded by its components and not by its text.
 *
 * What breaks the specification or was not understood is in `warnings` and never costs the rest; with `strict`
 * the first violation is thrown.
 *
 * @throws {@link SbomError} where the document cannot be read at all: syntax, encoding, limits, unknown format
 */
export async function readSbom(input: SbomInput, options: ReadOptions = {}): Promise<Sbom> {
  const limits = { ...defaultLimits, ...options.limits };
  const warnings = new Warnings(limits.warnings, options.strict ?? false);
  const source = pieces(input, limits.bytes);
  const seen: Uint8Array[] = [];
  const detected = await detect(source, seen, limits);
  const document = replayed(seen, source);
  switch (detected.format) {
    case 'CycloneDX JSON':
      return readCycloneDxJson(document, detected.version, limits, warnings);
    case 'CycloneDX XML':
      return readCycloneDxXml(document, detected.version, limits, warnings);
    case 'SPDX JSON':
      return readSpdxJson(document, detected.version, limits, warnings);
    case 'SPDX tag-value':
      return readSpdxTagValue(document, limits, warnings);
    case 'SPDX 3 JSON-LD':
      return readSpdx3(document, limits, warnings);
  }
}
