import type { Component } from '../component.ts';
import { isCsaf, recordsOfCsaf } from '../csaf/csaf-records.ts';
import type { Ecosystem } from '../versions/ecosystem.ts';
import { rpmKey } from '../versions/rpm.ts';
import { semverKey } from '../versions/semver.ts';
import { own, parseUntrustedJson, textOfBytes } from './advisory-json.ts';
import { type AdvisorySource, documentsOf } from './advisory-source.ts';
import { AdvisoryTable } from './advisory-table.ts';
import { isNameOfBuilt, plainName } from './built-packages.ts';
import { EcosystemLabels, isOfLabel } from './ecosystem-labels.ts';
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
import { isOfModule } from './module-streams.ts';
import { affectedBuilt, type OsvAffected, type OsvRecord, osvRecordOf } from './osv-record.ts';
import { coordinatesOf, type PackageCoordinates, readPlainPurl } from './package-coordinates.ts';
import { PackageTable } from './package-table.ts';
import { type AdvisoryWarning, describe, type Problem } from './record-warning.ts';
import type { SearchedBill, SearchOptions, SearchResult } from './search.ts';
import { type ComparableVersion, type SearchedVersion, SearchedVersions } from './searched-versions.ts';
import { type IndexContents, readSnapshot, writeSnapshot } from './snapshot.ts';
import { type HashedText, hashed } from './text-numbers.ts';
import { unsearchableReason } from './unsearchable-reason.ts';
import { VersionTable } from './version-table.ts';
import { ZIP_LIMITS, type ZipLimits } from './zip.ts';

/** A package an advisory speaks of, with the versions it says are affected. */
export interface AffectedPackage {
  /** OSV ecosystem with its release, such as `npm` or `Debian:11`. */
  ecosystem: string;
  package: string;
  ranges: readonly AffectedRange[];
}

const MAX_WARNINGS = 1000;
const NONE: readonly string[] = [];

/**
 * Advisories, arranged so that the packages of a product find theirs: package names and versions are
 * interned, affected ranges lie in flat arrays, and versions are compared as numbers first and exactly
 * only where those are equal.
 */
