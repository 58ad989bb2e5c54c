import type { Ecosystem } from '../versions/ecosystem.ts';
import type { PlainPurl } from './package-coordinates.ts';
import { hashed, TextNumbers } from './text-numbers.ts';

/** Every package of an index once, found by ecosystem and folded name. */
export class PackageTable {
  readonly #numbers = new Map<Ecosystem, TextNumbers>();
  readonly #ecosystems: Ecosystem[] = [];
  readonly #names: string[] = [];

  numberOf(ecosystem: Ecosystem, name: string): number {
    const numbers = this.#numbers.get(ecosystem) ?? new TextNumbers();
    this.#numbers.set(ecosystem, numbers);
    const folded = ecosystem.foldName ? ecosystem.foldName(name) : name;
    const known = numbers.find(hashed(folded));
    if (known >= 0) return known;
    const number = this.#names.push(name) - 1;
    this.#ecosystems.push(ecosystem);
    numbers.set(folded, number);
    return number;
  }

  /** Whether any package of an ecosystem is known. */
  covers(ecosystem: Ecosystem): boolean {
    return this.#numbers.has(ecosystem);
  }

  /** The number of a folded name; -1 if no advisory has it. */
  find(ecosystem: Ecosystem, folded: string): number {
    return this.#numbers.get(ecosystem)?.find(hashed(folded)) ?? -1;
  }

  /** The number of a package URL's package; the name is folded only if it is not known as written. */
  findPlain({ ecosystem, name }: PlainPurl): number {
    const numbers = this.#numbers.get(ecosystem);
    if (numbers === undefined) return -1;
    const known = numbers.find(name);
    if (known >= 0 || ecosystem.foldName === undefined) return known;
    const text = name.within.slice(name.start, name.end);
    const folded = ecosystem.foldName(text);
    return folded === text ? known : numbers.find(hashed(folded));
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
