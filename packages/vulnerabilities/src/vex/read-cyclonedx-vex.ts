import type { Component } from '../component.ts';
import { readCycloneDxJson } from '../sbom/cyclonedx/read-json.ts';
import { readCycloneDxXml } from '../sbom/cyclonedx/read-xml.ts';
import { detect } from '../sbom/detect.ts';
import { replayed } from '../sbom/input/replay.ts';
import { pieces } from '../sbom/input/source.ts';
import { isObject, type JsonObject, objectsAt, textAt } from '../sbom/json/json-value.ts';
import { missing, notAllowed } from '../sbom/problem.ts';
import type { ReadLimits, Sbom } from '../sbom/sbom.ts';
import { SbomError } from '../sbom/sbom-error.ts';
import type { Warnings } from '../sbom/warnings.ts';
import { childText } from '../sbom/xml/xml-tree.ts';
import { justificationOfTerm, statusOfState } from './cyclonedx-terms.ts';
import type { VexDocument, VexProduct, VexStatement, VexStatus } from './statement.ts';
import { vulnerabilityFromXml } from './vulnerability-from-xml.ts';

const xmlPath = '/bom/vulnerabilities/vulnerability';
const timestampPath = '/bom/metadata/timestamp';
const headPaths = new Set([timestampPath, '/bom/metadata/authors/author']);

interface Entry {
  value: JsonObject;
  place: string;
}

/** Reads the vulnerabilities of a CycloneDX document (1.4 and later) that carry an analysis. */
export async function readCycloneDxVex(
  bytes: Uint8Array,
  limits: ReadLimits,
  warnings: Warnings,
): Promise<VexDocument> {
  const entries: Entry[] = [];
  const head: JsonObject = {};
  const sbom = await readBill(bytes, limits, warnings, entries, head);
  const identity = new Identities(sbom, head);
  const statements = entries.flatMap((entry) => statementOf(entry, identity, warnings) ?? []);
  return {
    format: 'CycloneDX VEX',
    id: textAt(head, 'serialNumber') ?? '',
    author: textAt(head, 'author') ?? sbom.subject?.supplier ?? '',
    time: textAt(head, 'timestamp') ?? '',
    statements,
    warnings: warnings.kept,
  };
}

async function readBill(
  bytes: Uint8Array,
  limits: ReadLimits,
  warnings: Warnings,
  entries: Entry[],
  head: JsonObject,
): Promise<Sbom> {
  const source = pieces(bytes, limits.bytes);
  const seen: Uint8Array[] = [];
  const detected = await detect(source, seen, limits);
  const document = replayed(seen, source);
  if (detected.format === 'CycloneDX JSON') {
    return readCycloneDxJson(document, detected.version, limits, warnings, {
      entry(list, value, place) {
        if (list === '/vulnerabilities' && isObject(value)) entries.push({ value, place });
      },
      document(root) {
        head.serialNumber = root.serialNumber ?? '';
        head.timestamp = textAt(root.metadata, 'timestamp') ?? '';
        head.author = textAt(objectsAt(root.metadata, 'authors')[0], 'name') ?? '';
      },
    });
  }
  if (detected.format === 'CycloneDX XML') {
    return readCycloneDxXml(document, detected.version, limits, warnings, {
      isWanted: (path) => path === xmlPath || headPaths.has(path),
      onElement(element, path) {
        if (path === xmlPath) entries.push({ value: vulnerabilityFromXml(element), place: element.place });
        else if (path === timestampPath) head.timestamp = element.text.trim();
        else head.author ??= childText(element, 'name') ?? '';
      },
      onRoot(attributes) {
        head.serialNumber = attributes.serialNumber ?? '';
      },
    });
  }
  throw new SbomError('unknown-format', '');
}

/** The components an `affects` can refer to, by their identifier in the document. */
class Identities {
  readonly #byRef = new Map<string, Component>();
  readonly #subject: Component | undefined;
  readonly #itself: string | undefined;

