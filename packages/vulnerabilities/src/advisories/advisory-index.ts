import type { Component } from '../component.ts';
import { isCsaf, recordsOfCsaf } from '../csaf/csaf-records.ts';
import type { Ecosystem } from '../versions/ecosystem.ts';
import { semverKey } from '../versions/semver.ts';
import { own, parseUntrustedJson, textOfBytes } from './advisory-json.ts';
import { type AdvisorySource, documentsOf } from './advisory-source.ts';
import { AdvisoryTable } from './advisory-table.ts';
import { isNameOfBuilt } from './built-packages.ts';
import { EcosystemLabels } from './ecosystem-labels.ts';
import type { Advisory, AffectedRange, Finding } from './finding.ts';
import {
  INCLUDES_HIGH,
  type IntervalColumns,
  type IntervalRow,
  IntervalTable,
  joinRows,
  LAST_KNOWN,
  SEMVER,
} from './interval-table.ts';
import { type Interval, intervalsOf } from './intervals.ts';
import { Matcher } from './matcher.ts';
import { affectedBuilt, type OsvAffected, type OsvRecord, osvRecordOf } from './osv-record.ts';
import { coordinatesOf, readPlainPurl } from './package-coordinates.ts';
import { PackageTable } from './package-table.ts';
import { type AdvisoryWarning, describe, type Problem } from './record-warning.ts';
import type { SearchedBill, SearchOptions, SearchResult } from './search.ts';
import { type IndexContents, readSnapshot, writeSnapshot } from './snapshot.ts';
import { unsearchableReason } from './unsearchable-reason.ts';
import { VersionTable } from './version-table.ts';
import { ZIP_LIMITS, type ZipLimits } from './zip.ts';

/** A package of an advisory, with the affected versions. */
export interface AffectedPackage {
  /** OSV ecosystem with its release, such as `npm` or `Debian:11`. */
  ecosystem: string;
  package: string;
  ranges: readonly AffectedRange[];
}

const MAX_WARNINGS = 1000;

/**
 * Advisories, arranged so that the packages of a product find theirs: package names and versions are
 * interned, affected ranges lie in flat arrays, and versions are compared as numbers first and exactly
 * only where those are equal.
 */
