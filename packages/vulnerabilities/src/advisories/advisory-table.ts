import { RATINGS, type Severity, severityOf, UNKNOWN_SEVERITY } from '../severity/severity.ts';
import { AliasSets, byStanding } from './alias-sets.ts';
import type { Advisory } from './finding.ts';
import { IntList } from './int-list.ts';
import type { OsvRecord } from './osv-record.ts';

/** What is kept of a record beside its names. */
export interface AdvisoryRow {
  id: string;
  summary: string;
  severities: readonly string[];
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

/** The advisories of an index, and which of them describe one vulnerability. */
export class AdvisoryTable {
  /** Aliases, severity and page are worked out when a row is first asked for. */
  readonly #advisories: Advisory[] = [];
  readonly #statements: (readonly string[])[] = [];
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
    { id, summary, severities, published, modified, url, isCurrent }: AdvisoryRow,
    name: number,
  ): number {
    const severity = UNKNOWN_SEVERITY;
    const number = this.#advisories.length;
    this.#nameOfRow.push(name);
    this.#advisories.push({ id, aliases: NO_NAMES, summary, severity, published, modified, url: url ?? '' });
    this.#statements.push(severities);
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

  /** By row, the number that stands for the vulnerability it describes; all its advisories share it. */
  vulnerabilities(): Int32Array {
    return this.#nameOfRow.values().map((name) => this.#names.rootOf(name));
  }

  /** Rows of every current advisory that describes the vulnerability of this name, first loaded first. */
  rowsLike(name: string): number[] {
    const number = this.#names.find(name);
    return number === undefined ? [] : this.#rowsOfNames([number, ...this.#names.others(number)]);
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
    const isRated = advisory.severity.rating !== 'unknown';
    this.#severities[number] = isRated ? advisory.severity : this.#worstOf(others);
    this.#completedIn.set(number, this.#edition);
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

function pageOf(id: string): string {
  return `https://osv.dev/vulnerability/${encodeURIComponent(id)}`;
}