  constructor({ components, subject }: Sbom, head: JsonObject) {
    this.#subject = subject;
    this.#itself = textAt(head, 'serialNumber')
      ?.replace(/^urn:uuid:/i, '')
      .toLowerCase();
    for (const component of subject ? [subject, ...components] : components) {
      if (component.ref !== undefined) this.#byRef.set(component.ref, component);
    }
  }

  /** A reference is an identifier here, a link into another bill (`urn:cdx:…#ref`), or a package URL itself. */
  product(reference: string): VexProduct {
    const [, serial, ref = ''] = /^urn:cdx:([^/#]+)[^#]*(?:#(.*))?$/is.exec(reference) ?? [];
    if (serial !== undefined && serial.toLowerCase() !== this.#itself) return { bomLink: reference };
    const local = serial === undefined ? reference : decoded(ref);
    const component = this.#byRef.get(local);
    if (component) return productOf(component);
    return local.startsWith('pkg:') ? { purl: local } : { name: local };
  }

  /** What a vulnerability that names nothing is about: the document's subject. */
  whole(): VexProduct[] {
    return this.#subject ? [productOf(this.#subject)] : [];
  }
}

/** By its hashes only where nothing better is known of it: a bill and its verdicts may hash different files. */
function productOf({ name, version, purl, cpe, hashes }: Component): VexProduct {
  const isBare = purl === undefined && cpe === undefined;
  return {
    name,
    ...(version !== undefined && { version }),
    ...(purl !== undefined && { purl }),
    ...(cpe !== undefined && { cpe }),
    ...(isBare && hashes.length > 0 && { hashes }),
  };
}

function statementOf(
  { value, place }: Entry,
  identities: Identities,
  warnings: Warnings,
): VexStatement | undefined {
  const { analysis } = value;
  const id = textAt(value, 'id');
  const state = textAt(analysis, 'state');
  if (id === undefined) {
    warnings.unread(missing('vulnerability', ['id']), place);
    return undefined;
  }
  if (state === undefined) return undefined;
  const status = statusOfState[state];
  if (status === undefined) {
    warnings.violation(notAllowed(state, Object.keys(statusOfState)), `${place}/analysis/state`);
    return undefined;
  }
  const affects = objectsAt(value, 'affects');
  const statement: VexStatement = {
    vulnerability: id,
    aliases: objectsAt(value, 'references').flatMap((reference) => textAt(reference, 'id') ?? []),
    status,
    products:
      affects.length > 0
        ? affects.flatMap((affected) => productsOf(affected, status, identities))
        : identities.whole(),
  };
  const justification = justificationOfTerm[textAt(analysis, 'justification') ?? ''];
  const detail = textAt(analysis, 'detail');
  const action = textAt(value, 'recommendation') ?? textAt(value, 'workaround');
  const description = textAt(value, 'description');
  const time = textAt(analysis, 'lastUpdated') ?? textAt(value, 'updated') ?? textAt(value, 'published');
  if (justification !== undefined) statement.justification = justification;
  if (detail !== undefined) statement.impact = detail;
  if (action !== undefined) statement.action = action;
  if (description !== undefined) statement.description = description;
  if (time !== undefined) statement.time = time;
  return statement;
}

/**
 * One product for each version or range the verdict is about, or the component itself where none is named. A
 * verdict of being affected is not about the versions it marks as unaffected; one of not being affected is about
 * all it names, since it says so of versions that would otherwise count as affected.
 */
function productsOf(affected: JsonObject, status: VexStatus, identities: Identities): VexProduct[] {
  const product = identities.product(textAt(affected, 'ref') ?? '');
  const isHarmless = status === 'not_affected' || status === 'fixed';
  const versions = objectsAt(affected, 'versions').filter(
    (entry) => isHarmless || textAt(entry, 'status') !== 'unaffected',
  );
  if (versions.length === 0) return [product];
  return versions.map((entry) => {
    const version = textAt(entry, 'version');
    const range = textAt(entry, 'range');
    return { ...product, ...(version !== undefined && { version }), ...(range !== undefined && { range }) };
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
