import { readCycloneDxJson } from './cyclonedx/read-json.ts';
import { readCycloneDxXml } from './cyclonedx/read-xml.ts';
import { type Detected, detect } from './detect.ts';
import { replayed } from './input/replay.ts';
import { pieces, type SbomInput } from './input/source.ts';
import { maxWrappers, unwrapped } from './input/wrapper.ts';
import { notAllowed } from './problem.ts';
import { defaultLimits, type ReadLimits, type ReadOptions, type Sbom } from './sbom.ts';
import { SbomError } from './sbom-error.ts';
import { readSpdxJson } from './spdx/read-json.ts';
import { readSpdx3 } from './spdx/read-json-ld.ts';
import { readSpdxTagValue } from './spdx/read-tag-value.ts';
import { readSpdxYaml } from './spdx/read-yaml.ts';
import { Warnings } from './warnings.ts';

/**
 * Reads a bill of materials: CycloneDX 1.0–1.7 (JSON from 1.2, XML), SPDX 2.0–2.3 (JSON, tag-value, YAML), SPDX 3.0
 * (JSON-LD). It is read as it streams by, so that its size is bounded by its components and not by its text. What
 * GitHub, in-toto statements and DSSE envelopes put around one is opened; signatures are not verified.
 *
 * What breaks the specification or was not understood is in `warnings` and never costs the rest; with `strict`
 * the first violation is thrown.
 *
 * @throws {@link SbomError} where the document cannot be read at all: syntax, encoding, limits, unknown format
 */
export async function readSbom(input: SbomInput, options: ReadOptions = {}): Promise<Sbom> {
  const limits = { ...defaultLimits, ...options.limits };
  const warnings = new Warnings(limits.warnings, options.strict ?? false);
  return read(pieces(input, limits.bytes), limits, warnings, options.places ?? false, maxWrappers);
}

async function read(
  source: AsyncGenerator<Uint8Array>,
  limits: ReadLimits,
  warnings: Warnings,
  places: boolean,
  wrappers: number,
): Promise<Sbom> {
  const seen: Uint8Array[] = [];
  const detected = await detect(source, seen, limits);
  const document = replayed(seen, source);
  if (detected.format !== 'wrapped') return readAs(detected, document, limits, warnings, places);
  if (wrappers === 0) throw new SbomError('too-deep', '', String(maxWrappers));
  const inner = await unwrapped(detected, document, limits, warnings);
  return read(inner, limits, warnings, places && detected.as === 'object', wrappers - 1);
}

function readAs(
  detected: Exclude<Detected, { format: 'wrapped' }>,
  document: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
  warnings: Warnings,
  places: boolean,
): Promise<Sbom> {
  switch (detected.format) {
    case 'CycloneDX JSON':
      if (detected.written !== undefined) {
        warnings.violation(notAllowed(detected.written, [detected.version]), '/specVersion');
      }
      return readCycloneDxJson(document, detected.version, limits, warnings, undefined, places);
    case 'CycloneDX XML':
      return readCycloneDxXml(document, detected.version, limits, warnings, undefined, places);
    case 'SPDX JSON': {
      const { version, written } = detected;
      if (written !== undefined) warnings.violation(notAllowed(written, [version]), '/spdxVersion');
      return readSpdxJson(document, version, limits, warnings, places);
    }
    case 'SPDX tag-value':
      return readSpdxTagValue(document, limits, warnings, places);
    case 'SPDX YAML':
      return readSpdxYaml(document, limits, warnings, places);
    case 'SPDX 3 JSON-LD':
      return readSpdx3(document, limits, warnings, places);
  }
}
