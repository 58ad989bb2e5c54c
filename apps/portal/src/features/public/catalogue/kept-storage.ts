/** Where the browser keeps the list; nothing of it is sent anywhere. */
const key = 'kakehashi-kept';

/** Most records that a list holds, as on the server. */
const mostKept = 30;

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,99}$/.test(value);

/** The ids kept in this browser; none where it keeps nothing or what it keeps is not a list. */
export function keptIds(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isId).slice(0, mostKept) : [];
  } catch {
    return [];
  }
}

/** @returns whether the browser kept them; a browser may refuse, and a list may be full */
export function keepIds(ids: readonly string[]): boolean {
  if (ids.length > mostKept) return false;
  try {
    localStorage.setItem(key, JSON.stringify(ids));
    return true;
  } catch {
    return false;
  }
}

export function keptAddress(path: string, ids: readonly string[]): string {
  const text = new URLSearchParams(ids.map((id): [string, string] => ['id', id])).toString();
  return text ? `${path}?${text}` : path;
}
