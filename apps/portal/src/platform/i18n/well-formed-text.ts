/** Whether a string can be stored: without NUL, which PostgreSQL rejects, and without lone surrogates. */
export function isWellFormedText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/**
 * Path of the first string in some data, field names included, that cannot be stored; undefined if all can.
 */
export function malformedTextIn(data: unknown, path: readonly string[] = []): readonly string[] | undefined {
  if (typeof data === 'string') return isWellFormedText(data) ? undefined : path;
  if (typeof data !== 'object' || data === null) return undefined;
  for (const [name, value] of Object.entries(data)) {
    if (!isWellFormedText(name)) return path;
    const found = malformedTextIn(value, [...path, name]);
    if (found) return found;
  }
  return undefined;
}
