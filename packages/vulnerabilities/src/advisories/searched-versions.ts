import type { Ecosystem } from '../versions/ecosystems.ts';
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

const MOST_KEPT = 16_384;

/** The versions of one ecosystem that were searched lately: products share most of theirs. */
export class SearchedVersions {
  readonly #versionKey: Ecosystem['versionKey'];
  #numbers = new TextNumbers();
  #versions: SearchedVersion[] = [];

  constructor({ versionKey }: Ecosystem) {
    this.#versionKey = versionKey;
  }

  find(text: HashedText): SearchedVersion {
    const { within, start, end } = text;
    return this.#versions[this.#numbers.find(text)] ?? this.#add(within.slice(start, end));
  }

  #add(text: string): SearchedVersion {
    if (this.#versions.length === MOST_KEPT) {
      this.#numbers = new TextNumbers();
      this.#versions = [];
    }
    const version = { own: comparable(this.#versionKey(text)), semver: comparable(semverKey(text)) };
    this.#numbers.set(text, this.#versions.push(version) - 1);
    return version;
  }
}

function comparable(key: string): ComparableVersion {
  return { key, nearby: coarse(key) };
}
