/** Where an answer comes from. */
const sources = ['survey', 'posted', 'sample'] as const;
type Source = (typeof sources)[number];

/** One respondent's wish: so many people in a role are to gain a skill, at a place. */
export interface DemandAnswer {
  /** The respondent, an organisation, under a name that says nothing of it. */
  readonly respondent: string;
  /** Of the `kakehashi` framework. */
  readonly role: string;
  /** Of the `kakehashi` framework. */
  readonly skill: string;
  /** JIS X 0401, `01` to `47`. */
  readonly prefecture: string;
  readonly industry: string;
  readonly size: string;
  /** Whole people, at least 1. */
  readonly people: number;
  /** Month in which it was given, `yyyy-mm`. */
  readonly month: string;
  readonly source: Source;
}
