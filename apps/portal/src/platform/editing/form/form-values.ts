/** Values of a form's inputs, by input name; a single value is a list of one. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** The value of an input that holds one. */
export function oneValue(formValues: FormValues, name: string): string {
  return formValues[name]?.[0] ?? '';
}
