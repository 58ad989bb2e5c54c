import type { Text } from '../text.ts';

export type InputErrorCode =
  | 'missing'
  | 'unknown-field'
  | 'unknown-value'
  | 'not-a-date'
  | 'not-a-number'
  | 'out-of-range'
  | 'no-rule-in-force'
  | 'before-start'
  | 'contradiction'
  | 'periods-mismatch';

/** Input that the rules cannot be applied to: what is wrong, in which field, said in both languages. */
export class BenefitInputError extends Error {
  override readonly name = 'BenefitInputError';
  readonly code: InputErrorCode;
  /** The field at fault; inside lists and groups written `fees.2`, `extension.days`. */
  readonly field: string;
  readonly text: Text;

  constructor(code: InputErrorCode, field: string, text: Text) {
    super(`${field}: ${text.en}`);
    this.code = code;
    this.field = field;
    this.text = text;
  }

  /** What JSON shows of it. */
  toJSON(): { code: InputErrorCode; field: string; text: Text } {
    return { code: this.code, field: this.field, text: this.text };
  }
}
