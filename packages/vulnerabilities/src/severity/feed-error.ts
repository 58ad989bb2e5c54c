/** A list of exploited or exploitable vulnerabilities that cannot be read, and where. */
export class FeedError extends Error {
  readonly feed: 'KEV' | 'EPSS';
  /** Line, or path within the document. */
  readonly place: string;
  readonly ja: string;

  constructor(feed: 'KEV' | 'EPSS', place: string, problem: { en: string; ja: string }) {
    super(`${feed}: ${place}: ${problem.en}`);
    this.name = 'FeedError';
    this.feed = feed;
    this.place = place;
    this.ja = `${feed}：${place}：${problem.ja}`;
  }
}
