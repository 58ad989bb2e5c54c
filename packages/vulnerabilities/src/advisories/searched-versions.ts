import type { Ecosystem } from '../versions/ecosystem.ts';
import { isVersionOf } from '../versions/is-version.ts';
import { semverKey } from '../versions/semver.ts';
import { coarse } from './interval-table.ts';
import { type HashedText, TextNumbers } from './text-numbers.ts';

export interface ComparableVersion {
  key: string;
  /** See coarse. */
  nearby: number;
}

/** A component's version, ready to be compared. */
export interface SearchedVersion {
  /** By the ecosystem's order. */
  own: ComparableVersion;
  /** By that of Semantic Versioning, which some ranges go by. */
  semver: ComparableVersion;
}

const MAX_KEPT = 16_384;

/** The versions of one ecosystem that were searched lately: products share most of theirs. */
export class SearchedVersions {
  readonly #ecosystem: Ecosystem;
  #numbers = new TextNumbers();
  #versions: (SearchedVersion | null)[] = [];

  constructor(ecosystem: Ecosystem) {
    this.#ecosystem = ecosystem;
  }

  /** Null for a text that is no version (see isVersion). */
  find(text: HashedText): SearchedVersion | null {
    const { within, start, end } = text;
    const known = this.#versions[this.#numbers.find(text)];
    return known === undefined ? this.#add(within.slice(start, end)) : known;
  }

  #add(text: string): SearchedVersion | null {
    if (this.#versions.length === MAX_KEPT) {
      this.#numbers = new TextNumbers();
      this.#versions = [];
    }
    const { versionKey, extendsSemver } = this.#ecosystem;
    const own = comparable(versionKey(text));
    const semver = extendsSemver ? own : comparable(semverKey(text));
    const version = isVersionOf(this.#ecosystem, text) ? { own, semver } : null;
    this.#numbers.set(text, this.#versions.push(version) - 1);
    return version;
  }
}

function comparable(key: string): ComparableVersion {
  return { key, nearby: coarse(key) };
}
