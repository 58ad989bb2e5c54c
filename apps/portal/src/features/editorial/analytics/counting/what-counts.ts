import { isbot } from 'isbot';

/** Size of the cache by user agent; few agents make most requests. */
const maxAgents = 1_000;
const known = new Map<string, boolean>();

/** Whether a User-Agent is a browser's; false if absent. */
export function isBrowser(agent: string | undefined): agent is string {
  if (!agent) return false;
  const remembered = known.get(agent);
  if (remembered !== undefined) return remembered;
  const browser = !isbot(agent);
  if (known.size >= maxAgents) known.clear();
  known.set(agent, browser);
  return browser;
}

/** Reads a request header. */
export type Header = (name: string) => string | undefined;

/** Whether the request is a prefetch or prerender. */
export function isAhead(header: Header): boolean {
  const purpose = header('sec-purpose') ?? header('purpose') ?? header('x-moz') ?? '';
  return /prefetch|prerender|preview/i.test(purpose);
}

/** Whether the request is a navigation, not a partial fetch by a script. */
export function isGoneTo(header: Header): boolean {
  return (header('sec-fetch-dest') ?? 'document') === 'document';
}

/** Referring host; undefined if it is this site or unknown. */
export function referringHost(referrer: string | undefined, own: string): string | undefined {
  if (!referrer) return undefined;
  const url = URL.parse(referrer);
  if (!url || !/^https?:$/.test(url.protocol) || url.host === own || url.hostname === '') return undefined;
  return url.hostname.length <= 253 ? url.hostname : undefined;
}
