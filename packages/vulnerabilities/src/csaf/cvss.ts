import type { JsonObject } from '../sbom/json/json-value.ts';
import { CvssError, scoreCvss } from '../severity/cvss.ts';

const baseMetrics = new Set(['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A']);

/** A CVSS 3 vector as CSAF 2.0 writes it: its base metrics, with their score. Undefined for other versions. */
export function cvss3Of(vector: string): JsonObject | undefined {
  const version = /^CVSS:(3\.[01])\//.exec(vector)?.[1];
  if (version === undefined) return undefined;
  const base = vector
    .split('/')
    .filter((metric, index) => index === 0 || baseMetrics.has(metric.split(':')[0] ?? ''))
    .join('/');
  try {
    const { score, rating } = scoreCvss(base);
    return { version, vectorString: base, baseScore: score, baseSeverity: rating.toUpperCase() };
  } catch (error) {
    if (error instanceof CvssError) return undefined;
    throw error;
  }
}
