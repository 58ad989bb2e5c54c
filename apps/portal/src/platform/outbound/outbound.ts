import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { findDestination, type ResolvedAddress, type Resolver } from './destination.ts';
import { OutboundError } from './outbound-error.ts';
import { HostPacing } from './pacing.ts';

export interface OutboundRequest {
  method: 'GET' | 'HEAD' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** Milliseconds for everything: queueing, name resolution, redirects, reading. */
  timeLimit: number;
  /** Most bytes of the response that are read; the rest is discarded. */
  sizeLimit: number;
  /** Most redirects followed, for GET and HEAD; each is checked like the first request. */
  redirects?: number;
}

interface OutboundAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  /** URL of the response, after redirects. */
  url: string;
  body: Buffer;
  /** Whether the response was truncated. */
  cut: boolean;
}

/** Calls to other servers: to public addresses only, with limits of time, size and rate. */
export interface Outbound {
  /** @throws OutboundError */
  call(url: string, request: OutboundRequest): Promise<OutboundAnswer>;
  /** Whether an address may be called, as far as can be determined now; throws as `call` does. */
  check(url: string): Promise<void>;
  /** Milliseconds that a form's sender waits for calls at most. */
  timeoutMs: number;
}

export interface OutboundOptions {
  userAgent: string;
  /** Milliseconds between two calls to the same host. */
  pause: number;
  /** Default: six seconds. */
  timeoutMs?: number | undefined;
  /** Origins that may be called although they are not public: for tests with their own servers. */
  trustedOrigins?: readonly string[];
  resolve?: Resolver;
}

const redirecting = new Set([301, 302, 303, 307, 308]);

export function createOutbound(options: OutboundOptions): Outbound {
  const trusted = new Set(options.trustedOrigins);
  const pacing = new HostPacing(options.pause);

  async function call(address: string, request: OutboundRequest): Promise<OutboundAnswer> {
    const signal = AbortSignal.timeout(request.timeLimit);
    const headers = { 'user-agent': options.userAgent, 'accept-encoding': 'identity', ...request.headers };
    let url = parse(address);
    let left = request.redirects ?? 0;
    for (;;) {
      const addresses = await within(signal, findDestination(url, trusted, options.resolve));
      await within(signal, pacing.turn(url.host, signal));
      const answer = await within(signal, send(url, addresses, { ...request, headers }, signal));
      const location = redirecting.has(answer.status) ? answer.headers.location : undefined;
      if (location === undefined || request.method === 'POST' || request.redirects === undefined)
        return answer;
      if (left === 0) throw new OutboundError('too-many-redirects', url.host);
      left -= 1;
      url = parse(location, url);
    }
  }

  return {
    call,
    timeoutMs: options.timeoutMs ?? 6_000,
    async check(address) {
      await findDestination(parse(address), trusted, options.resolve);
    },
  };
}

function parse(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (!url) throw new OutboundError('address-refused', 'not an address');
  return url;
}

/** Awaits a result until the signal aborts; failures become `OutboundError`. */
async function within<Value>(signal: AbortSignal, outcome: Promise<Value>): Promise<Value> {
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    signal.throwIfAborted();
    return await Promise.race([outcome, late]);
  } catch (cause) {
    outcome.catch(() => {});
    if (cause instanceof OutboundError) throw cause;
    if (signal.aborted) throw new OutboundError('too-slow', 'time limit', { cause });
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new OutboundError('unreachable', code ?? message, { cause });
  }
}

function send(
  url: URL,
  addresses: ResolvedAddress[],
  { method, headers, body, sizeLimit }: OutboundRequest,
  signal: AbortSignal,
): Promise<OutboundAnswer> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, headers, signal, agent: false, lookup: only(addresses), maxHeaderSize: 16 * 1_024 },
      (response) => {
        read(response, sizeLimit).then(({ body, cut }) => {
          const { statusCode: status = 0, headers } = response;
          resolve({ status, headers, url: url.href, body, cut });
        }, reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A look-up function that returns the checked addresses only, even if the name now resolves differently. */
function only(addresses: ResolvedAddress[]): LookupFunction {
  return (_, options, done) => {
    const [first] = addresses;
    if (options.all) done(null, addresses);
    else if (first) done(null, first.address, first.family);
    else done(new Error('no address'), '');
  };
}

async function read(response: IncomingMessage, limit: number): Promise<{ body: Buffer; cut: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    // Leaving the loop closes the connection.
    if (size > limit) break;
  }
  return { body: Buffer.concat(chunks).subarray(0, limit), cut: size > limit };
}
