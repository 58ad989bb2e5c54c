import { type Problem, repeatedName } from './problem.ts';
import type { SbomWarning } from './sbom.ts';
import { SbomError } from './sbom-error.ts';

/** Gathers what a reader notices: every case counted, the first ones kept with their text. */
export class Warnings {
  readonly kept: SbomWarning[] = [];
  readonly counts: Record<string, number> = {};
  valid = true;
  readonly #limit: number;
  readonly #strict: boolean;

  constructor(limit: number, strict: boolean) {
    this.#limit = limit;
    this.#strict = strict;
  }

  violation({ code, message }: Problem, place: string): void {
    if (this.#strict) throw new SbomError('invalid', place, message);
    this.valid = false;
    this.#add({ kind: 'violation', code, place, message });
  }

  /** A name an object of JSON holds again. */
  readonly repeatedName = (name: string, place: string): void => this.violation(repeatedName(name), place);

  unread({ code, message }: Problem, place: string): void {
    this.#add({ kind: 'unread', code, place, message });
  }

  #add(warning: SbomWarning): void {
    this.counts[warning.code] = (this.counts[warning.code] ?? 0) + 1;
    if (this.kept.length < this.#limit) this.kept.push(warning);
  }
}
