/** What stands in a form's inputs, by their names; an input of one value holds a list of one. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** The value of an input that holds one. */
export function oneValue(formValues: FormValues, name: string): string {
  return formValues[name]?.[0] ?? '';
}
