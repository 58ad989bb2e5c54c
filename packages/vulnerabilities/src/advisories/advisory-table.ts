import { RATINGS, type Severity, severityOf, UNKNOWN_SEVERITY } from '../severity/severity.ts';
import { AliasSets, byStanding } from './alias-sets.ts';
import type { Advisory } from './finding.ts';
import { IntList } from './int-list.ts';
import type { OsvRecord } from './osv-record.ts';

/** Stored properties of a record besides its names. */
export interface AdvisoryRow {
  id: string;
  summary: string;
  severities: readonly string[];
  /** As the record lists it. */
  upstream: readonly string[];
  published: string | null;
  modified: string | null;
  /** Null where it is the page OSV has for the identifier. */
  url: string | null;
  /** False where withdrawn, or where a newer copy took its place. */
  isCurrent: boolean;
}

/** A table free of its data structures: rows, all names, and for each name another that means the same. */
export interface AdvisoryRows {
  rows: readonly AdvisoryRow[];
  names: readonly string[];
  sameAs: readonly number[];
}

const NO_ROW = -1;
const NO_NAMES: readonly string[] = [];
const NO_UPSTREAM: readonly (readonly string[])[] = [];
const CVE = /CVE-\d{4}-\d+$/;

/** The advisories of an index, and which of them describe one vulnerability. */
export class AdvisoryTable {
  /** Aliases, severity and page are worked out when a row is first asked for. */
  readonly #advisories: Advisory[] = [];
  readonly #statements: (readonly string[])[] = [];
  /** By row, what the record lists as upstream. */
  readonly #upstream: (readonly string[])[] = [];
  /** By vulnerability number, the rows that list it as upstream; null if outdated. */
  #downstream: Map<number, number[]> | null = null;
  /** By row, 1 where neither withdrawn nor replaced. */
  readonly #isCurrent = new IntList();
  /** By row, the edition of the table it was completed in; adding an advisory makes a new edition. */
  readonly #completedIn = new IntList();
  #edition = 0;
  /** By row: the vulnerability's, which other advisories may rate where this one does not. */
  readonly #severities: Severity[] = [];
  readonly #names = new AliasSets();
  /** By row, the number of its name; by name, the row of the advisory called so. */
  readonly #nameOfRow = new IntList();
  readonly #rowOfName = new IntList();

  /** The number of a record's row; null where a newer copy of it is there already. */
  add(record: OsvRecord): number | null {
    const name = this.#names.numberOf(record.id);
    const before = this.#rowOfName.at(name);
    if (before !== NO_ROW) {
      if ((this.#advisories[before]?.modified ?? '') > (record.modified ?? '')) return null;
      this.#isCurrent.set(before, 0);
    }
    const number = this.#append({ ...record, isCurrent: record.withdrawn === null }, name);
    if (record.withdrawn === null) {
      for (const alias of record.aliases) this.#names.join(name, this.#names.numberOf(alias));
    }
    return number;
  }

  #append(
    { id, summary, severities, upstream, published, modified, url, isCurrent }: AdvisoryRow,
    name: number,
  ): number {
    const severity = UNKNOWN_SEVERITY;
    const number = this.#advisories.length;
    this.#nameOfRow.push(name);
    this.#advisories.push({
      id,
      aliases: NO_NAMES,
      upstream: NO_UPSTREAM,
      summary,
      severity,
      published,
      modified,
      url: url ?? '',
    });
    this.#statements.push(severities);
    this.#upstream.push(upstream.length === 0 ? NO_NAMES : upstream);
    for (const listed of upstream) this.#names.numberOf(listed);
    this.#downstream = null;
    this.#severities.push(severity);
    this.#isCurrent.push(isCurrent ? 1 : 0);
    this.#completedIn.push(NO_ROW);
    this.#edition++;
    while (this.#rowOfName.length < this.#names.size) this.#rowOfName.push(NO_ROW);
    this.#rowOfName.set(name, number);
    return number;
  }

  isCurrent(number: number): boolean {
    return this.#isCurrent.at(number) === 1;
  }

  /** How many are current. */
  get size(): number {
    return this.#isCurrent.values().filter((current) => current === 1).length;
  }

  /** By row, the number of its vulnerability, shared by all advisories on it. */
  vulnerabilities(): Int32Array {
    return this.#nameOfRow.values().map((name) => this.#names.rootOf(name));
  }

  /** Rows of every current advisory that describes the vulnerability of this name, first loaded first. */
  rowsLike(name: string): number[] {
    const number = this.#names.find(name);
    return number === undefined ? [] : this.#rowsOfNames([number, ...this.#names.others(number)]);
  }

  /** Rows of every current advisory that passes on the vulnerability of this name, itself or through others. */
  rowsDownstreamOf(name: string): number[] {
    const number = this.#names.find(name);
    if (number === undefined) return [];
    const rows = new Set<number>();
    const roots = [this.#names.rootOf(number)];
    for (const root of roots) {
      for (const row of this.#rowsByUpstream().get(root) ?? []) {
        if (rows.has(row)) continue;
        rows.add(row);
        roots.push(this.#names.rootOf(this.#nameOfRow.at(row)));
      }
    }
    return [...rows].sort((a, b) => a - b);
  }

  #rowsByUpstream(): Map<number, number[]> {
    if (this.#downstream !== null) return this.#downstream;
    const rows = new Map<number, number[]>();
    this.#upstream.forEach((listed, row) => {
      if (!this.isCurrent(row)) return;
      for (const name of listed) {
        const root = this.#names.rootOf(this.#names.numberOf(name));
        const known = rows.get(root);
        if (known) known.push(row);
        else rows.set(root, [row]);
      }
    });
    this.#downstream = rows;
    return rows;
  }

