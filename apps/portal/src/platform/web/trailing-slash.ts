/** A path without the slashes at its end; undefined where it has none, or would lead to another site without them. */
export function withoutTrailingSlash(path: string): string | undefined {
  // Two slashes at the front would lead to another site.
  if (!path.endsWith('/') || path.startsWith('//')) return undefined;
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}
