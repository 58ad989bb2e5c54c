import type { BenefitCase } from '@kakehashi/benefits';
import { caseParameters } from './case-address.ts';
import { benefitPaths } from './paths.ts';

/** The calculator with a case filled in, without language prefix: what the benefit pays for a course. */
export function calculatorPath(described: BenefitCase): string {
  return `${benefitPaths.calculator}?${caseParameters(described)}`;
}
