import type { Place } from '../../component.ts';
import { spdxVersionOf } from '../detect.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import { missing, notAllowed, notOfForm, unknownName } from '../problem.ts';
import type { ReadLimits, Sbom } from '../sbom.ts';
import type { Warnings } from '../warnings.ts';
import { SpdxBill } from './spdx-bill.ts';
import { type TagLine, tagLines } from './tag-lines.ts';

/** Fields of a package whose tag holds one plain text, by the name the JSON notation gives them. */
const packageTexts: Record<string, string> = {
  PackageVersion: 'versionInfo',
  PackageSupplier: 'supplier',
  PackageOriginator: 'originator',
  PackageDownloadLocation: 'downloadLocation',
  PackageSourceInfo: 'sourceInfo',
  PrimaryPackagePurpose: 'primaryPackagePurpose',
  PackageLicenseConcluded: 'licenseConcluded',
  PackageLicenseDeclared: 'licenseDeclared',
  PackageCopyrightText: 'copyrightText',
};

const documentTexts: Record<string, string> = {
  DataLicense: 'dataLicense',
  DocumentName: 'name',
  DocumentNamespace: 'documentNamespace',
};

/** Tags that begin something other than a package. */
const otherElements = new Set(['FileName', 'SnippetSPDXID', 'LicenseID']);

/** Tags that are part of the specification but say nothing that is read here. */
const passedOver =
  /^(?:Package(?:FileName|VerificationCode|HomePage|SourceInfo|LicenseInfoFromFiles|LicenseComments|Summary|Description|Comment|AttributionText)|PrimaryPackagePurpose|(?:Release|Built|ValidUntil)Date|ExternalRefComment|ExternalDocumentRef|LicenseListVersion|(?:Creator|Document|Relationship|License)Comment|File(?:Type|Checksum|CopyrightText|Comment|Notice|Contributor|AttributionText|Dependency)|License(?:Concluded|InfoInFile|InfoInSnippet|Comments|Name|CrossReference)|ExtractedText|Snippet(?:FromFileSPDXID|ByteRange|LineRange|LicenseConcluded|LicenseComments|CopyrightText|Comment|Name|AttributionText)|Annotator|Annotation(?:Date|Type|Comment)|SPDXREF|Reviewer|Review(?:Date|Comment)|ArtifactOfProject(?:Name|HomePage|URI))$/;

/** Reads SPDX 2 in its tag-value notation. */
export async function readSpdxTagValue(
  source: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
  warnings: Warnings,
  places = false,
): Promise<Sbom> {
  const reader = new TagValueReader(warnings, limits, places);
  for await (const entry of tagLines(source, limits)) reader.take(entry);
  return reader.finished();
}

interface OpenPart {
  kind: 'document' | 'package' | 'other';
  entry: JsonObject;
  place: string;
  at: Place;
}

class TagValueReader {
  readonly #warnings: Warnings;
  readonly #limits: ReadLimits;
  readonly #creators: JsonValue[] = [];
  readonly #creation: JsonObject = {};
  readonly #document: OpenPart = { kind: 'document', entry: {}, place: 'line 1', at: { line: 1, column: 1 } };
  #part: OpenPart = this.#document;
  #version = 'SPDX-2.3';
  #isVersionStated = false;
  #bill: SpdxBill;
  readonly #places: boolean;

  constructor(warnings: Warnings, limits: ReadLimits, places: boolean) {
    this.#places = places;
    this.#warnings = warnings;
    this.#limits = limits;
    this.#bill = new SpdxBill(warnings, limits, this.#version, places);
  }

  take({ line, tag, value }: TagLine): void {
    const place = `line ${line}`;
    const at = { line, column: 1 };
    if (tag === undefined) {
      this.#warnings.violation(notOfForm(value), place);
      return;
    }
    if (tag === 'SPDXVersion') this.#begin(value, place);
    else if (tag === 'PackageName') this.#open({ kind: 'package', entry: { name: value }, place, at });
    else if (otherElements.has(tag)) {
      this.#open({ kind: 'other', entry: tag === 'SnippetSPDXID' ? { SPDXID: value } : {}, place, at });
    } else if (tag === 'SPDXID') this.#part.entry.SPDXID = value;
    else if (tag === 'Relationship') this.#relationship(value, place);
    else if (tag === 'Creator') this.#creators.push(value);
    else if (tag === 'Created') this.#creation.created = value;
    else if (documentTexts[tag]) this.#document.entry[documentTexts[tag]] = value;
    else if (!this.#takePackageTag(tag, value, place) && !passedOver.test(tag)) {
      this.#warnings.violation(unknownName(tag), place);
    }
  }

  finished(): Sbom {
    this.#close();
    const { entry, place } = this.#document;
    if (this.#creators.length > 0) this.#creation.creators = this.#creators;
    if (Object.keys(this.#creation).length > 0) entry.creationInfo = this.#creation;
    this.#bill.document(entry, place);
    if (!this.#isVersionStated) this.#warnings.violation(missing('document', ['SPDXVersion']), place);
    return this.#bill.finished('SPDX tag-value', this.#version.replace('SPDX-', ''));
  }

  #begin(stated: string, place: string): void {
    const { version, written } = spdxVersionOf(stated, place);
    if (written !== undefined) this.#warnings.violation(notAllowed(written, [version]), place);
    this.#version = version;
    this.#isVersionStated = true;
    this.#bill = new SpdxBill(this.#warnings, this.#limits, version, this.#places);
    this.#document.place = place;
  }

  #open(part: OpenPart): void {
    this.#close();
    this.#part = part;
  }

  #close(): void {
    const { kind, entry, place, at } = this.#part;
    if (kind === 'package') this.#bill.package(entry, place, at);
    else if (kind === 'other') this.#bill.element(entry, place);
    this.#part = this.#document;
  }

  #takePackageTag(tag: string, value: string, place: string): boolean {
    const { kind, entry } = this.#part;
    const field = packageTexts[tag];
    if (kind !== 'package') return false;
    if (field !== undefined) entry[field] = value;
    else if (tag === 'PackageAttributionText') this.#append('attributionTexts', value);
    else if (tag === 'FilesAnalyzed') entry.filesAnalyzed = value.toLowerCase() === 'true';
    else if (tag === 'PackageChecksum') {
      const [, algorithm = '', checksumValue = ''] = /^(\S+?):\s*(\S+)$/.exec(value) ?? [];
      this.#append('checksums', { algorithm, checksumValue });
    } else if (tag === 'ExternalRef') {
      const [referenceCategory = '', referenceType = '', ...locator] = value.split(/\s+/);
      this.#append('externalRefs', { referenceCategory, referenceType, referenceLocator: locator.join(' ') });
      if (locator.length === 0) this.#warnings.violation(notOfForm(value), place);
    } else return false;
    return true;
  }

  #append(field: string, value: JsonObject | string): void {
    const list = this.#part.entry[field];
    if (Array.isArray(list)) list.push(value);
    else this.#part.entry[field] = [value];
  }

  #relationship(value: string, place: string): void {
    const [spdxElementId, relationshipType, relatedSpdxElement, ...rest] = value.split(/\s+/);
    if (!spdxElementId || !relationshipType || !relatedSpdxElement || rest.length > 0) {
      this.#warnings.violation(notOfForm(value), place);
      return;
    }
    this.#bill.relationship({ spdxElementId, relationshipType, relatedSpdxElement }, place);
  }
}
