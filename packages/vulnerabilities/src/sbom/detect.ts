import { type CycloneDxVersion, jsonVersions, xmlVersions } from './cyclonedx/schemas.ts';
import { deepestWrapper, type Wrapped, wrappedIn } from './input/wrapper.ts';
import { JsonStream, type ListChoice } from './json/json-stream.ts';
import { isObject, type JsonObject, type JsonValue, textAt, textOrNumberAt } from './json/json-value.ts';
import type { ReadLimits } from './sbom.ts';
import { SbomError } from './sbom-error.ts';
import { isContextOfSpdx, isTermOfSpdx } from './spdx/json-ld-terms.ts';
import { XmlStream } from './xml/xml-stream.ts';

/** Format of a document, detected from its beginning; `written` if it states an unknown version. */
export type Detected =
  | { format: 'CycloneDX JSON' | 'CycloneDX XML'; version: CycloneDxVersion; written?: string }
  | { format: 'SPDX JSON'; version: string; written?: string }
  | { format: 'SPDX tag-value' | 'SPDX YAML' | 'SPDX 3 JSON-LD' }
  | Wrapped;

/** Looks at pieces of a document until its format is plain; the pieces looked at are kept in `seen`. */
export async function detect(
  pieces: AsyncIterator<Uint8Array>,
  seen: Uint8Array[],
  limits: ReadLimits,
): Promise<Detected> {
  let look: ((piece: Uint8Array | undefined) => Detected | undefined) | undefined;
  for (;;) {
    const { value, done } = await pieces.next();
    const piece: Uint8Array | undefined = done ? undefined : value;
    if (piece) seen.push(piece);
    look ??= piece && createDetector(piece, limits);
    const found = look?.(piece);
    if (found) return found;
    if (done) throw new SbomError(look ? 'unknown-format' : 'empty', '');
  }
}

type Detector = (piece: Uint8Array | undefined) => Detected | undefined;

function createDetector(piece: Uint8Array, limits: ReadLimits): Detector | undefined {
  const first = piece.find((c) => c !== 0x20 && c !== 0x09 && c !== 0x0a && c !== 0x0d);
  if (first === undefined) return undefined;
  if (first === 0x7b || first === 0x5b) return lookAtJson(limits);
  if (first === 0x3c) return lookAtXml(limits);
  return lookAtText();
}

/** Lists say nothing of the format, and may be long; a context and a type of JSON-LD may be one. */
const isPassedOver: ListChoice = (key, depth) =>
  depth <= deepestWrapper && key !== '@context' && key !== '@type';

/** The lists that hold the elements of JSON-LD: the graph, or the document itself. */
const graphs = /^(?:(?:\/\d+)?\/@graph)?$/;

function lookAtJson(limits: ReadLimits): Detector {
  let hasTerms = false;
  const stream = new JsonStream(limits, isPassedOver, ({ list, value }) => {
    if (!isObject(value)) return;
    hasTerms ||= graphs.test(list) && isTermOfSpdx(value.type ?? value['@type']);
    hasTerms ||= list === '' && isContextOfSpdx(value['@context']);
  });
  return (piece) => {
    if (piece) stream.push(piece);
    const root = piece ? stream.root : stream.end();
    if (hasTerms) return { format: 'SPDX 3 JSON-LD' };
    if (!isObject(root)) return undefined;
    return formatOf(root, piece === undefined) ?? wrappedIn(root, isBill);
  };
}

function formatOf(root: JsonObject, isWhole: boolean): Detected | undefined {
  const spdx = textOrNumberAt(root, 'spdxVersion');
  if (spdx !== undefined) return { format: 'SPDX JSON', ...spdxVersionOf(spdx) };
  if (isContextOfSpdx(root['@context'])) return { format: 'SPDX 3 JSON-LD' };
  const cycloneDx = textOrNumberAt(root, 'specVersion');
  if (cycloneDx !== undefined) {
    return { format: 'CycloneDX JSON', ...cycloneDxVersionOf(jsonVersions, cycloneDx, '/specVersion') };
  }
  if (!isWhole) return undefined;
  const isNamed =
    root.bomFormat === 'CycloneDX' || String(root.$schema ?? '').includes('cyclonedx.org/schema/bom');
  if (isNamed) return { format: 'CycloneDX JSON', version: '1.7' };
  const isSpdx = textAt(root, 'SPDXID') === 'SPDXRef-DOCUMENT' || root.documentNamespace !== undefined;
  return isSpdx ? { format: 'SPDX JSON', version: 'SPDX-2.3' } : undefined;
}

