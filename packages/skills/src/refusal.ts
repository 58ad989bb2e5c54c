export type RefusalCode =
  | 'unknown-role'
  | 'unknown-item'
  | 'unknown-level'
  | 'framework-needed'
  | 'invalid-programme'
  | 'invalid-option';

/** Why something was not computed: a value, never thrown. */
export interface Refusal {
  readonly error: {
    readonly code: RefusalCode;
    /** The argument at fault, such as `from` or `options.maxSteps`. */
    readonly field: string;
    /** What stood there. */
    readonly value: string;
    readonly message: { readonly ja: string; readonly en: string };
  };
}

const LONGEST_VALUE = 80;

export function refuse(
  code: RefusalCode,
  field: string,
  value: unknown,
  message: { ja: string; en: string },
): Refusal {
  return { error: { code, field, value: String(value).slice(0, LONGEST_VALUE), message } };
}

/** Whether an answer is a refusal: `if (isRefusal(answer)) return answer.error.message.ja`. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'error' in answer;
}
