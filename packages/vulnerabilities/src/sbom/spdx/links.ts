import type { Bill } from '../bill.ts';
import type { EntryCount } from '../entry-count.ts';

/** The relationships of an SPDX document: they may come before what they join, so they are settled at the end. */
export class Links {
  readonly #entries: EntryCount;
  readonly #described: string[] = [];
  readonly #needed = new Map<string, Set<string>>();

  constructor(entries: EntryCount) {
    this.#entries = entries;
  }

  describe(ref: string): void {
    this.#entries.admit(ref);
    this.#described.push(ref);
  }

  /** `from` needs `to`. */
  add(from: string, to: string): void {
    this.#entries.admit(from);
    const known = this.#needed.get(from);
    if (known) known.add(to);
    else this.#needed.set(from, new Set([to]));
  }

  /** Sets the bill's subject, and its dependencies where both ends are packages of the document. */
  settle(bill: Bill): void {
    const byRef = new Map(bill.components.map((component) => [component.ref, component]));
    const described = this.#described
      .map((ref) => byRef.get(ref))
      .find((component) => component !== undefined);
    if (described) bill.subject = described;
    for (const [ref, targets] of this.#needed) {
      const dependsOn = [...targets].filter((target) => byRef.has(target));
      if (byRef.has(ref) && dependsOn.length > 0) bill.dependencies.push({ ref, dependsOn });
    }
  }
}
