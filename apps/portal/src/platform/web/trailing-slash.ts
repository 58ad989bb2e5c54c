/** A path without trailing slashes; undefined if it has none, or would then name another site. */
export function withoutTrailingSlash(path: string): string | undefined {
  // Two leading slashes would name another site.
  if (!path.endsWith('/') || path.startsWith('//')) return undefined;
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}
