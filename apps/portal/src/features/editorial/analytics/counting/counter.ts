import { hash } from 'node:crypto';
import { countedTerm } from './search-terms.ts';
import { Tally } from './tally.ts';
import { type Header, isAhead, isBrowser, isGoneTo, referringHost } from './what-counts.ts';

/** Most distinct (visitor, search or opinion) pairs per day and node; further ones are not counted. */
const maxMarks = 100_000;

/** A page view to be counted. */
export interface ShownPage {
  /** Its address without language and query. */
  page: string;
  header: Header;
  /** The client's IP address; used for hashing only, not stored. */
  address(): string;
  /** The search on it and its number of results. */
  searched?: { words: string; found: number } | undefined;
}

/** Whether somebody found a page useful. */
export interface Opinion {
  /** Path without language prefix. */
  page: string;
  isUseful: boolean;
  /** Of a closed list. */
  reason?: string | undefined;
  header: Header;
  /** The client's IP address; used for hashing only, not stored. */
  address(): string;
}

/**
 * Counts page views in memory: some microseconds, no query. Visitors are distinguished by a keyed hash of address
 * and browser; only a register of the sketch is kept of it.
 */
export class Counter {
  readonly tally = new Tally();
  readonly #ownHost: string;
  readonly #salts = new Map<string, string>();
  #marksOf = '';
  #marks = new Set<string>();

  /** @param ownHost  host and port of this site, to recognise internal referrers */
  constructor(ownHost: string) {
    this.#ownHost = ownHost;
  }

  /** Sets the salts by day. Without one, a day's pages are counted but its visitors are not. */
  setSalts(salts: ReadonlyMap<string, Uint8Array>): void {
    this.#salts.clear();
    for (const [day, salt] of salts) this.#salts.set(day, Buffer.from(salt).toString('base64'));
  }

  count({ page, header, address, searched }: ShownPage, day: string): void {
    const agent = header('user-agent');
    if (!isBrowser(agent) || isAhead(header)) return;
    const salt = this.#salts.get(day);
    if (isGoneTo(header)) {
      this.tally.count(day, 'page', page);
      const host = referringHost(header('referer'), this.#ownHost);
      if (host) this.tally.count(day, 'referrer', host);
      if (salt) this.tally.visit(day, keyed(salt, address(), agent));
    }
    if (searched && salt) this.#countSearch(searched, day, (term) => keyed(salt, address(), agent, term));
  }

  /** @param from  the rule's address, without language and query */
  countRedirect(from: string, header: Header, day: string): void {
    if (isBrowser(header('user-agent')) && !isAhead(header) && isGoneTo(header))
      this.tally.count(day, 'redirect', from);
  }

  /** Counts an opinion of a page, once for a visitor, page, day and node. */
  countOpinion({ page, isUseful, reason, header, address }: Opinion, day: string): void {
    const agent = header('user-agent');
    const salt = this.#salts.get(day);
    if (!isBrowser(agent) || !salt) return;
    const mark = keyed(salt, address(), agent, 'opinion', page).toString('base64', 0, 9);
    if (!this.#isFirst(mark, day)) return;
    this.tally.count(day, isUseful ? 'useful' : 'not-useful', page);
    if (!isUseful && reason) this.tally.count(day, 'not-useful-because', `${page} ${reason}`);
  }

  /** Whether a mark is seen for the first time on a day; never once there are too many. */
  #isFirst(mark: string, day: string): boolean {
    if (this.#marksOf !== day) {
      this.#marksOf = day;
      this.#marks = new Set();
    }
    if (this.#marks.size >= maxMarks || this.#marks.has(mark)) return false;
    this.#marks.add(mark);
    return true;
  }

  #countSearch(
    { words, found }: { words: string; found: number },
    day: string,
    hashOf: (term: string) => Buffer,
  ): void {
    const term = countedTerm(words);
    const mark = hashOf(term ?? words).toString('base64', 0, 9);
    if (!this.#isFirst(mark, day)) return;
    this.tally.count(day, 'searches', found === 0 ? 'no-result' : 'found');
    if (term === undefined) return;
    this.tally.count(day, 'search', term);
    if (found === 0) this.tally.count(day, 'no-result', term);
  }
}

function keyed(salt: string, ...parts: string[]): Buffer {
  return hash('sha256', `${salt}\0${parts.join('\0')}`, 'buffer');
}
