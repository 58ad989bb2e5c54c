import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CollectingError } from './collecting-error.ts';
import { type CollectedFile, type Collection, writeWhole } from './collection.ts';
import type { Source } from './sources.ts';

/** Network and timing of a download; tests replace them. */
export interface Transport {
  fetch: typeof fetch;
  signal: AbortSignal;
  /** Milliseconds without a byte after which a connection counts as dead. */
  idleLimit: number;
  /** Bytes beyond which a source is refused. */
  sizeLimit: number;
  onProgress(received: number, total: number | undefined): void;
}

/** Outcome of a download: unchanged, or a complete file at its partial path. */
export type Download =
  | { state: 'unchanged' }
  | { state: 'fetched'; etag: string | null; lastModified: string | null; sha256: string; bytes: number };

/** The version of the source that a partial file belongs to. */
interface PartialRecord {
  url: string;
  validator: string;
}

/**
 * Fetches a source unless the known copy is current. What an earlier try left is continued, as long as the server
 * still has the same version; the end is checked against the length and the checksum the server gives.
 */
export async function download(
  source: Source,
  collection: Collection,
  known: CollectedFile | undefined,
  transport: Transport,
): Promise<Download> {
  const path = collection.partialPath(source.file);
  const partial = await resumable(path, source.url);
  const response = await request(source, known, partial, transport);
  if (response.status === 304) {
    await response.body?.cancel();
    return { state: 'unchanged' };
  }
  const offset = partial && startsAt(response, partial.size) ? partial.size : 0;
  const expected = expectedSize(response, offset);
  if (expected !== undefined && expected > transport.sizeLimit) throw tooLarge(source, transport.sizeLimit);
  const validator = validatorOf(response);
  await mkdir(dirname(path), { recursive: true });
  if (offset === 0) {
    await discardPartial(path);
    if (validator) await writeWhole(recordPath(path), JSON.stringify({ url: source.url, validator }));
  }
  const { sha256, md5, bytes } = await receive(response, path, offset, expected, source, transport);
  if (expected !== undefined && bytes !== expected) throw cutOff(source);
  if (!matchesServersChecksum(response, sha256, md5)) {
    await discardPartial(path);
    throw damaged(source);
  }
  return {
    state: 'fetched',
    etag: response.headers.get('etag'),
    lastModified: response.headers.get('last-modified'),
    sha256: sha256.toString('hex'),
    bytes,
  };
}

/** Discards the partial download of a file. */
export async function discardPartial(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(recordPath(path), { force: true });
}

function recordPath(path: string): string {
  return `${path}.json`;
}

async function resumable(path: string, url: string): Promise<(PartialRecord & { size: number }) | undefined> {
  try {
    const record: PartialRecord = JSON.parse(await readFile(recordPath(path), 'utf8'));
    const { size } = await stat(path);
    return record.url === url && size > 0 ? { ...record, size } : undefined;
  } catch {
    return undefined;
  }
}

async function request(
  source: Source,
  known: CollectedFile | undefined,
  partial: (PartialRecord & { size: number }) | undefined,
  { fetch, signal, idleLimit }: Transport,
): Promise<Response> {
  // Packed on the way, the bytes would not be those that ranges and lengths count.
  const headers: Record<string, string> = { 'accept-encoding': 'identity', 'user-agent': 'kakehashi' };
  if (partial) {
    headers.range = `bytes=${partial.size}-`;
    headers['if-range'] = partial.validator;
  } else if (known?.url === source.url) {
    if (known.etag) headers['if-none-match'] = known.etag;
    else if (known.lastModified) headers['if-modified-since'] = known.lastModified;
  }
  let response: Response;
  try {
    response = await fetch(source.url, {
      headers,
      signal: AbortSignal.any([signal, AbortSignal.timeout(idleLimit)]),
    });
  } catch (error) {
    throw unreachable(source, error);
  }
  if (response.ok || response.status === 304) return response;
  await response.body?.cancel();
  if (response.status === 416 && partial) throw new StalePartial();
  throw refused(source, response);
}

/** The server has no bytes after ours: the partial file is useless. */
export class StalePartial extends Error {}

function startsAt(response: Response, offset: number): boolean {
  const range = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '');
  return response.status === 206 && Number(range?.[1]) === offset;
}

