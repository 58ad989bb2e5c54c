import type { BenefitCase, TrainingKind } from '@kakehashi/benefits';

/**
 * Pages that a capability offers others to lead to, so that either can be taken out without the other. Each gives the
 * page's address without language prefix. Whoever leads there shows no link where no capability offers the page.
 */
export interface LinkTargets {
  /** What a training benefit pays in a case. */
  benefitCase(described: BenefitCase): string;
  /** Programmes that are designated for a training benefit. */
  designatedProgrammes(kind: TrainingKind): string;
}
