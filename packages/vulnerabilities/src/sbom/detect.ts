import { type CycloneDxVersion, jsonVersions, xmlVersions } from './cyclonedx/schemas.ts';
import { JsonStream, outermostLists } from './json/json-stream.ts';
import { isObject, type JsonValue } from './json/json-value.ts';
import type { ReadLimits } from './sbom.ts';
import { SbomError } from './sbom-error.ts';
import { XmlStream } from './xml/xml-stream.ts';

/** Which format a document is in, told from its beginning. */
export type Detected =
  | { format: 'CycloneDX JSON' | 'CycloneDX XML'; version: CycloneDxVersion }
  | { format: 'SPDX JSON'; version: string }
  | { format: 'SPDX tag-value' | 'SPDX 3 JSON-LD' };

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
    look ??= piece && looker(piece, limits);
    const found = look?.(piece);
    if (found) return found;
    if (done) throw new SbomError(look ? 'unknown-format' : 'empty', '');
  }
}

type Looker = (piece: Uint8Array | undefined) => Detected | undefined;

function looker(piece: Uint8Array, limits: ReadLimits): Looker | undefined {
  const first = piece.find((c) => c !== 0x20 && c !== 0x09 && c !== 0x0a && c !== 0x0d);
  if (first === undefined) return undefined;
  if (first === 0x7b || first === 0x5b) return lookAtJson(limits);
  if (first === 0x3c) return lookAtXml(limits);
  return lookAtText();
}

function lookAtJson(limits: ReadLimits): Looker {
  const stream = new JsonStream(limits, outermostLists, () => undefined);
  return (piece) => {
    if (piece) stream.push(piece);
    return formatOf(piece ? stream.root : stream.end(), piece === undefined);
  };
}

function formatOf(root: JsonValue | undefined, isWhole: boolean): Detected | undefined {
  if (!isObject(root)) return undefined;
  if (root.spdxVersion !== undefined) {
    const version = String(root.spdxVersion);
    if (!/^SPDX-2\.[23]$/.test(version)) throw new SbomError('unsupported-version', '/spdxVersion', version);
    return { format: 'SPDX JSON', version };
  }
  const context = root['@context'];
  if (context !== undefined && JSON.stringify(context).includes('spdx.org/rdf/3'))
    return { format: 'SPDX 3 JSON-LD' };
  if (root.specVersion !== undefined) {
    return {
      format: 'CycloneDX JSON',
      version: versionIn(jsonVersions, String(root.specVersion), '/specVersion'),
    };
  }
  const isNamed =
    root.bomFormat === 'CycloneDX' || String(root.$schema ?? '').includes('cyclonedx.org/schema/bom');
  return isWhole && isNamed ? { format: 'CycloneDX JSON', version: '1.7' } : undefined;
}

const cycloneDxNamespace = 'http://cyclonedx.org/schema/bom/';
const rdfNamespace = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

function lookAtXml(limits: ReadLimits): Looker {
  let found: Detected | undefined;
  const stream = new XmlStream(
    {
      open({ namespace, name }, place) {
        if (found) return;
        if (namespace === rdfNamespace) throw new SbomError('unsupported-format', place(), 'SPDX RDF/XML');
        if (!namespace.startsWith(cycloneDxNamespace) || name !== 'bom')
          throw new SbomError('unknown-format', place());
        const version = namespace.slice(cycloneDxNamespace.length);
        found = { format: 'CycloneDX XML', version: versionIn(xmlVersions, version, `${place()}/@xmlns`) };
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

function lookAtText(): Looker {
  let text = '';
  return (piece) => {
    if (piece) text += Buffer.from(piece).toString('latin1');
    if (/^\s*SPDXVersion:/m.test(text)) return { format: 'SPDX tag-value' };
    if (/^spdxVersion:/m.test(text)) throw new SbomError('unsupported-format', '1:1', 'SPDX YAML');
    if (/^bomFormat:/m.test(text)) throw new SbomError('unsupported-format', '1:1', 'CycloneDX YAML');
    if (piece && text.length < enoughText) return undefined;
    throw new SbomError('unknown-format', '1:1');
  };
}

function versionIn(known: readonly CycloneDxVersion[], version: string, place: string): CycloneDxVersion {
  const found = known.find((candidate) => candidate === version);
  if (found === undefined) throw new SbomError('unsupported-version', place, version);
  return found;
}