function expectedSize(response: Response, offset: number): number | undefined {
  if (response.headers.get('content-encoding')) return undefined;
  const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
  if (total !== undefined) return Number(total);
  const length = response.headers.get('content-length');
  return length === null ? undefined : offset + Number(length);
}

/** Only a strong validator promises the same bytes, as joining parts needs. */
function validatorOf(response: Response): string | undefined {
  const etag = response.headers.get('etag');
  if (etag && !etag.startsWith('W/')) return etag;
  return response.headers.get('last-modified') ?? undefined;
}

async function receive(
  response: Response,
  path: string,
  offset: number,
  expected: number | undefined,
  source: Source,
  transport: Transport,
): Promise<{ sha256: Buffer; md5: Buffer; bytes: number }> {
  const sha256 = createHash('sha256');
  const md5 = createHash('md5');
  if (offset > 0) {
    for await (const piece of createReadStream(path, { end: offset - 1 })) {
      sha256.update(piece);
      md5.update(piece);
    }
  }
  const file = await open(path, offset > 0 ? 'r+' : 'w');
  let bytes = offset;
  try {
    for await (const piece of piecesOf(response, source, transport)) {
      if (bytes + piece.length > transport.sizeLimit) throw tooLarge(source, transport.sizeLimit);
      await file.write(piece, 0, piece.length, bytes);
      bytes += piece.length;
      sha256.update(piece);
      md5.update(piece);
      transport.onProgress(bytes, expected);
    }
    await file.truncate(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: sha256.digest(), md5: md5.digest(), bytes };
}

async function* piecesOf(
  response: Response,
  source: Source,
  { signal, idleLimit }: Transport,
): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const idle = AbortSignal.any([signal, AbortSignal.timeout(idleLimit)]);
      const { done, value } = await Promise.race([reader.read(), aborted(idle)]);
      if (done) return;
      yield value;
    }
  } catch (error) {
    if (error instanceof CollectingError) throw error;
    throw unreachable(source, error);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** Compares with what the server says of the content, in the headers that storage services give. */
function matchesServersChecksum(response: Response, sha256: Buffer, md5: Buffer): boolean {
  const stated = /md5=([A-Za-z0-9+/=]+)/.exec(response.headers.get('x-goog-hash') ?? '')?.[1];
  if (stated !== undefined && stated !== md5.toString('base64')) return false;
  const digest = /sha-256=:([A-Za-z0-9+/=]+):/.exec(response.headers.get('repr-digest') ?? '')?.[1];
  return digest === undefined || digest === sha256.toString('base64');
}

function unreachable(source: Source, cause: unknown): CollectingError {
  const host = URL.canParse(source.url) ? new URL(source.url).host : source.url;
  return new CollectingError(
    { ja: `${host} とつながりません`, en: `no connection to ${host}` },
    { cause, isPassing: true },
  );
}

function cutOff(source: Source): CollectingError {
  return new CollectingError(
    { ja: `${source.name} の受信が途中で切れました`, en: `${source.name} was cut off` },
    { isPassing: true },
  );
}

function damaged(source: Source): CollectingError {
  return new CollectingError(
    {
      ja: `${source.name} が受信中に壊れました（検査値の不一致）`,
      en: `${source.name} arrived damaged (checksum)`,
    },
    { isPassing: true },
  );
}

function tooLarge(source: Source, limit: number): CollectingError {
  return new CollectingError(
    {
      ja: `${source.name} が大きすぎます（上限 ${limit} バイト）`,
      en: `${source.name} is larger than ${limit} bytes`,
    },
    { isPassing: false },
  );
}

function refused(source: Source, response: Response): CollectingError {
  const { status } = response;
  const isPassing = status === 408 || status === 429 || status >= 500;
  const retryAfter = waitOf(response.headers.get('retry-after'));
  return new CollectingError(
    { ja: `${source.url} の応答が ${status} でした`, en: `${source.url} answered ${status}` },
    { isPassing, ...(retryAfter !== undefined && { retryAfter }) },
  );
}

function waitOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const until = Date.parse(header) - Date.now();
  return Number.isNaN(until) ? undefined : Math.max(0, until);
}
