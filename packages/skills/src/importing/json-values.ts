import type { Problems } from './problems.ts';

export const LONGEST_ID = 120;
export const LONGEST_TITLE = 300;
export const LONGEST_TEXT = 20_000;
const MOST_ENTRIES = 50_000;

/** A value of a JSON file with its place in it; what is not as expected becomes a problem that names the place. */
export class JsonValue {
  readonly value: unknown;
  readonly place: string;
  readonly #problems: Problems;

  constructor(value: unknown, place: string, problems: Problems) {
    this.value = value;
    this.place = place;
    this.#problems = problems;
  }

  get isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  at(name: string): JsonValue {
    const { value } = this;
    const inner =
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Record<string, unknown>)[name]
        : undefined;
    return new JsonValue(inner, this.place === '' ? name : `${this.place}.${name}`, this.#problems);
  }

  /** Entries of a list; none where there is no list, which is a problem unless it may be absent. */
  list(mayBeAbsent = false): JsonValue[] {
    if (this.isAbsent && mayBeAbsent) return [];
    if (!Array.isArray(this.value)) {
      this.#problems.error('wrong-type', this.place, 'a list');
      return [];
    }
    if (this.value.length > MOST_ENTRIES) {
      this.#problems.error('too-many', this.place, MOST_ENTRIES);
      return [];
    }
    return this.value.map((entry, at) => new JsonValue(entry, `${this.place}[${at}]`, this.#problems));
  }

  entries(): [string, JsonValue][] {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) return [];
    return Object.keys(this.value).map((name) => [name, this.at(name)]);
  }

  /** A text that has to be there, without the blanks around it; '' where it is not, which is a problem. */
  text(longest: number): string {
    if (this.isAbsent) {
      this.#problems.error('missing', this.place, this.place.split('.').at(-1));
      return '';
    }
    const text = this.optionalText(longest) ?? '';
    if (text === '') this.#problems.error('missing', this.place, this.place.split('.').at(-1));
    return text;
  }

  optionalText(longest: number): string | undefined {
    if (this.isAbsent) return undefined;
    if (typeof this.value !== 'string' && typeof this.value !== 'number') {
      this.#problems.error('wrong-type', this.place, 'a text');
      return undefined;
    }
    const text = String(this.value).trim();
    if (text.length > longest) {
      this.#problems.error('too-long', this.place, longest);
      return text.slice(0, longest);
    }
    return text === '' ? undefined : text;
  }

  id(): string {
    return this.text(LONGEST_ID);
  }
}
