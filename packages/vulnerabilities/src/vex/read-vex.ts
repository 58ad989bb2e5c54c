import { isCsaf } from '../csaf/csaf-records.ts';
import { readCsaf } from '../csaf/read-csaf.ts';
import { pieces, type SbomInput } from '../sbom/input/source.ts';
import { maxWrappers, unwrapped, wrappedIn } from '../sbom/input/wrapper.ts';
import { isObject, type JsonObject } from '../sbom/json/json-value.ts';
import { wholeJson } from '../sbom/json/whole-json.ts';
import { defaultLimits, type ReadLimits, type ReadOptions } from '../sbom/sbom.ts';
import { SbomError } from '../sbom/sbom-error.ts';
import { Warnings } from '../sbom/warnings.ts';
import { readCycloneDxVex } from './read-cyclonedx-vex.ts';
import { readOpenVex } from './read-openvex.ts';
import type { VexDocument } from './statement.ts';

/**
 * Reads the verdicts of a VEX document: OpenVEX, CycloneDX (JSON or XML, by itself or within a bill of
 * materials), or CSAF 2.0; also within an in-toto statement or a DSSE or Sigstore envelope, whose signature is not
 * verified. A verdict that is not understood is left out with a warning.
 *
 * @throws {@link SbomError} where the document cannot be read at all
 */
export async function readVex(input: SbomInput, options: ReadOptions = {}): Promise<VexDocument> {
  const limits = { ...defaultLimits, ...options.limits };
  const warnings = new Warnings(limits.warnings, options.strict ?? false);
  return read(await readAll(pieces(input, limits.bytes)), limits, warnings, maxWrappers);
}

async function read(
  bytes: Uint8Array,
  limits: ReadLimits,
  warnings: Warnings,
  wrappers: number,
): Promise<VexDocument> {
  const first = bytes.find((byte) => byte > 0x20);
  if (first === undefined) throw new SbomError('empty', '');
  if (first !== 0x7b) return readCycloneDx(bytes, limits, warnings);
  const whole = { ...limits, itemBytes: limits.bytes };
  const repeated: [name: string, place: string][] = [];
  const document = await wholeJson(pieces(bytes, limits.bytes), whole, (...name) => repeated.push(name));
  if (!isObject(document) || isCycloneDx(document)) return readCycloneDx(bytes, limits, warnings);
  const wrapped = isOpenVex(document) || isCsaf(document) ? undefined : wrappedIn(document, isVex);
  if (wrapped !== undefined) {
    if (wrappers === 0) throw new SbomError('too-deep', '', String(maxWrappers));
    const inner = await unwrapped(wrapped, pieces(bytes, limits.bytes), whole, warnings);
    return read(await readAll(inner), limits, warnings, wrappers - 1);
  }
  for (const [name, place] of repeated) warnings.repeatedName(name, place);
  if (isOpenVex(document)) return readOpenVex(document, warnings);
  if (isCsaf(document)) return readCsaf(document, warnings);
  throw new SbomError('unknown-vex-format', '');
}

function isOpenVex(document: JsonObject): boolean {
  return String(document['@context'] ?? '').includes('openvex');
}

function isCycloneDx({ bomFormat, specVersion, $schema }: JsonObject): boolean {
  return bomFormat === 'CycloneDX' || specVersion !== undefined || String($schema).includes('cyclonedx.org');
}

function isVex(document: JsonObject): boolean {
  return isOpenVex(document) || document.bomFormat === 'CycloneDX' || isCsaf(document);
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

async function readAll(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of source) parts.push(piece);
  return Buffer.concat(parts);
}
