/**
 * A component that would be unusable without a text refuses to render, and says which one.
 * Types cannot catch this: an empty string is a string.
 */
export function required(component: string, part: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new Error(`<${component}> needs ${part}`);
  return value;
}