export class AdvisoryIndex {
  readonly #advisories = new AdvisoryTable();
  readonly #packages = new PackageTable();
  readonly #versions = new VersionTable();
  readonly #searchedVersions = new Map<Ecosystem, SearchedVersions>();
  readonly #labels = new EcosystemLabels();
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
    const table = this.#arranged();
    const findings: Finding[] = [];
    for (const component of components) {
      const { purl = '' } = component;
      const plain = component.otherPurls === undefined ? readPlainPurl(purl) : null;
      if (plain === null) this.#matchCoordinates(table, component, findings);
      else {
        const number = this.#packages.findPlain(plain);
        if (number < 0) continue;
        const { ecosystem, version } = plain;
        const searched = this.#searched(ecosystem, version ?? hashed(component.version ?? ''));
        this.#matchPackage(table, component, number, searched, null, findings);
      }
    }
    return findings;
  }

  /** Whether any advisory speaks of a component's ecosystem; where none does, match cannot know anything of it. */
  covers({ purl = '', ...component }: Component): boolean {
    const plain = readPlainPurl(purl);
    if (plain !== null) return this.#packages.covers(plain.ecosystem);
    return coordinatesOf({ ...component, purl }).some(({ ecosystem }) => this.#packages.covers(ecosystem));
  }

  /**
   * Searches the components of a bill, and says of each that was not searched why: a result that finds nothing
   * means nothing without.
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
    const ranges = rows.map((row) => this.#range(table, row));
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

  #addDocument(source: string, document: unknown, mostBytes: number): void {
    const report = (problem: Problem) => this.#warn(describe(source, problem));
    const text = document instanceof Uint8Array ? textOfBytes(document, mostBytes, report) : document;
    if (text === null) return;
    if (typeof text === 'string' && text.length > mostBytes) {
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

  #matchCoordinates(table: IntervalTable, component: Component, findings: Finding[]): void {
    const start = findings.length;
    const places = coordinatesOf(component);
    for (const place of places) {
      const number = this.#packages.find(place.ecosystem, place.name);
      if (number < 0) continue;
      const searched = this.#searched(place.ecosystem, hashed(place.version ?? ''));
      this.#matchPackage(table, component, number, searched, place, findings);
    }
    if (places.length > 1) keepFirstOfEach(findings, start);
  }

  /** Null for an empty text, and for one that is no version. */
  #searched(ecosystem: Ecosystem, text: HashedText): SearchedVersion | null {
    if (text.start === text.end) return null;
    let versions = this.#searchedVersions.get(ecosystem);
    if (versions === undefined) {
      versions = new SearchedVersions(ecosystem);
      this.#searchedVersions.set(ecosystem, versions);
    }
    return versions.find(text);
  }

  #matchPackage(
    table: IntervalTable,
    component: Component,
    number: number,
    version: SearchedVersion | null,
    place: PackageCoordinates | null,
    findings: Finding[],
  ): void {
    const { bounds, packageBounds, starts } = table;
    const isEpochUnknown = version !== null && place?.isEpochUnknown === true;
    if (
      version !== null &&
      !isEpochUnknown &&
      isOutside(packageBounds, number * 2, version.own.nearby) &&
      isOutside(packageBounds, number * 2 + 1, version.semver.nearby)
    )
      return;
    const first = starts[number] ?? 0;
    const end = starts[number + 1] ?? 0;
    let ranges: AffectedRange[] = [];
    let vulnerability = -1;
    for (let row = first; row < end; row++) {
      const compared = isEpochUnknown ? this.#withEpochOf(table, row, place) : version;
      if (compared !== null && isOutside(bounds, row, inOrderOf(table, row, compared).nearby)) continue;
      if (!this.#holds(table, row, compared)) continue;
      const range = this.#range(table, row);
      if (place !== null && !this.#concerns(table, row, range, place)) continue;
      if (table.vulnerabilities[row] === vulnerability) {
        ranges.push(range);
        const last = findings.at(-1);
        if (last) {
          last.fixed = fixedVersions(ranges, this.#packages.ecosystem(number)?.versionKey ?? semverKey);
          last.onlyLastKnownAffected &&= isLastKnown(table, row);
        }
        continue;
      }
      vulnerability = table.vulnerabilities[row] ?? -1;
      ranges = [range];
      const advisoryNumber = table.columns.advisory[row] ?? 0;
      const advisory = this.#advisories.advisory(advisoryNumber);
      const severity = this.#advisories.severity(advisoryNumber);
      const fixed = range.fixed === null ? NONE : [range.fixed];
      const { aliases, upstream } = advisory;
      const onlyLastKnownAffected = isLastKnown(table, row);
      findings.push({
        component,
        advisory,
        aliases,
        upstream,
        severity,
        ranges,
        fixed,
        onlyLastKnownAffected,
      });
    }
  }

  /** Whether a row speaks of the release, stream and module a package is of. */
  #concerns(table: IntervalTable, row: number, range: AffectedRange, place: PackageCoordinates): boolean {
    const label = this.#labels.at(table.columns.ecosystem[row] ?? 0);
    if (label !== undefined && !isOfLabel(label, place)) return false;
    if (label?.ecosystem.versionKey !== rpmKey) return true;
    return isOfModule(place, range, this.#advisories.summary(table.columns.advisory[row] ?? 0));
  }

  /** A version of unknown epoch, read with the epoch that a row's versions have. */
  #withEpochOf(table: IntervalTable, row: number, place: PackageCoordinates): SearchedVersion | null {
    const { introduced, fixed, lastAffected } = this.#range(table, row);
    const epoch = /^\d+:/.exec(fixed ?? lastAffected ?? introduced)?.[0] ?? '';
    return this.#searched(place.ecosystem, hashed(`${epoch}${place.version}`));
  }

  /** Whether a version lies in a row's stretch, by the keys themselves. */
  #holds(table: IntervalTable, row: number, version: SearchedVersion | null): boolean {
    const low = table.columns.low[row] ?? -1;
    const high = table.columns.high[row] ?? -1;
    if (version === null) return low < 0 && high < 0;
    const flags = table.columns.flags[row] ?? 0;
    const own = inOrderOf(table, row, version).key;
    if (low >= 0 && own < this.#versions.key(low)) return false;
    if (high < 0) return true;
    const last = this.#versions.key(high);
    return flags & INCLUDES_HIGH ? own <= last : own < last;
  }

  #range(table: IntervalTable, row: number): AffectedRange {
    const { columns } = table;
    const low = columns.low[row] ?? -1;
    const high = columns.high[row] ?? -1;
    const end = high < 0 ? null : this.#versions.text(high);
    const includesHigh = ((columns.flags[row] ?? 0) & INCLUDES_HIGH) !== 0;
    return {
      ecosystem: this.#labels.at(columns.ecosystem[row] ?? 0)?.text ?? '',
      package: plainName(this.#packages.name(columns.package[row] ?? 0)),
      introduced: low < 0 ? '0' : this.#versions.text(low),
      fixed: includesHigh ? null : end,
      lastAffected: includesHigh ? end : null,
    };
  }
}

/** OpenVEX gives verdicts on what others advise of. */
function isVerdictsOnly(value: unknown): boolean {
  return String(own(value, '@context')).includes('openvex');
}

/** A version by the order that a row's range goes by. */
function inOrderOf({ columns }: IntervalTable, row: number, version: SearchedVersion): ComparableVersion {
  return (columns.flags[row] ?? 0) & SEMVER ? version.semver : version.own;
}

/** Whether a coarse version lies before the beginning or after the end of a stretch. */
function isOutside(bounds: Float64Array, place: number, nearby: number): boolean {
  return nearby < (bounds[place * 2] ?? 0) || nearby > (bounds[place * 2 + 1] ?? 0);
}

function isLastKnown({ columns }: IntervalTable, row: number): boolean {
  return ((columns.flags[row] ?? 0) & LAST_KNOWN) !== 0;
}

function fixedVersions(ranges: readonly AffectedRange[], versionKey: Ecosystem['versionKey']): string[] {
  const fixed = ranges.map((range) => range.fixed).filter((version) => version !== null);
  return [...new Set(fixed)].sort((a, b) => (versionKey(a) < versionKey(b) ? -1 : 1));
}

/** Where a component is known under two names, an advisory on both counts once. */
function keepFirstOfEach(findings: Finding[], start: number): void {
  const seen = new Set<string>();
  const kept = findings.splice(start).filter(({ advisory }) => {
    const isNew = !seen.has(advisory.id) && !advisory.aliases.some((alias) => seen.has(alias));
    seen.add(advisory.id);
    return isNew;
  });
  findings.push(...kept);
}