/** Whether an object within another one is plainly a bill. */
function isBill(value: JsonValue | undefined): boolean {
  if (!isObject(value)) return false;
  const isCycloneDx = value.specVersion !== undefined && (value.bomFormat ?? value.components) !== undefined;
  return isCycloneDx || textAt(value, 'spdxVersion') !== undefined || isContextOfSpdx(value['@context']);
}

const cycloneDxNamespace = 'http://cyclonedx.org/schema/bom/';
const rdfNamespace = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

function lookAtXml(limits: ReadLimits): Detector {
  let found: Detected | undefined;
  const stream = new XmlStream(
    {
      open({ namespace, name }, place) {
        if (found) return;
        if (namespace === rdfNamespace) throw new SbomError('unsupported-format', place(), 'SPDX RDF/XML');
        if (name === 'Document' && namespace === '')
          throw new SbomError('unsupported-format', place(), 'SPDX XML');
        if (!namespace.startsWith(cycloneDxNamespace) || name !== 'bom')
          throw new SbomError('unknown-format', place());
        const version = namespace.slice(cycloneDxNamespace.length);
        if (!xmlVersions.some((known) => known === version))
          throw new SbomError('unsupported-version', `${place()}/@xmlns`, version);
        found = { format: 'CycloneDX XML', version: version as CycloneDxVersion };
      },
      text: () => undefined,
      close: () => undefined,
    },
    limits,
  );
  return (piece) => {
    if (piece) stream.push(piece);
    else if (!found) stream.end();
    return found;
  };
}

const enoughText = 256 * 1024;

function lookAtText(): Detector {
  let text = '';
  return (piece) => {
    if (piece) text += Buffer.from(piece).toString('latin1');
    if (/^\s*SPDXVersion\s*:/m.test(text)) return { format: 'SPDX tag-value' };
    if (/^\s*["']?spdxVersion["']?\s*:/m.test(text)) return { format: 'SPDX YAML' };
    if (/^["']?bomFormat["']?\s*:/m.test(text))
      throw new SbomError('unsupported-format', '1:1', 'CycloneDX YAML');
    if (piece && text.length < enoughText) return undefined;
    const isTagValue = /^\s*(?:PackageName|SPDXID|DocumentNamespace)\s*:/m.test(text);
    if (isTagValue) return { format: 'SPDX tag-value' };
    throw new SbomError('unknown-format', '1:1');
  };
}

/** A version of 1.x that is not known is read by the nearest one that is. */
function cycloneDxVersionOf(
  known: readonly CycloneDxVersion[],
  written: string,
  place: string,
): { version: CycloneDxVersion; written?: string } {
  const version = known.find((candidate) => candidate === written.trim());
  if (version === written) return { version };
  const minor = /^\s*v?1\.(\d+)/.exec(written)?.[1];
  if (minor === undefined) throw new SbomError('unsupported-version', place, written);
  const nearest = known.find((candidate) => Number(candidate.slice(2)) >= Number(minor)) ?? known.at(-1);
  return { version: nearest as CycloneDxVersion, written };
}

/** So is a version of SPDX 2. */
export function spdxVersionOf(
  written: string,
  place = '/spdxVersion',
): { version: string; written?: string } {
  if (/^SPDX-2\.[0-3]$/.test(written)) return { version: written };
  const minor = /^\s*(?:SPDX-)?2\.(\d+)/i.exec(written)?.[1];
  if (minor === undefined) throw new SbomError('unsupported-version', place, written);
  return { version: `SPDX-2.${Math.min(Number(minor), 3)}`, written };
}
