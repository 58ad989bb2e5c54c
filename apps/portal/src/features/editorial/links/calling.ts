import type { Outbound } from '../../../platform/outbound/outbound.ts';
import { OutboundError } from '../../../platform/outbound/outbound-error.ts';
import type { Answer } from './model.ts';

const maxHops = 5;
const timeLimit = 15_000;
/** Only the status is used, so the body is not read further. */
const sizeLimit = 1_024;
const redirects = new Set([301, 302, 303, 307, 308]);
const forGood = new Set([301, 308]);

/** Requests a URL with HEAD, and with GET only if the server does not support HEAD. */
export async function callLink(outbound: Pick<Outbound, 'call'>, url: string): Promise<Answer> {
  let address = url;
  let moved = true;
  let movedTo: string | null = null;
  try {
    for (let hop = 0; hop <= maxHops; hop += 1) {
      const { status, location } = await request(outbound, address);
      if (location === undefined || !redirects.has(status)) return { status, failure: null, movedTo };
      address = new URL(location, address).href;
      moved &&= forGood.has(status);
      if (moved) movedTo = address;
    }
    return { status: null, failure: 'too-many-redirects', movedTo: null };
  } catch (error) {
    if (error instanceof OutboundError) return { status: null, failure: error.code, movedTo: null };
    if (error instanceof TypeError) return { status: null, failure: 'address-refused', movedTo: null };
    throw error;
  }
}

async function request(outbound: Pick<Outbound, 'call'>, url: string) {
  const limits = { timeLimit, sizeLimit };
  const head = await outbound.call(url, { method: 'HEAD', ...limits }).catch((error: unknown) => {
    // Some servers close the connection on HEAD; forbidden addresses are not retried.
    if (error instanceof OutboundError && error.code === 'unreachable') return undefined;
    throw error;
  });
  const answer = head && head.status < 400 ? head : await outbound.call(url, { method: 'GET', ...limits });
  return { status: answer.status, location: answer.headers.location };
}
