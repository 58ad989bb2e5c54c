import { RATINGS, type Severity, severityOf } from '../severity/severity.ts';
import { AliasSets } from './alias-sets.ts';
import type { Advisory } from './finding.ts';
import type { OsvRecord } from './osv-record.ts';

/** What is kept of a record; texts that repeat the identifier are left out. */
export interface AdvisoryRow {
  id: string;
  aliases: readonly string[];
  summary: string;
  severities: readonly string[];
  published: string | null;
  modified: string | null;
  url: string;
  /** False where withdrawn, or where a newer copy took its place. */
  isCurrent: boolean;
}

/** The advisories of an index, and which of them describe one vulnerability. */
export class AdvisoryTable {
  readonly rows: AdvisoryRow[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #aliasNumbers: number[] = [];
  #aliasSets = new AliasSets();
  #advisories: (Advisory | undefined)[] = [];
  #severities = new Map<number, Severity>();

  /** The number of a record's row; null where a newer copy of it is there already. */
  add(record: OsvRecord): number | null {
    const before = this.#numbers.get(record.id);
    const old = before === undefined ? undefined : this.rows[before];
    if (old && (old.modified ?? '') > (record.modified ?? '')) return null;
    if (old) old.isCurrent = false;
    const { id, aliases, summary, severities, published, modified, url } = record;
    return this.#append({
      id,
      aliases,
      summary,
      severities,
      published,
      modified,
      url,
      isCurrent: record.withdrawn === null,
    });
  }

  /** Puts back rows of a snapshot, in their order. */
  restore(rows: readonly AdvisoryRow[]): void {
    for (const row of rows) this.#append(row);
  }

  #append(row: AdvisoryRow): number {
    const number = this.rows.push(row) - 1;
    this.#numbers.set(row.id, number);
    this.#aliasNumbers.push(this.#aliasSets.join(row.id, row.isCurrent ? row.aliases : []));
    this.#advisories = [];
    this.#severities.clear();
    return number;
  }

  /** The number that stands for the vulnerability a row describes; all its advisories share it. */
  vulnerability(number: number): number {
    return this.#aliasSets.rootOf(this.#aliasNumbers[number] ?? 0);
  }

  /** Rows of every current advisory that describes the vulnerability of this name. */
  numbersLike(name: string): number[] {
    return this.#aliasSets
      .namesLike(name)
      .map((alias) => this.#numbers.get(alias))
      .filter((number) => number !== undefined && this.rows[number]?.isCurrent === true) as number[];
  }

  advisory(number: number): Advisory {
    const known = this.#advisories[number];
    if (known) return known;
    const row = this.rows[number] as AdvisoryRow;
    const advisory: Advisory = {
      id: row.id,
      aliases: this.#aliasSets.namesLike(row.id).filter((name) => name !== row.id),
      summary: row.summary,
      severity: severityOf(row.severities),
      published: row.published,
      modified: row.modified,
      url: row.url,
    };
    this.#advisories[number] = advisory;
    return advisory;
  }

  /** The severity of a row's vulnerability: its own, else the highest that another advisory on it gives. */
  severity(number: number): Severity {
    const own = this.advisory(number).severity;
    if (own.rating !== 'unknown') return own;
    const root = this.vulnerability(number);
    const known = this.#severities.get(root);
    if (known) return known;
    const stated = this.numbersLike(this.rows[number]?.id ?? '').map(
      (other) => this.advisory(other).severity,
    );
    const worst = stated.reduce(worseOf, own);
    this.#severities.set(root, worst);
    return worst;
  }
}

function worseOf(a: Severity, b: Severity): Severity {
  return RATINGS.indexOf(b.rating) > RATINGS.indexOf(a.rating) ? b : a;
}
