import { SbomError } from './sbom-error.ts';

/** Counts what has to be remembered until the end of a document: components, identifiers, relationships. */
export class EntryCount {
  readonly #limit: number;
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @throws SbomError `too-many` */
  admit(place: string, entries = 1): void {
    this.#count += entries;
    if (this.#count > this.#limit) throw new SbomError('too-many', place, String(this.#limit));
  }
}
