import { IntList } from './int-list.ts';

/**
 * Names of vulnerabilities joined into sets: two names stand in one set where a chain of advisories says
 * they mean the same. Union-find with path halving; the members of a set form a ring.
 */
export class AliasSets {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #parents = new IntList();
  readonly #next = new IntList();

  /** The number of a name, which it gets when it is first asked for. */
  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#names.push(name) - 1;
    this.#numbers.set(name, number);
    this.#parents.push(number);
    this.#next.push(number);
    return number;
  }

  /** The number of a name; undefined if the name is unknown. */
  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  /** States that two names mean one vulnerability. */
  join(a: number, b: number): void {
    const [first, second] = [this.rootOf(a), this.rootOf(b)];
    if (first === second) return;
    this.#parents.set(Math.max(first, second), Math.min(first, second));
    const next = this.#next.at(first);
    this.#next.set(first, this.#next.at(second));
    this.#next.set(second, next);
  }

  /** Representative number of the set; it changes when sets are joined. */
  rootOf(number: number): number {
    let at = number;
    for (let parent = this.#parents.at(at); parent !== at; parent = this.#parents.at(at)) {
      const grandparent = this.#parents.at(parent);
      this.#parents.set(at, grandparent);
      at = grandparent;
    }
    return at;
  }

  /** The other numbers of a number's set. */
  others(number: number): number[] {
    const others: number[] = [];
    for (let at = this.#next.at(number); at !== number; at = this.#next.at(at)) others.push(at);
    return others;
  }

  name(number: number): string {
    return this.#names[number] ?? '';
  }

  get size(): number {
    return this.#names.length;
  }
}

/** CVE identifiers first, then by name. */
export function byStanding(a: string, b: string): number {
  const [first, second] = [a.startsWith('CVE-'), b.startsWith('CVE-')];
  if (first !== second) return first ? -1 : 1;
  return a < b ? -1 : 1;
}
