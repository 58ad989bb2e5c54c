import type { Bill } from '../bill.ts';
import type { EntryCount } from '../entry-count.ts';
import { isObject, type JsonObject, listAt, objectsAt, textAt } from '../json/json-value.ts';
import { missing, notAllowed, notOfForm, notOfType, repeatedReference } from '../problem.ts';
import type { Warnings } from '../warnings.ts';
import { checksumDigits, referenceCategories, relationshipTypes } from './vocabulary.ts';

const identifier = /^SPDXRef-[A-Za-z0-9.-]+$/;
const elsewhere = /^(?:DocumentRef-[A-Za-z0-9.+-]+:)?SPDXRef-[A-Za-z0-9.-]+$/;
const namespace = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s#]+$/;
const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const creator = /^(?:Person|Organization|Tool): ?\S/;
const supplier = /^(?:(?:Person|Organization): ?\S.*|NOASSERTION)$/s;

/** What SPDX 2.2 and 2.3 require of a document, whichever way it is written down. */
export class SpdxRules {
  readonly #warnings: Warnings;
  readonly #entries: EntryCount;
  readonly #identifiers = new Set<string>();
  readonly #isBefore23: boolean;

  constructor({ warnings, entries }: Pick<Bill, 'warnings' | 'entries'>, version: string) {
    this.#warnings = warnings;
    this.#entries = entries;
    this.#isBefore23 = /^SPDX-2\.[0-2]$/.test(version);
  }

  document(document: JsonObject, place: string): void {
    this.#require(
      document,
      ['dataLicense', 'SPDXID', 'name', 'documentNamespace', 'creationInfo'],
      'document',
      place,
    );
    this.#allow(document, 'dataLicense', ['CC0-1.0'], place);
    this.#allow(document, 'SPDXID', ['SPDXRef-DOCUMENT'], place);
    this.#match(document, 'documentNamespace', namespace, place);
    const { creationInfo } = document;
    if (!isObject(creationInfo)) return;
    const where = `${place}/creationInfo`;
    this.#require(creationInfo, ['created', 'creators'], 'creationInfo', where);
    this.#match(creationInfo, 'created', timestamp, where);
    for (const [index, name] of listAt(creationInfo, 'creators').entries()) {
      if (typeof name !== 'string' || !creator.test(name)) {
        this.#warnings.violation(notOfForm(name), `${where}/creators/${index}`);
      }
    }
  }

  package(entry: JsonObject, place: string): void {
    this.#require(entry, ['SPDXID', 'name', 'downloadLocation'], 'package', place);
    if (this.#isBefore23) {
      this.#require(entry, ['licenseConcluded', 'licenseDeclared', 'copyrightText'], 'package', place);
    }
    this.element(entry, place);
    for (const name of ['name', 'versionInfo']) {
      const value = entry[name];
      if (value !== undefined && typeof value !== 'string') {
        this.#warnings.violation(notOfType(value, 'string'), `${place}/${name}`);
      }
    }
    this.#match(entry, 'supplier', supplier, place);
    this.#match(entry, 'originator', supplier, place);
    if (entry.filesAnalyzed !== undefined && typeof entry.filesAnalyzed !== 'boolean') {
      this.#warnings.violation(notOfType(entry.filesAnalyzed, 'boolean'), `${place}/filesAnalyzed`);
    }
    this.#checksums(entry, place);
    for (const [index, reference] of objectsAt(entry, 'externalRefs').entries()) {
      const where = `${place}/externalRefs/${index}`;
      this.#require(
        reference,
        ['referenceCategory', 'referenceType', 'referenceLocator'],
        'externalRefs',
        where,
      );
      this.#allow(reference, 'referenceCategory', [...referenceCategories], where);
    }
  }

  /** A file, a snippet or a package: each has an identifier of its own. */
  element(entry: JsonObject, place: string): void {
    this.#match(entry, 'SPDXID', identifier, place);
    const id = textAt(entry, 'SPDXID');
    if (id === undefined) return;
    if (this.#identifiers.has(id)) this.#warnings.violation(repeatedReference(id), `${place}/SPDXID`);
    else {
      this.#entries.admit(place);
      this.#identifiers.add(id);
    }
  }

  relationship(entry: JsonObject, place: string): void {
    const ends = ['spdxElementId', 'relatedSpdxElement'] as const;
    this.#require(entry, [...ends, 'relationshipType'], 'relationship', place);
    this.#allow(entry, 'relationshipType', [...relationshipTypes], place);
    for (const end of ends) {
      const ref = textAt(entry, end);
      if (ref !== undefined && !elsewhere.test(ref) && ref !== 'NONE' && ref !== 'NOASSERTION') {
        this.#warnings.violation(notOfForm(ref), `${place}/${end}`);
      }
    }
  }

  #checksums(entry: JsonObject, place: string): void {
    for (const [index, checksum] of objectsAt(entry, 'checksums').entries()) {
      const where = `${place}/checksums/${index}`;
      this.#require(checksum, ['algorithm', 'checksumValue'], 'checksums', where);
      this.#allow(checksum, 'algorithm', Object.keys(checksumDigits), where);
      const digits = checksumDigits[textAt(checksum, 'algorithm') ?? ''];
      const value = textAt(checksum, 'checksumValue');
      if (digits === undefined || value === undefined) continue;
      const isOfLength = digits === Infinity || value.length === digits;
      if (!isOfLength || !/^[0-9a-fA-F]+$/.test(value)) {
        this.#warnings.violation(notOfForm(value), `${where}/checksumValue`);
      }
    }
  }

  #require(entry: JsonObject, names: readonly string[], what: string, place: string): void {
    const absent = names.filter((name) => entry[name] === undefined || entry[name] === '');
    if (absent.length > 0) this.#warnings.violation(missing(what, absent), place || '/');
  }

  #allow(entry: JsonObject, name: string, allowed: readonly string[], place: string): void {
    const value = entry[name];
    if (value !== undefined && !allowed.includes(String(value))) {
      this.#warnings.violation(notAllowed(value, allowed), `${place}/${name}`);
    }
  }

  #match(entry: JsonObject, name: string, form: RegExp, place: string): void {
    const value = entry[name];
    if (value === undefined) return;
    if (typeof value !== 'string') this.#warnings.violation(notOfType(value, 'string'), `${place}/${name}`);
    else if (!form.test(value)) this.#warnings.violation(notOfForm(value), `${place}/${name}`);
  }
}
