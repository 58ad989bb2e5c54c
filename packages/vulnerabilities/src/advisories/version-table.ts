import type { KeyedVersion } from './intervals.ts';

/** Every version text of an index once, with its sort key; elsewhere it is referred to by number. */
export class VersionTable {
  readonly #texts: string[] = [];
  readonly #keys: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a version; `1.0` is one version to npm and another to PyPI. */
  numberOf({ text, key }: KeyedVersion): number {
    const known = this.#numbers.get(text);
    if (known === undefined) return this.#append(text, text, key);
    if (this.#keys[known] === key) return known;
    const nameWithKey = `${text}\n${key}`;
    return this.#numbers.get(nameWithKey) ?? this.#append(nameWithKey, text, key);
  }

  #append(name: string, text: string, key: string): number {
    const number = this.#texts.push(text) - 1;
    this.#keys.push(key);
    this.#numbers.set(name, number);
    return number;
  }

  text(number: number): string {
    return this.#texts[number] ?? '';
  }

  key(number: number): string {
    return this.#keys[number] ?? '';
  }

  get size(): number {
    return this.#texts.length;
  }
}
