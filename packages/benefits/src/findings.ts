import type { CivilDate } from './civil-date.ts';
import {
  type DatedParameter,
  inForce,
  mustBeInForce,
  type Parameter,
  type Unconfirmed,
} from './parameter.ts';
import type { Note } from './result.ts';

/** What a calculation comes across besides amounts: unconfirmed points and notes on how it read the input. */
export class Findings {
  readonly start: CivilDate;
  readonly unconfirmed: Unconfirmed[] = [];
  readonly notes: Note[] = [];

  constructor(start: CivilDate) {
    this.start = start;
  }

  /** The value in force, its unconfirmed points taken down. */
  use(parameter: DatedParameter): Parameter {
    return this.#takeDown(mustBeInForce(parameter, this.start));
  }

  useIfInForce(parameter: DatedParameter): Parameter | undefined {
    const value = inForce(parameter, this.start);
    return value === undefined ? undefined : this.#takeDown(value);
  }

  doubt(point: Unconfirmed): void {
    if (!this.unconfirmed.includes(point)) this.unconfirmed.push(point);
  }

  note(code: string, ja: string, en: string): void {
    this.notes.push({ code, text: { ja, en } });
  }

  #takeDown(value: Parameter): Parameter {
    for (const point of value.unconfirmed) this.doubt(point);
    return value;
  }
}
