import type { Label } from '../i18n/localised.ts';

/** Why something was not done; reported alike by the page, the API and the command. */
export interface Problem {
  /** kebab-case, stable. */
  code: string;
  message: Label;
  /** Field or parameter at fault, where there is one. */
  field?: string;
}

export type Outcome<Value> = { ok: true; value: Value } | { ok: false; problems: Problem[] };

export const done = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });
export const refused = (...problems: Problem[]): { ok: false; problems: Problem[] } => ({
  ok: false,
  problems,
});
