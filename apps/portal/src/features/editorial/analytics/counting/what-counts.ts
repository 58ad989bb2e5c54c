import { isbot } from 'isbot';

/** Agents whose answer is remembered: few browsers make most requests. */
const maxAgents = 1_000;
const known = new Map<string, boolean>();

/** Whether a program of this name is somebody's browser. Without a name it is not. */
export function isBrowser(agent: string | undefined): agent is string {
  if (!agent) return false;
  const remembered = known.get(agent);
  if (remembered !== undefined) return remembered;
  const browser = !isbot(agent);
  if (known.size >= maxAgents) known.clear();
  known.set(agent, browser);
  return browser;
}

/** What the browser itself says of a request, by its headers. */
export type Header = (name: string) => string | undefined;

/** Whether a browser loads ahead what nobody may ever look at. */
export function isAhead(header: Header): boolean {
  const purpose = header('sec-purpose') ?? header('purpose') ?? header('x-moz') ?? '';
  return /prefetch|prerender|preview/i.test(purpose);
}

/** Whether a page was gone to, and not fetched by the page before to change a part of itself. */
export function isGoneTo(header: Header): boolean {
  return (header('sec-fetch-dest') ?? 'document') === 'document';
}

/** Host that a visitor came from; undefined where it is this one, or not said. */
export function referringHost(referrer: string | undefined, own: string): string | undefined {
  if (!referrer) return undefined;
  const url = URL.parse(referrer);
  if (!url || !/^https?:$/.test(url.protocol) || url.host === own || url.hostname === '') return undefined;
  return url.hostname.length <= 253 ? url.hostname : undefined;
}
