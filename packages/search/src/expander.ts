import { expand } from './expand.ts';
import type { Pattern } from './patterns.ts';
import type { QueryPart } from './query.ts';
import type { Synonyms } from './synonyms.ts';

const MAX_REMEMBERED = 512;

/** Expands query parts, with a cache of recent ones. */
export class Expander {
  readonly #synonyms: Synonyms;
  /** Least recently used first. */
  readonly #known = new Map<string, readonly Pattern[]>();

  constructor(synonyms: Synonyms) {
    this.#synonyms = synonyms;
  }

  of(part: QueryPart, isExact: boolean): readonly Pattern[] {
    const name = `${part.kind} ${isExact} ${part.text}`;
    const known = this.#known.get(name);
    this.#known.delete(name);
    const patterns = known ?? expand(part, this.#synonyms, isExact);
    this.#known.set(name, patterns);
    if (this.#known.size > MAX_REMEMBERED) this.#known.delete(this.#known.keys().next().value as string);
    return patterns;
  }
}
