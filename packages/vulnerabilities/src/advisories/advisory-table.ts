import { RATINGS, type Severity, severityOf, UNKNOWN_SEVERITY } from '../severity/severity.ts';
import { AliasSets, byStanding } from './alias-sets.ts';
import type { Advisory } from './finding.ts';
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

/** What is worked out of a row when it is first asked for. */
interface Answer {
  advisory: Advisory;
  /** Of the vulnerability: the advisory's own, else the highest that another advisory on it gives. */
  severity: Severity;
}

const REMEMBERED = 100_000;
const NO_ROW = -1;

/** The advisories of an index, and which of them describe one vulnerability. */
export class AdvisoryTable {
  readonly #rows: AdvisoryRow[] = [];
  readonly #names = new AliasSets();
  /** By row, the number of its name; by name, the row of the advisory called so. */
  readonly #nameOfRow: number[] = [];
  readonly #rowOfName: number[] = [];
  #answers: (Answer | undefined)[] = [];
  #answered = 0;

  /** The number of a record's row; null where a newer copy of it is there already. */
  add(record: OsvRecord): number | null {
    const name = this.#names.numberOf(record.id);
    const before = this.#rows[this.#rowOfName[name] ?? NO_ROW];
    if (before && (before.modified ?? '') > (record.modified ?? '')) return null;
    if (before) before.isCurrent = false;
    const { id, summary, severities, published, modified, url } = record;
    const isCurrent = record.withdrawn === null;
    const number = this.#append({ id, summary, severities, published, modified, url, isCurrent }, name);
    if (isCurrent) for (const alias of record.aliases) this.#names.join(name, this.#names.numberOf(alias));
    return number;
  }

  #append(row: AdvisoryRow, name: number): number {
    const number = this.#rows.push(row) - 1;
    this.#nameOfRow.push(name);
    while (this.#rowOfName.length < this.#names.size) this.#rowOfName.push(NO_ROW);
    this.#rowOfName[name] = number;
    if (this.#answered > 0) this.#forget();
    return number;
  }

  #forget(): void {
    this.#answers = new Array<Answer | undefined>(this.#rows.length);
    this.#answered = 0;
  }

  isCurrent(number: number): boolean {
    return this.#rows[number]?.isCurrent === true;
  }

  /** How many are current. */
  get size(): number {
    return this.#rows.reduce((count, { isCurrent }) => count + (isCurrent ? 1 : 0), 0);
  }

  /** By row, the number that stands for the vulnerability it describes; all its advisories share it. */
  vulnerabilities(): Int32Array {
    return Int32Array.from(this.#nameOfRow, (name) => this.#names.rootOf(name));
  }

  /** Rows of every current advisory that describes the vulnerability of this name, first loaded first. */
  rowsLike(name: string): number[] {
    const number = this.#names.find(name);
    return number === undefined ? [] : this.#rowsOfNames([number, ...this.#names.others(number)]);
  }

  #rowsOfNames(names: readonly number[]): number[] {
    const rows = names.map((name) => this.#rowOfName[name] ?? NO_ROW);
    return rows.filter((row) => this.isCurrent(row)).sort((a, b) => a - b);
  }

  /** An advisory, and how severe its vulnerability is. */
  answer(number: number): Answer {
    const known = this.#answers[number];
    if (known) return known;
    if (this.#answered >= REMEMBERED) this.#forget();
    const answer = this.#workOut(number);
    this.#answers[number] = answer;
    this.#answered++;
    return answer;
  }

  #workOut(number: number): Answer {
    const { id, summary, severities, published, modified, url } = this.#rows[number] as AdvisoryRow;
    const others = this.#names.others(this.#nameOfRow[number] ?? 0);
    const aliases = others.map((name) => this.#names.name(name));
    if (aliases.length > 1) aliases.sort(byStanding);
    const severity = severityOf(severities);
    const page = url ?? `https://osv.dev/vulnerability/${encodeURIComponent(id)}`;
    return {
      advisory: { id, aliases, summary, severity, published, modified, url: page },
      severity: severity.rating === 'unknown' ? this.#worstOf(others) : severity,
    };
  }

  #worstOf(names: readonly number[]): Severity {
    let worst = UNKNOWN_SEVERITY;
    for (const name of names) {
      const row = this.#rows[this.#rowOfName[name] ?? NO_ROW];
      if (!row?.isCurrent) continue;
      const severity = severityOf(row.severities);
      if (RATINGS.indexOf(severity.rating) > RATINGS.indexOf(worst.rating)) worst = severity;
    }
    return worst;
  }

  contents(): AdvisoryRows {
    const names = Array.from({ length: this.#names.size }, (_, number) => this.#names.name(number));
    return { rows: this.#rows, names, sameAs: names.map((_, number) => this.#names.rootOf(number)) };
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
