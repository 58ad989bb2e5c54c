import type { Bill } from '../bill.ts';
import type { EntryCount } from '../entry-count.ts';
import { isObject, type JsonValue } from '../json/json-value.ts';
import { repeatedReference, unknownReference } from '../problem.ts';
import type { Dependency } from '../sbom.ts';
import type { Warnings } from '../warnings.ts';

/** The identifiers (`bom-ref`) of a document: each may be given once, and what is referred to should be there. */
export class References {
  readonly #seen = new Map<string, string>();
  readonly #warnings: Warnings;
  readonly #entries: EntryCount;

  constructor({ warnings, entries }: Pick<Bill, 'warnings' | 'entries'>) {
    this.#warnings = warnings;
    this.#entries = entries;
  }

  give(ref: string, place: string): void {
    if (this.#seen.has(ref)) this.#warnings.violation(repeatedReference(ref), place);
    else {
      this.#entries.admit(place);
      this.#seen.set(ref, ref);
    }
  }

  /** Takes note of every `bom-ref` in a JSON value. */
  giveAll(value: JsonValue, place: string): void {
    if (Array.isArray(value)) {
      for (const [index, entry] of value.entries()) this.giveAll(entry, `${place}/${index}`);
    } else if (isObject(value)) {
      const ref = value['bom-ref'];
      if (typeof ref === 'string') this.give(ref, `${place}/bom-ref`);
      for (const [key, entry] of Object.entries(value)) {
        if (typeof entry === 'object' && entry !== null) this.giveAll(entry, `${place}/${key}`);
      }
    }
  }

  /** The copy of an identifier that was given first: large bills name each one several times. */
  shared(ref: string): string {
    return this.#seen.get(ref) ?? ref;
  }

  checkDependencies(dependencies: readonly Dependency[], places: readonly string[]): void {
    for (const [index, { ref, dependsOn }] of dependencies.entries()) {
      for (const needed of [ref, ...dependsOn]) {
        if (!this.#seen.has(needed)) this.#warnings.unread(unknownReference(needed), places[index] ?? '');
      }
    }
  }
}
