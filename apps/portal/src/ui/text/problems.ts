import type { Reading } from '../../platform/i18n/language.ts';
import type { Problem } from '../../platform/outcome/outcome.ts';

/** Problems for the error summary; one without a field links to the form's first field. */
export function errorsFor(problems: readonly Problem[], { language }: Reading, firstField: string) {
  return problems.map(({ field, message }) => ({ field: field || firstField, message: message[language] }));
}

/** Error message of a field, if any. */
export function errorOf(problems: readonly Problem[], field: string, { language }: Reading) {
  const own = problems.filter((problem) => problem.field === field);
  return own.length > 0 ? own.map(({ message }) => message[language]).join(' ') : undefined;
}
