import type { Component } from '../component.ts';
import type { Ecosystem } from '../versions/ecosystem.ts';
import { rpmKey } from '../versions/rpm.ts';
import { semverKey } from '../versions/semver.ts';
import type { AdvisoryTable } from './advisory-table.ts';
import { plainName } from './built-packages.ts';
import { type EcosystemLabels, isOfLabel } from './ecosystem-labels.ts';
import type { AffectedRange, Finding } from './finding.ts';
import { INCLUDES_HIGH, type IntervalTable, LAST_KNOWN, SEMVER } from './interval-table.ts';
import { isOfModule } from './module-streams.ts';
import { coordinatesOf, type PackageCoordinates, readPlainPurl } from './package-coordinates.ts';
import type { PackageTable } from './package-table.ts';
import { type ComparableVersion, type SearchedVersion, SearchedVersions } from './searched-versions.ts';
import { type HashedText, hashed } from './text-numbers.ts';
import type { VersionTable } from './version-table.ts';

/** The tables that the numbers of a row lead to. */
export interface NamedTables {
  advisories: AdvisoryTable;
  packages: PackageTable;
  versions: VersionTable;
  labels: EcosystemLabels;
}

const NONE: readonly string[] = [];

/** Finds the rows of an interval table that hold the packages and versions of components. */
export class Matcher {
  readonly #advisories: AdvisoryTable;
  readonly #packages: PackageTable;
  readonly #versions: VersionTable;
  readonly #labels: EcosystemLabels;
  readonly #searchedVersions = new Map<Ecosystem, SearchedVersions>();

  constructor({ advisories, packages, versions, labels }: NamedTables) {
    this.#advisories = advisories;
    this.#packages = packages;
    this.#versions = versions;
    this.#labels = labels;
  }

  /** The findings of components, in the order of the components; see `AdvisoryIndex.match`. */
  match(table: IntervalTable, components: Iterable<Component>): Finding[] {
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
      const range = this.range(table, row);
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

  /** Whether a row applies to the release, stream and module of a package. */
  #concerns(table: IntervalTable, row: number, range: AffectedRange, place: PackageCoordinates): boolean {
    const label = this.#labels.at(table.columns.ecosystem[row] ?? 0);
    if (label !== undefined && !isOfLabel(label, place)) return false;
    if (label?.ecosystem.versionKey !== rpmKey) return true;
    return isOfModule(place, range, this.#advisories.summary(table.columns.advisory[row] ?? 0));
  }

  /** A version of unknown epoch, read with the epoch that a row's versions have. */
  #withEpochOf(table: IntervalTable, row: number, place: PackageCoordinates): SearchedVersion | null {
    const { introduced, fixed, lastAffected } = this.range(table, row);
    const epoch = /^\d+:/.exec(fixed ?? lastAffected ?? introduced)?.[0] ?? '';
    return this.#searched(place.ecosystem, hashed(`${epoch}${place.version}`));
  }

  /** Whether a row's interval contains a version, by exact keys. */
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

  /** A row as the range that a finding names. */
  range(table: IntervalTable, row: number): AffectedRange {
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

/** A version in the order used by a row's range. */
function inOrderOf({ columns }: IntervalTable, row: number, version: SearchedVersion): ComparableVersion {
  return (columns.flags[row] ?? 0) & SEMVER ? version.semver : version.own;
}

/** Whether an approximate version is before the start or after the end of an interval. */
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

/** If a component has two names, an advisory on both counts once. */
function keepFirstOfEach(findings: Finding[], start: number): void {
  const seen = new Set<string>();
  const kept = findings.splice(start).filter(({ advisory }) => {
    const isNew = !seen.has(advisory.id) && !advisory.aliases.some((alias) => seen.has(alias));
    seen.add(advisory.id);
    return isNew;
  });
  findings.push(...kept);
}
