import { randomUUID } from 'node:crypto';
import { VisitorSketch } from './visitor-sketch.ts';

/** What is counted; of each the subjects beside it. */
export type Measure =
  /** Pages shown, by address. */
  | 'page'
  /** Hosts that visitors came from. */
  | 'referrer'
  /** Addresses from which a redirect led on, or said that there is nothing any more. */
  | 'redirect'
  /** Searches, all together. */
  | 'searches'
  /** Searches by what was searched for: a visitor counts once a day. */
  | 'search'
  /** Of these the ones that found nothing. */
  | 'no-result'
  /** Estimated visitors of a day that is over; of a month the sum of its days. */
  | 'visitors';

/** Different subjects of one measure that a batch holds; the rest is counted together. */
const maxSubjects = 2_000;

/** Counts of some seconds on one node, taken in once however often they are sent. */
export interface Batch {
  id: string;
  counts: readonly { day: string; measure: Measure; subject: string; count: number }[];
  sketches: readonly { day: string; sketch: VisitorSketch }[];
}

/** What happened on this node since the last batch, in memory. */
export class Tally {
  #counts = new Map<string, Map<string, number>>();
  #sketches = new Map<string, VisitorSketch>();

  count(day: string, measure: Measure, subject: string): void {
    const key = `${day} ${measure}`;
    let subjects = this.#counts.get(key);
    if (!subjects) {
      subjects = new Map();
      this.#counts.set(key, subjects);
    }
    const counted = subjects.size < maxSubjects || subjects.has(subject) ? subject : '';
    subjects.set(counted, (subjects.get(counted) ?? 0) + 1);
  }

  /** @param hash  of the visitor, with the day's salt */
  visit(day: string, hash: Buffer): void {
    let sketch = this.#sketches.get(day);
    if (!sketch) {
      sketch = new VisitorSketch();
      this.#sketches.set(day, sketch);
    }
    sketch.add(hash);
  }

  /** Hands over what was counted, and begins anew; undefined where nothing was. */
  take(): Batch | undefined {
    if (this.#counts.size === 0 && this.#sketches.size === 0) return undefined;
    const counts = [...this.#counts].flatMap(([key, subjects]) => {
      const [day = '', measure] = key.split(' ') as [string, Measure];
      return [...subjects].map(([subject, count]) => ({ day, measure, subject, count }));
    });
    const sketches = [...this.#sketches].map(([day, sketch]) => ({ day, sketch }));
    this.#counts = new Map();
    this.#sketches = new Map();
    return { id: randomUUID(), counts, sketches };
  }
}