export class AdvisoryIndex {
  readonly #advisories = new AdvisoryTable();
  readonly #packages = new PackageTable();
  readonly #versions = new VersionTable();
  readonly #labels = new EcosystemLabels();
  readonly #matcher = new Matcher({
    advisories: this.#advisories,
    packages: this.#packages,
    versions: this.#versions,
    labels: this.#labels,
  });
  readonly #warnings: AdvisoryWarning[] = [];
  readonly #unknownEcosystems = new Set<string>();
  #warningCount = 0;
  #added: IntervalRow[] = [];
  #columns: IntervalColumns | null = null;
  /** Null while there are rows not yet in it. */
  #table: IntervalTable | null = null;
  #rowsByAdvisory: Map<number, number[]> | null = null;

  /**
   * Loads advisories into a new index.
   * @throws ZipError; or the file system's error where a path is not there
   */
  static async load(...sources: readonly AdvisorySource[]): Promise<AdvisoryIndex> {
    const index = new AdvisoryIndex();
    for (const source of sources) await index.load(source);
    return index;
  }

  /**
   * Brings back what snapshot wrote.
   * @throws SnapshotError
   */
  static restore(bytes: Uint8Array): AdvisoryIndex {
    const contents = readSnapshot(bytes);
    const index = new AdvisoryIndex();
    for (const text of contents.ecosystems) index.#labels.numberOf(text);
    for (const [label, name] of contents.packages) {
      const ecosystem = index.#labels.at(label)?.ecosystem;
      if (ecosystem) index.#packages.numberOf(ecosystem, name);
    }
    for (const [label, text] of contents.versions) {
      const keyOf = label < 0 ? semverKey : index.#labels.at(label)?.ecosystem.versionKey;
      index.#versions.numberOf({ text, key: (keyOf ?? semverKey)(text) });
    }
    index.#advisories.restore(contents.advisories);
    index.#arrange(contents.intervals);
    return index;
  }

  /** Adds the advisories of one more source; of two copies of one advisory the newer stays. */
  async load(source: AdvisorySource, limits: ZipLimits = ZIP_LIMITS): Promise<void> {
    const warn = (warning: AdvisoryWarning) => this.#warn(warning);
    for await (const { source: name, document } of documentsOf(source, warn, limits)) {
      this.#addDocument(name, document, limits.entryBytes);
    }
  }

  /** Adds one OSV record or CSAF document: its text, its bytes, or the parsed document. */
  add(document: unknown): void {
    this.#addDocument('record', document, ZIP_LIMITS.entryBytes);
  }

  /** How much the index holds. */
  get size(): { advisories: number; packages: number; intervals: number } {
    return {
      advisories: this.#advisories.size,
      packages: this.#packages.size,
      intervals: this.#arranged().length,
    };
  }

  /** What was odd about the records loaded: the first thousand, and how many in all. */
  get warnings(): { list: readonly AdvisoryWarning[]; count: number } {
    return { list: this.#warnings, count: this.#warningCount };
  }

  /**
   * The advisory of this identifier or alias, else one that passes on the vulnerability of this name; the first loaded
   * where there are several.
   */
  advisory(name: string): Advisory | null {
    const [first] = [...this.#advisories.rowsLike(name), ...this.#advisories.rowsDownstreamOf(name)];
    return first === undefined ? null : this.#advisories.advisory(first);
  }

  /**
   * The vulnerabilities of components, in the order of the components. A component is judged by its package
   * URL; one without a version has only the vulnerabilities that affect every version.
   */
  match(components: Iterable<Component>): Finding[] {
    return this.#matcher.match(this.#arranged(), components);
  }

  /** Whether any advisory covers a component's ecosystem; if none does, a search cannot find anything. */
  covers({ purl = '', ...component }: Component): boolean {
    const plain = readPlainPurl(purl);
    if (plain !== null) return this.#packages.covers(plain.ecosystem);
    return coordinatesOf({ ...component, purl }).some(({ ecosystem }) => this.#packages.covers(ecosystem));
  }

  /**
   * Searches the components of a bill, and reports each component that could not be searched with the reason:
   * an empty result is meaningless without it.
   */
  search(
    { components, subject }: SearchedBill,
    { includeSubject = false }: SearchOptions = {},
  ): SearchResult {
    const isListed = subject === undefined || components.includes(subject);
    const asked = includeSubject && !isListed ? [subject, ...components] : components;
    const unsearched = asked.flatMap((component) => {
      const reason = unsearchableReason(component, this.#packages, this.#labels);
      return reason === undefined ? [] : [{ component, reason }];
    });
    const packages = unsearched.filter(({ component }) => component.isOperatingSystem !== true);
    const searched = asked.length - unsearched.length;
    return {
      findings: this.match(asked),
      components: searched + packages.length,
      searched,
      unsearched: packages,
    };
  }

  /**
   * The packages an advisory, and all others on the same vulnerability, say are affected; with those of advisories
   * that pass that vulnerability on, as distributions do. Of a source package that, not what is built from it.
   */
  affects(name: string): AffectedPackage[] {
    const table = this.#arranged();
    this.#rowsByAdvisory ??= Map.groupBy(
      table.columns.advisory.keys(),
      (row) => table.columns.advisory[row] ?? 0,
    );
    const numbers = new Set([...this.#advisories.rowsLike(name), ...this.#advisories.rowsDownstreamOf(name)]);
    const rows = [...numbers]
      .flatMap((number) => this.#rowsByAdvisory?.get(number) ?? [])
      .filter((row) => !isNameOfBuilt(this.#packages.name(table.columns.package[row] ?? 0)));
    const ranges = rows.map((row) => this.#matcher.range(table, row));
    return [...Map.groupBy(ranges, (range) => `${range.ecosystem}\n${range.package}`).values()].map(
      (group) => ({
        ecosystem: group[0]?.ecosystem ?? '',
        package: group[0]?.package ?? '',
        ranges: group,
      }),
    );
  }

  /** The whole index as bytes, to be kept on disk and restored many times as fast as loading. */
  snapshot(): Uint8Array {
    const { columns } = this.#arranged();
    return writeSnapshot({
      ecosystems: this.#labels.texts(),
      packages: Array.from({ length: this.#packages.size }, (_, number) => [
        this.#labels.firstOf(this.#packages.ecosystem(number)),
        this.#packages.name(number),
      ]),
      versions: this.#versionOrders(),
      advisories: this.#advisories.contents(),
      intervals: columns,
    });
  }

  #versionOrders(): IndexContents['versions'] {
    const { columns } = this.#arranged();
    const labels = new Int32Array(this.#versions.size);
    for (let row = 0; row < columns.package.length; row++) {
      const label = (columns.flags[row] ?? 0) & SEMVER ? -1 : (columns.ecosystem[row] ?? 0);
      for (const version of [columns.low[row] ?? -1, columns.high[row] ?? -1]) {
        if (version >= 0) labels[version] = label;
      }
    }
    return Array.from(labels, (label, number) => [label, this.#versions.text(number)]);
  }

  #addDocument(source: string, document: unknown, maxBytes: number): void {
    const report = (problem: Problem) => this.#warn(describe(source, problem));
    const text = document instanceof Uint8Array ? textOfBytes(document, maxBytes, report) : document;
    if (text === null) return;
    if (typeof text === 'string' && text.length > maxBytes) {
      report({ code: 'too-large', place: '', detail: `${text.length} characters` });
      return;
    }
    const value = typeof text === 'string' ? parseUntrustedJson(text, report) : text;
    if (value === undefined || isVerdictsOnly(value)) return;
    const records = isCsaf(value) ? recordsOfCsaf(value, report) : [osvRecordOf(value, report)];
    for (const record of records) if (record !== null) this.#addRecord(record);
  }

  #addRecord(record: OsvRecord): void {
    const advisory = this.#advisories.add(record);
    if (advisory === null) return;
    this.#table = null;
    this.#rowsByAdvisory = null;
    if (record.withdrawn !== null) return;
    for (const affected of record.affected) this.#addAffected(affected, advisory, record.id);
  }

  #addAffected(affected: OsvAffected, advisory: number, id: string): void {
    const label = this.#labels.numberOf(affected.ecosystem);
    const ecosystem = this.#labels.at(label)?.ecosystem;
    if (ecosystem === undefined) {
      this.#warnOfEcosystem(affected.ecosystem, id);
      return;
    }
    this.#addIntervals(affected, ecosystem, advisory, label);
    if (ecosystem.distribution?.advisoriesName !== 'source') return;
    for (const built of affectedBuilt(affected)) this.#addIntervals(built, ecosystem, advisory, label);
  }

  #addIntervals(affected: OsvAffected, ecosystem: Ecosystem, advisory: number, label: number): void {
    const number = this.#packages.numberOf(ecosystem, affected.name);
    const { versionKey, extendsSemver } = ecosystem;
    for (const interval of intervalsOf(affected, versionKey, extendsSemver ? versionKey : semverKey)) {
      this.#added.push(this.#row(interval, number, advisory, label));
    }
  }

  #row(
    { low, high, includesHigh, isLastKnown, semver }: Interval,
    number: number,
    advisory: number,
    label: number,
  ): IntervalRow {
    return {
      package: number,
      low: low === null ? -1 : this.#versions.numberOf(low),
      high: high === null ? -1 : this.#versions.numberOf(high),
      flags: (includesHigh ? INCLUDES_HIGH : 0) | (semver ? SEMVER : 0) | (isLastKnown ? LAST_KNOWN : 0),
      advisory,
      ecosystem: label,
    };
  }

  /** Once for each ecosystem whose versions cannot be compared. */
  #warnOfEcosystem(text: string, id: string): void {
    if (this.#unknownEcosystems.has(text)) return;
    this.#unknownEcosystems.add(text);
    this.#warn(describe(id, { code: 'unknown-ecosystem', place: '', detail: text }));
  }

  #warn(warning: AdvisoryWarning): void {
    this.#warningCount++;
    if (this.#warnings.length < MAX_WARNINGS) this.#warnings.push(warning);
  }

  #arranged(): IntervalTable {
    if (this.#table) return this.#table;
    return this.#arrange(null);
  }

  #arrange(restored: IntervalColumns | null): IntervalTable {
    const before = restored ?? this.#columns;
    const isCurrent = (row: number): boolean => this.#advisories.isCurrent(before?.advisory[row] ?? 0);
    const added = this.#added.filter(({ advisory }) => this.#advisories.isCurrent(advisory));
    const rows = joinRows(before, isCurrent, added);
    this.#added = [];
    this.#table = new IntervalTable(
      rows,
      this.#packages.size,
      this.#versions,
      this.#advisories.vulnerabilities(),
    );
    this.#columns = this.#table.columns;
    return this.#table;
  }
}

/** OpenVEX documents contain verdicts, no advisories. */
function isVerdictsOnly(value: unknown): boolean {
  return String(own(value, '@context')).includes('openvex');
}
