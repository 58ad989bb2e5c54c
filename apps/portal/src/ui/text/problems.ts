import type { Reading } from '../../platform/i18n/language.ts';
import type { Problem } from '../../platform/outcome/outcome.ts';

/** Problems as the error summary lists them; one that belongs to no field points at the form's first. */
export function errorsFor(problems: readonly Problem[], { language }: Reading, firstField: string) {
  return problems.map(({ field, message }) => ({ field: field || firstField, message: message[language] }));
}

/** What is wrong with one field, if anything. */
export function errorOf(problems: readonly Problem[], field: string, { language }: Reading) {
  const own = problems.filter((problem) => problem.field === field);
  return own.length > 0 ? own.map(({ message }) => message[language]).join(' ') : undefined;
}
