import cvssCalculator from 'ae-cvss-calculator';
import { CVSS_GRAMMARS, type CvssGrammar } from './cvss-metrics.ts';

/** Severity ratings, from none to critical; `unknown` if unrated. */
export type Rating = 'unknown' | 'none' | 'low' | 'medium' | 'high' | 'critical';

/** A CVSS vector with its score. */
export interface CvssScore {
  version: CvssGrammar['version'];
  vector: string;
  /** 0.0 to 10.0, with threat and environment where the vector states them. */
  score: number;
  rating: Rating;
}

/** Why a text is not a CVSS vector. */
export class CvssError extends Error {
  /** The metric at fault, such as `AV`; empty where the text is no vector at all. */
  readonly metric: string;
  readonly ja: string;

  constructor(metric: string, problem: { en: string; ja: string }, vector: string) {
    const shown = JSON.stringify(vector.slice(0, 200));
    super(`CVSS vector ${shown}: ${metric === '' ? '' : `${metric} `}${problem.en}`);
    this.name = 'CvssError';
    this.metric = metric;
    this.ja = `CVSSベクタ${shown}：${metric}${problem.ja}`;
  }
}

const REMEMBERED = 20_000;
/** Version 4 takes close to a millisecond to score, and advisories share vectors. */
const scores = new Map<string, CvssScore>();

/**
 * Scores a CVSS vector of version 2.0, 3.0, 3.1 or 4.0.
 * @throws CvssError naming the metric that is missing, unknown, repeated or has a value it cannot take
 */
export function scoreCvss(vector: string): CvssScore {
  const known = scores.get(vector);
  if (known) return known;
  const grammar = checkVector(vector);
  const score = cvssCalculator.fromVector(vector)?.calculateScores().overall;
  if (score === undefined) throw new CvssError('', { en: 'has no score', ja: '評価できません' }, vector);
  const scored = { version: grammar.version, vector, score, rating: ratingOf(score, grammar.version) };
  if (scores.size >= REMEMBERED) scores.clear();
  scores.set(vector, scored);
  return scored;
}

/** The band of a score; version 2 knows neither `none` nor `critical`. */
export function ratingOf(score: number, version: CvssGrammar['version']): Rating {
  if (version === '2.0') return score < 4 ? 'low' : score < 7 ? 'medium' : 'high';
  if (score === 0) return 'none';
  if (score < 4) return 'low';
  if (score < 7) return 'medium';
  return score < 9 ? 'high' : 'critical';
}

function checkVector(vector: string): CvssGrammar {
  const grammar = CVSS_GRAMMARS.find(({ prefix }) => vector.startsWith(prefix));
  const seen = new Set<string>();
  for (const part of vector.slice(grammar?.prefix.length).split('/')) {
    const [metric = '', value, ...more] = part.split(':');
    const allowed = valuesOf(grammar, metric);
    if (allowed === undefined) throw new CvssError(metric, { en: 'is unknown', ja: 'は未知です' }, vector);
    if (seen.has(metric)) throw new CvssError(metric, { en: 'is repeated', ja: 'が二度あります' }, vector);
    if (value === undefined || more.length > 0 || !allowed.split(' ').includes(value)) {
      throw new CvssError(metric, { en: `cannot be ${value}`, ja: `は${value}になりません` }, vector);
    }
    seen.add(metric);
  }
  for (const metric of Object.keys(grammar?.mandatory ?? {})) {
    if (!seen.has(metric)) throw new CvssError(metric, { en: 'is missing', ja: 'がありません' }, vector);
  }
  if (grammar === undefined)
    throw new CvssError('', { en: 'has no known version', ja: '版が不明です' }, vector);
  return grammar;
}

function valuesOf(grammar: CvssGrammar | undefined, metric: string): string | undefined {
  if (grammar === undefined) return undefined;
  if (Object.hasOwn(grammar.mandatory, metric)) return grammar.mandatory[metric];
  return Object.hasOwn(grammar.optional, metric) ? grammar.optional[metric] : undefined;
}
