import { CvssError, type CvssScore, type Rating, scoreCvss } from './cvss.ts';

/** How bad a vulnerability is: by its CVSS vector, else by the word its source gives. */
export interface Severity {
  rating: Rating;
  /** 0.0 to 10.0; null where only a word is given, or nothing. */
  score: number | null;
  vector: string | null;
}

export const UNKNOWN_SEVERITY: Severity = { rating: 'unknown', score: null, vector: null };

/** Bands from least to most; `unknown` below all. */
export const RATINGS: readonly Rating[] = ['unknown', 'none', 'low', 'medium', 'high', 'critical'];

const WORDS = new Map<string, Rating>([
  ['none', 'none'],
  ['negligible', 'low'],
  ['low', 'low'],
  ['minor', 'low'],
  ['medium', 'medium'],
  ['moderate', 'medium'],
  ['high', 'high'],
  ['important', 'high'],
  ['critical', 'critical'],
  ['urgent', 'critical'],
]);

/** Newest CVSS first: where a source gives several vectors, the newest speaks. */
const VERSIONS: readonly CvssScore['version'][] = ['4.0', '3.1', '3.0', '2.0'];

/**
 * Severity from what a source states: CVSS vectors and words such as `MODERATE`, in any order. What is
 * neither is passed over.
 */
export function severityOf(statements: readonly string[]): Severity {
  if (statements.length === 0) return UNKNOWN_SEVERITY;
  const scored = statements.map(tryScore).filter((score) => score !== null);
  const best = VERSIONS.map((version) => scored.find((score) => score.version === version)).find(Boolean);
  if (best) return { rating: best.rating, score: best.score, vector: best.vector };
  const words = statements.map((statement) => WORDS.get(statement.toLowerCase()));
  const rating = words.find((word) => word !== undefined);
  return rating === undefined ? UNKNOWN_SEVERITY : { rating, score: null, vector: null };
}

function tryScore(statement: string): CvssScore | null {
  try {
    return statement.includes('/') ? scoreCvss(statement) : null;
  } catch (error) {
    if (error instanceof CvssError) return null;
    throw error;
  }
}
