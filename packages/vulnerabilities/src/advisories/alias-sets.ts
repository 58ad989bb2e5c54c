/**
 * Names of vulnerabilities joined into sets: two names stand in one set where a chain of advisories says
 * they mean the same (union-find with path halving).
 */
export class AliasSets {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #parents: number[] = [];
  #members: Map<number, string[]> | null = null;

  /** States that all these names mean one vulnerability; gives the number of the first. */
  join(name: string, aliases: readonly string[]): number {
    const number = this.#numberOf(name);
    for (const alias of aliases) {
      const [a, b] = [this.rootOf(number), this.rootOf(this.#numberOf(alias))];
      this.#parents[Math.max(a, b)] = Math.min(a, b);
    }
    this.#members = null;
    return number;
  }

  /** The number that stands for the whole set; it changes when sets are joined. */
  rootOf(number: number): number {
    let at = number;
    for (let parent = this.#parents[at]; parent !== undefined && parent !== at; parent = this.#parents[at]) {
      const grandparent = this.#parents[parent] ?? parent;
      this.#parents[at] = grandparent;
      at = grandparent;
    }
    return at;
  }

  /** All names of the set a name stands in, CVE identifiers first; the name alone where it is unknown. */
  namesLike(name: string): readonly string[] {
    const number = this.#numbers.get(name);
    if (number === undefined) return [name];
    this.#members ??= this.#collect();
    return this.#members.get(this.rootOf(number)) ?? [name];
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#names.push(name) - 1;
    this.#numbers.set(name, number);
    this.#parents.push(number);
    return number;
  }

  #collect(): Map<number, string[]> {
    const members = new Map<number, string[]>();
    for (const [number, name] of this.#names.entries()) {
      const root = this.rootOf(number);
      const set = members.get(root);
      if (set) set.push(name);
      else members.set(root, [name]);
    }
    for (const set of members.values()) if (set.length > 1) set.sort(byStanding);
    return members;
  }
}

function byStanding(a: string, b: string): number {
  const [first, second] = [a.startsWith('CVE-'), b.startsWith('CVE-')];
  if (first !== second) return first ? -1 : 1;
  return a < b ? -1 : 1;
}