  #rowsOfNames(names: readonly number[]): number[] {
    const rows = names.map((name) => this.#rowOfName.at(name));
    return rows.filter((row) => this.isCurrent(row)).sort((a, b) => a - b);
  }

  advisory(number: number): Advisory {
    const advisory = this.#advisories[number] as Advisory;
    if (this.#completedIn.at(number) !== this.#edition) this.#complete(number, advisory);
    return advisory;
  }

  summary(number: number): string {
    return this.#advisories[number]?.summary ?? '';
  }

  /** How severe a row's vulnerability is: as the advisory says, else as the gravest other one on it. */
  severity(number: number): Severity {
    return this.#severities[number] ?? UNKNOWN_SEVERITY;
  }

  #complete(number: number, advisory: Advisory): void {
    const others = this.#names.others(this.#nameOfRow.at(number));
    const aliases = others.map((name) => this.#names.name(name));
    advisory.aliases = aliases.length > 1 ? aliases.sort(byStanding) : aliases;
    advisory.severity = severityOf(this.#statements[number] ?? NO_NAMES);
    advisory.url ||= pageOf(advisory.id);
    advisory.upstream = this.#upstreamOf(number);
    this.#severities[number] = this.#severityOf(advisory, others);
    this.#completedIn.set(number, this.#edition);
  }

  /**
   * Severity of the advisory itself, else of others on the same vulnerability, else of its upstream
   * vulnerabilities.
   */
  #severityOf({ severity, upstream }: Advisory, others: readonly number[]): Severity {
    if (severity.rating !== 'unknown') return severity;
    const worst = this.#worstOf(others);
    if (worst.rating !== 'unknown' || upstream.length === 0) return worst;
    return this.#worstOf(upstream.flat().map((name) => this.#names.numberOf(name)));
  }

  /**
   * The vulnerabilities at the upper end of what a row passes on. An advisory between that passes on a single one
   * counts as one of its names, and so does a name that ends in the same CVE identifier (`UBUNTU-CVE-2026-1`).
   */
  #upstreamOf(number: number): readonly (readonly string[])[] {
    if (this.#upstream[number]?.length === 0) return NO_UPSTREAM;
    const groups = new Map<string, Set<string>>();
    const itself = this.#names.rootOf(this.#nameOfRow.at(number));
    const seen = new Set<number>();
    const walk = (row: number, passedBy: readonly string[]) => {
      for (const listed of this.#upstream[row] ?? []) {
        const name = this.#names.numberOf(listed);
        const root = this.#names.rootOf(name);
        if (root === itself) continue;
        if (seen.has(root)) {
          if (passedBy.length > 0) addTo(groups, [listed, ...passedBy]);
          continue;
        }
        seen.add(root);
        const members = [name, ...this.#names.others(name)];
        const names = [...members.map((member) => this.#names.name(member)), ...passedBy];
        const further = this.#rowsOfNames(members).filter((next) => (this.#upstream[next]?.length ?? 0) > 0);
        if (further.length === 0) addTo(groups, names);
        else {
          const isSingle = further.every((next) => this.#upstream[next]?.length === 1);
          for (const next of further) walk(next, isSingle ? names : NO_NAMES);
        }
      }
    };
    walk(number, NO_NAMES);
    return [...groups.values()].map((names) => [...names].sort(byStanding));
  }

  #worstOf(names: readonly number[]): Severity {
    let worst = UNKNOWN_SEVERITY;
    for (const name of names) {
      const row = this.#rowOfName.at(name);
      if (!this.isCurrent(row)) continue;
      const severity = severityOf(this.#statements[row] ?? NO_NAMES);
      if (RATINGS.indexOf(severity.rating) > RATINGS.indexOf(worst.rating)) worst = severity;
    }
    return worst;
  }

  contents(): AdvisoryRows {
    const names = Array.from({ length: this.#names.size }, (_, number) => this.#names.name(number));
    const rows = this.#advisories.map(({ id, summary, published, modified, url }, number) => ({
      id,
      summary,
      severities: this.#statements[number] ?? NO_NAMES,
      upstream: this.#upstream[number] ?? NO_NAMES,
      published,
      modified,
      url: url === '' || url === pageOf(id) ? null : url,
      isCurrent: this.isCurrent(number),
    }));
    return { rows, names, sameAs: names.map((_, number) => this.#names.rootOf(number)) };
  }

  /** Puts back contents into an empty table. */
  restore({ rows, names, sameAs }: AdvisoryRows): void {
    for (const name of names) this.#names.numberOf(name);
    sameAs.forEach((other, number) => {
      this.#names.join(other, number);
    });
    for (const row of rows) this.#append(row, this.#names.numberOf(row.id));
  }
}

/** Adds the names of a vulnerability to those of a group that ends in the same CVE identifier, or as a new one. */
function addTo(groups: Map<string, Set<string>>, names: readonly string[]): void {
  const key = names.map((name) => CVE.exec(name)?.[0]).find((cve) => cve !== undefined) ?? names[0] ?? '';
  const group = groups.get(key) ?? new Set<string>();
  for (const name of names) group.add(name);
  groups.set(key, group);
}

function pageOf(id: string): string {
  return `https://osv.dev/vulnerability/${encodeURIComponent(id)}`;
}
