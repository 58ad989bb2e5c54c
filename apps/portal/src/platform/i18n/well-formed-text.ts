/** Whether a string is text that can be kept: without NUL, which PostgreSQL keeps no text with, and half characters. */
export function isWellFormedText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** Path of the first string within some data, names of fields included, that cannot be kept; absent: all can. */
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
