/** What stands in a form's inputs, by their names; an input of one value holds a list of one. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** The value of an input that holds one. */
export function oneValue(typed: Typed, name: string): string {
  return typed[name]?.[0] ?? '';
}
