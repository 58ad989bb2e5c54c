import { randomUUID } from 'node:crypto';
import { VisitorSketch } from './visitor-sketch.ts';

/** What is counted; the comments name the subjects of each measure. */
export type Measure =
  /** Pages shown, by address. */
  | 'page'
  /** Hosts that visitors came from. */
  | 'referrer'
  /** Source addresses of redirects, including those that answer 410. */
  | 'redirect'
  /** Searches, all together. */
  | 'searches'
  /** Searches by term, counted once per visitor and day. */
  | 'search'
  /** Those of `search` without results. */
  | 'no-result'
  /** Answers that a page was useful, and that it was not, by page. */
  | 'useful'
  | 'not-useful'
  /** Reasons why not: page, space, reason. */
  | 'not-useful-because'
  /** Estimated visitors of a completed day; for a month, the sum of its days. */
  | 'visitors';

/** Most different subjects per measure in a batch; further ones are counted together. */
const maxSubjects = 2_000;

/** Counts of one node over some seconds. Its id makes adding it idempotent. */
export interface Batch {
  id: string;
  counts: readonly { day: string; measure: Measure; subject: string; count: number }[];
  sketches: readonly { day: string; sketch: VisitorSketch }[];
}

/** Counts of this node since the last batch, in memory. */
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

  /** Returns the counts and resets them; undefined if there are none. */
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
