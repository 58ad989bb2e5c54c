import type { HonoRequest, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isWellFormedText } from '../i18n/well-formed-text.ts';
import type { PortalEnvironment } from './request-variables.ts';

/**
 * Rejects requests with malformed text: NUL, which PostgreSQL cannot store, and lone surrogates. URL, headers
 * and cookies are checked at once, a body when it is read.
 */
export function wellFormedOnly(): MiddlewareHandler<PortalEnvironment> {
  return (c, next) => {
    const address = c.env?.incoming?.url ?? c.req.url;
    if (isMalformed(address) || isMalformedWhenDecoded(address)) throw new HTTPException(400);
    for (const [name, value] of c.req.raw.headers)
      if (isMalformed(value) || (name === 'cookie' && isMalformedWhenDecoded(value)))
        throw new HTTPException(400);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') checkBody(c.req);
    return next();
  };
}

/**
 * Wraps every way of reading a body with the check; it is read only once. Form fields are checked after
 * parsing.
 */
function checkBody(request: HonoRequest): void {
  const whole = request.arrayBuffer.bind(request);
  const checked = async () => {
    const bytes = await whole();
    if (isMalformedBody(Buffer.from(bytes), request.header('content-type') ?? ''))
      throw new HTTPException(400);
    return bytes;
  };
  request.arrayBuffer = checked;
  for (const way of ['bytes', 'text', 'json', 'blob'] as const) {
    const read = request[way].bind(request);
    Object.assign(request, { [way]: () => checked().then(read).catch(refuseUnparsed) });
  }
  const readFields = request.formData.bind(request);
  request.formData = async () => wellFormedFields(await checked().then(readFields).catch(refuseUnparsed));
  const parse = request.parseBody;
  request.parseBody = async (...options: []) => {
    const parsed = await parse.apply(request, options).catch(refuseUnparsed);
    wellFormedFields((await request.bodyCache.formData) ?? new FormData());
    return parsed;
  };
}

/** A body that does not parse as its declared type is a client error. */
function refuseUnparsed(cause: unknown): never {
  throw cause instanceof TypeError || cause instanceof SyntaxError
    ? new HTTPException(400, { cause })
    : cause;
}

/** Only the parser determines what a field is, so check its result rather than the bytes. */
function wellFormedFields(fields: FormData): FormData {
  for (const [name, value] of fields)
    if (!isWellFormedText(name) || !isWellFormedText(typeof value === 'string' ? value : value.name))
      throw new HTTPException(400);
  return fields;
}

/**
 * Most fields of a form, and parts of one with files: no form has as many, and parsing them would block other
 * requests.
 */
const maxFields = 5_000;
const maxParts = 500;

/** @param contentType  of the body; absent: plain text */
export function isMalformedBody(bytes: Buffer, contentType: string): boolean {
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  if (type === 'multipart/form-data') return isMalformedMultipart(bytes, boundaryOf(contentType));
  const text = bytes.toString('latin1');
  if (isMalformed(text)) return true;
  if (type?.endsWith('json')) return isMalformedJson(bytes.toString());
  if (type !== 'application/x-www-form-urlencoded') return false;
  return isMalformedWhenDecoded(text) || text.split('&', maxFields + 1).length > maxFields;
}

/** Bytes as a binary string: whether it contains NUL or a UTF-8 encoded surrogate. */
function isMalformed(bytes: string): boolean {
  return bytes.includes('\0') || (bytes.includes('\xed') && /\xed[\xa0-\xbf]/.test(bytes));
}

/** As above, after percent-decoding. */
function isMalformedWhenDecoded(bytes: string): boolean {
  return bytes.includes('%') && /%00|%ed%[ab]/i.test(bytes);
}

/** Checks every string including names; text that is not JSON is left to the reader to reject. */
export function isMalformedJson(text: string): boolean {
  let faulty = false;
  try {
    JSON.parse(text, (name, value) => {
      faulty ||= !isWellFormedText(name) || (typeof value === 'string' && !isWellFormedText(value));
      return value;
    });
  } catch {
    return faulty;
  }
  return faulty;
}

/** Multipart types as browsers and programs write them; ambiguous ones do not match. */
const multipartType =
  /^\s*multipart\/form-data\s*;\s*(?:charset="?[\w-]+"?\s*;\s*)?boundary=("?)([\w'()+,./:=?-]{1,70})\1\s*$/i;

function boundaryOf(contentType: string): string | undefined {
  return multipartType.exec(contentType)?.[2];
}

const headEnd = '\r\n\r\n';

/** Checks the headers of every part, which contain the names, and the content unless it is a file. */
function isMalformedMultipart(bytes: Buffer, boundary: string | undefined): boolean {
  if (boundary === undefined) return true;
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  let start = bytes.indexOf(delimiter);
  for (let parts = 0; start >= 0; parts += 1) {
    if (parts > maxParts) return true;
    const next = bytes.indexOf(delimiter, start + delimiter.length);
    const part = bytes.subarray(start + delimiter.length, next < 0 ? bytes.length : next);
    const end = part.indexOf(headEnd);
    const head = part.subarray(0, end < 0 ? part.length : end).toString('latin1');
    const isFile = /filename\*?\s*=/i.test(head);
    const encodedName = /filename\*\s*=[^\r\n;]*/i.exec(head)?.[0] ?? '';
    if (isMalformed(head) || isMalformedWhenDecoded(encodedName)) return true;
    if (!isFile && isMalformed(part.toString('latin1'))) return true;
    start = next;
  }
  return false;
}
