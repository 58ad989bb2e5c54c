import type { Ecosystem } from '../versions/ecosystems.ts';

/** Every package of an index once, found by ecosystem and folded name. */
export class PackageTable {
  readonly #numbers = new Map<Ecosystem, Map<string, number>>();
  readonly #ecosystems: Ecosystem[] = [];
  readonly #names: string[] = [];

  numberOf(ecosystem: Ecosystem, name: string): number {
    const names = this.#numbers.get(ecosystem) ?? new Map<string, number>();
    this.#numbers.set(ecosystem, names);
    const folded = ecosystem.foldName ? ecosystem.foldName(name) : name;
    const known = names.get(folded);
    if (known !== undefined) return known;
    const number = this.#names.push(name) - 1;
    this.#ecosystems.push(ecosystem);
    names.set(folded, number);
    return number;
  }

  /** The number of a folded name; undefined where no advisory speaks of it. */
  find(ecosystem: Ecosystem, folded: string): number | undefined {
    return this.#numbers.get(ecosystem)?.get(folded);
  }

  /** The name as the first advisory spelled it. */
  name(number: number): string {
    return this.#names[number] ?? '';
  }

  ecosystem(number: number): Ecosystem | undefined {
    return this.#ecosystems[number];
  }

  get size(): number {
    return this.#names.length;
  }
}
