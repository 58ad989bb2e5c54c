import type { Bill } from '../bill.ts';
import type { EntryCount } from '../entry-count.ts';
import { isObject, type JsonValue } from '../json/json-value.ts';
import { repeatedReference, unknownReference } from '../problem.ts';
import type { Dependency } from '../sbom.ts';
import type { Warnings } from '../warnings.ts';

/** Pointer of an item of a formulation without its list index: `/formulation/0/workflows`. */
const inFormulation = /(?<list>(?:^|\/bom)\/formulation\/.*?)(?:\/\d+|\[\d+\])?\/@?bom-ref$/;

/**
 * The identifiers (`bom-ref`) of a document: each may be given once, and what is referred to should be there. Those
 * within a formulation are unique among their like: a formula and its workflow may share one, as may the workspace of
 * a workflow and that of a task (valid-formulation-1.5.json and valid-citations-1.7.json of CycloneDX do).
 */
export class References {
  readonly #seen = new Map<string, string>();
  readonly #seenInLists = new Set<string>();
  readonly #warnings: Warnings;
  readonly #entries: EntryCount;

  constructor({ warnings, entries }: Pick<Bill, 'warnings' | 'entries'>) {
    this.#warnings = warnings;
    this.#entries = entries;
  }

  give(ref: string, place: string): void {
    if (this.#isRepeated(ref, place)) this.#warnings.violation(repeatedReference(ref), place);
    else {
      this.#entries.admit(place);
      if (!this.#seen.has(ref)) this.#seen.set(ref, ref);
    }
  }

  #isRepeated(ref: string, place: string): boolean {
    const list = place.includes('/formulation/') ? inFormulation.exec(place)?.groups?.list : undefined;
    if (list === undefined) return this.#seen.has(ref);
    const key = `${list}\n${ref}`;
    const isRepeated = this.#seenInLists.has(key);
    this.#seenInLists.add(key);
    return isRepeated;
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
