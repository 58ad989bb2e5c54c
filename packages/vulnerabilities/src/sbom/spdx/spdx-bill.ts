import type { Component, Place } from '../../component.ts';
import { Bill } from '../bill.ts';
import { type JsonObject, listAt, objectsAt, textAt, textOrNumberAt } from '../json/json-value.ts';
import { expressionProblem } from '../licence-expression.ts';
import { purlProblem } from '../package-url.ts';
import { unknownLicence, unknownPurl, unreadComponent } from '../problem.ts';
import type { ReadLimits, Sbom, SbomFormat } from '../sbom.ts';
import { applyToolProperties } from '../tool-properties.ts';
import type { Warnings } from '../warnings.ts';
import { Links } from './links.ts';
import { SpdxRules } from './rules.ts';
import { algorithmName, isStated, neededBy, needs } from './vocabulary.ts';

/** Fields of a package in which Trivy leaves remarks. */
const REMARKS = ['attributionTexts', 'annotations', 'sourceInfo'];
const TRIVY = 'aquasecurity:trivy:';
const documentId = 'SPDXRef-DOCUMENT';

/** Takes an SPDX 2 document part by part, in the shape of its JSON notation, and makes the bill of it. */
export class SpdxBill {
  readonly #bill: Bill;
  readonly #rules: SpdxRules;
  readonly #warnings: Warnings;
  readonly #links: Links;

  constructor(warnings: Warnings, limits: ReadLimits, version: string, places: boolean) {
    this.#bill = new Bill(warnings, limits, places);
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

  package(entry: JsonObject, place: string, at?: Place): void {
    this.#rules.package(entry, place);
    const name = textOrNumberAt(entry, 'name') ?? textAt(entry, 'SPDXID');
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
    const version = textOrNumberAt(entry, 'versionInfo');
    const supplier = /^(?:Person|Organization): ?(.+?)(?: \([^()]*@[^()]*\)| \(\))?$/s.exec(
      textAt(entry, 'supplier') ?? '',
    )?.[1];
    const ref = textAt(entry, 'SPDXID');
    if (version !== undefined) component.version = version;
    if (supplier !== undefined) component.supplier = supplier;
    if (ref !== undefined) component.ref = ref;
    for (const reference of objectsAt(entry, 'externalRefs')) identify(component, reference);
    this.#checkPurl(component.purl, place);
    for (const purl of component.otherPurls ?? []) this.#checkPurl(purl, place);
    applyToolProperties(component, remarksOf(entry));
    if (isOperatingSystem(entry, ref)) {
      component.isOperatingSystem = true;
      if (version !== undefined) this.#bill.addOperatingSystem({ name, version });
    }
    this.#bill.add(component, place, at);
  }

  #checkPurl(purl: string | undefined, place: string): void {
    const why = purl && purlProblem(purl);
    if (why) this.#warnings.unread(unknownPurl(purl, why), `${place}/externalRefs`);
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

function isOperatingSystem({ primaryPackagePurpose: purpose }: JsonObject, ref: string | undefined): boolean {
  if (ref?.startsWith('SPDXRef-OperatingSystem')) return true;
  return typeof purpose === 'string' && /^OPERATING[-_]SYSTEM$/i.test(purpose);
}

function identify(component: Component, reference: JsonObject): void {
  const locator = textAt(reference, 'referenceLocator')?.trim();
  if (locator === undefined) return;
  const type = (textAt(reference, 'referenceType') ?? '').replace(/^.*[/#]/s, '').toLowerCase();
  if (type === 'purl' || /^pkg:/i.test(locator)) addPurl(component, locator);
  else if (type === 'cpe23type' || locator.startsWith('cpe:2.3:')) component.cpe = locator;
  else if (type === 'cpe22type' || locator.startsWith('cpe:/')) component.cpe ??= locator;
}

/** The first package URL is the component's own, further ones are kept beside it. */
export function addPurl(component: Component, purl: string): void {
  if (component.purl === undefined) component.purl = purl;
  else if (component.purl !== purl && !component.otherPurls?.includes(purl)) {
    component.otherPurls = [...(component.otherPurls ?? []), purl];
  }
}

/** `Name: value` in the remarks Trivy leaves, and the source package it names in `sourceInfo`. */
function remarksOf(entry: JsonObject): [name: string, value: string][] {
  if (!REMARKS.some((name) => entry[name] !== undefined)) return [];
  const texts = [
    ...listAt(entry, 'attributionTexts'),
    ...objectsAt(entry, 'annotations').map((annotation) => annotation.comment),
  ];
  const remarks: [string, string][] = texts.flatMap((text) => {
    const [, name, value] = typeof text === 'string' ? (/^(\w+): (.+)$/.exec(text) ?? []) : [];
    return name === undefined || value === undefined ? [] : [[`${TRIVY}${name}`, value]];
  });
  const [, source, version] =
    /^built package from: (\S+) (\S+)/.exec(textAt(entry, 'sourceInfo') ?? '') ?? [];
  if (source !== undefined && version !== undefined) {
    remarks.push([`${TRIVY}SrcName`, source], [`${TRIVY}SrcVersion`, version]);
  }
  return remarks;
}
