import type { Component } from '../../component.ts';
import { Bill } from '../bill.ts';
import { type JsonObject, objectsAt, textAt } from '../json/json-value.ts';
import { expressionProblem } from '../licence-expression.ts';
import { purlProblem } from '../package-url.ts';
import { unknownLicence, unknownPurl, unreadComponent } from '../problem.ts';
import type { ReadLimits, Sbom, SbomFormat } from '../sbom.ts';
import type { Warnings } from '../warnings.ts';
import { Links } from './links.ts';
import { SpdxRules } from './rules.ts';
import { algorithmName, isStated, neededBy, needs } from './vocabulary.ts';

const documentId = 'SPDXRef-DOCUMENT';

/** Takes an SPDX 2 document part by part, in the shape of its JSON notation, and makes the bill of it. */
export class SpdxBill {
  readonly #bill: Bill;
  readonly #rules: SpdxRules;
  readonly #warnings: Warnings;
  readonly #links: Links;

  constructor(warnings: Warnings, limits: ReadLimits, version: string) {
    this.#bill = new Bill(warnings, limits);
    this.#rules = new SpdxRules(this.#bill, version);
    this.#warnings = warnings;
    this.#links = new Links(this.#bill.entries);
  }

  document(document: JsonObject, place: string): void {
    this.#rules.document(document, place);
  }

  /** Something other than a package that has an identifier. */
  element(entry: JsonObject, place: string): void {
    this.#rules.element(entry, place);
  }

  describes(ref: string): void {
    this.#links.describe(ref);
  }

  relationship(entry: JsonObject, place: string): void {
    this.#rules.relationship(entry, place);
    const from = textAt(entry, 'spdxElementId');
    const to = textAt(entry, 'relatedSpdxElement');
    const type = textAt(entry, 'relationshipType');
    if (from === undefined || to === undefined || type === undefined) return;
    if (type === 'DESCRIBES' && from === documentId) this.#links.describe(to);
    else if (type === 'DESCRIBED_BY' && to === documentId) this.#links.describe(from);
    else if (needs.has(type)) this.#links.add(from, to);
    else if (neededBy.has(type)) this.#links.add(to, from);
  }

  package(entry: JsonObject, place: string): void {
    this.#rules.package(entry, place);
    const name = textAt(entry, 'name');
    if (name === undefined) {
      this.#warnings.unread(unreadComponent({ ja: '名前がない', en: 'it has no name' }), place);
      return;
    }
    const component: Component = {
      name,
      licences: this.#licences(entry, place),
      hashes: objectsAt(entry, 'checksums').map((checksum) => ({
        algorithm: algorithmName(textAt(checksum, 'algorithm') ?? ''),
        value: textAt(checksum, 'checksumValue') ?? '',
      })),
    };
    const version = textAt(entry, 'versionInfo');
    const supplier = /^(?:Person|Organization): ?(.+?)(?: \([^()]*@[^()]*\)| \(\))?$/s.exec(
      textAt(entry, 'supplier') ?? '',
    )?.[1];
    const ref = textAt(entry, 'SPDXID');
    if (version !== undefined) component.version = version;
    if (supplier !== undefined) component.supplier = supplier;
    if (ref !== undefined) component.ref = ref;
    for (const reference of objectsAt(entry, 'externalRefs')) identify(component, reference);
    const why = component.purl && purlProblem(component.purl);
    if (why) this.#warnings.unread(unknownPurl(component.purl as string, why), `${place}/externalRefs`);
    this.#bill.add(component, place);
  }

  finished(format: SbomFormat, specVersion: string): Sbom {
    this.#links.settle(this.#bill);
    return this.#bill.finished(format, specVersion);
  }

  #licences(entry: JsonObject, place: string): string[] {
    const stated = new Set<string>();
    for (const field of ['licenseConcluded', 'licenseDeclared']) {
      const text = textAt(entry, field);
      if (!isStated(text)) continue;
      const problem = expressionProblem(text);
      if (problem) this.#warnings.unread(unknownLicence(text, problem), `${place}/${field}`);
      stated.add(text);
    }
    return [...stated];
  }
}

function identify(component: Component, reference: JsonObject): void {
  const locator = textAt(reference, 'referenceLocator');
  if (locator === undefined) return;
  const type = textAt(reference, 'referenceType') ?? '';
  if (type === 'purl') component.purl ??= locator;
  else if (type === 'cpe23Type') component.cpe = locator;
  else if (type === 'cpe22Type') component.cpe ??= locator;
}
