import { readCsaf } from '../csaf/read-csaf.ts';
import { pieces, type SbomInput } from '../sbom/input/source.ts';
import { isObject } from '../sbom/json/json-value.ts';
import { wholeJson } from '../sbom/json/whole-json.ts';
import { defaultLimits, type ReadLimits, type ReadOptions } from '../sbom/sbom.ts';
import { SbomError } from '../sbom/sbom-error.ts';
import { Warnings } from '../sbom/warnings.ts';
import { readCycloneDxVex } from './read-cyclonedx-vex.ts';
import { readOpenVex } from './read-openvex.ts';
import type { VexDocument } from './statement.ts';

/**
 * Reads the verdicts of a VEX document: OpenVEX, CycloneDX (JSON or XML, by itself or within a bill of
 * materials), or CSAF 2.0. A verdict that is not understood is left out with a warning.
 *
 * @throws {@link SbomError} where the document cannot be read at all
 */
export async function readVex(input: SbomInput, options: ReadOptions = {}): Promise<VexDocument> {
  const limits = { ...defaultLimits, ...options.limits };
  const warnings = new Warnings(limits.warnings, options.strict ?? false);
  const bytes = await gathered(pieces(input, limits.bytes));
  const first = bytes.find((byte) => byte > 0x20);
  if (first === undefined) throw new SbomError('empty', '');
  if (first !== 0x7b) return readCycloneDx(bytes, limits, warnings);
  const document = await wholeJson(pieces(bytes, limits.bytes), { ...limits, itemBytes: limits.bytes });
  if (isObject(document)) {
    if (String(document['@context'] ?? '').includes('openvex')) return readOpenVex(document, warnings);
    if (isObject(document.document) && document.document.csaf_version !== undefined) {
      return readCsaf(document, warnings);
    }
  }
  return readCycloneDx(bytes, limits, warnings);
}

async function readCycloneDx(
  bytes: Uint8Array,
  limits: ReadLimits,
  warnings: Warnings,
): Promise<VexDocument> {
  try {
    return await readCycloneDxVex(bytes, limits, warnings);
  } catch (error) {
    const isOther = error instanceof SbomError && error.code === 'unknown-format';
    throw isOther ? new SbomError('unknown-vex-format', error.place) : error;
  }
}

async function gathered(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of source) parts.push(piece);
  return Buffer.concat(parts);
}
