import type { Parameter } from './parameter.ts';
import type { Requirement } from './result.ts';

/** A condition the benefit as a whole hangs on. */
export function requirement(
  code: string,
  status: Requirement['status'],
  parameters: readonly Parameter[],
  ja: string,
  en: string,
): Requirement {
  return { code, about: 'benefit', status, parameters, text: { ja, en } };
}
