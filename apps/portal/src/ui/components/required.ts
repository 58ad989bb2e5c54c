/**
 * Throws if a required text is empty, naming the component and the text. Types cannot catch this: an empty
 * string is a string.
 */
export function required(component: string, part: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new Error(`<${component}> needs ${part}`);
  return value;
}
