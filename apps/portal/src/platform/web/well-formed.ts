import type { HonoRequest, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isWellFormedText } from '../i18n/well-formed-text.ts';
import type { PortalEnvironment } from './request-variables.ts';

/**
 * Refuses requests with text that is none: NUL, which PostgreSQL keeps no text with, and halves of surrogate pairs,
 * which are no characters. The address, headers and cookies are looked at at once, a body when it is read.
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

/** Has every way to read a body look at it first; it is read once whatever the ways. Fields are looked at as read. */
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

/** What cannot be parsed as it says of itself is its sender's fault. */
function refuseUnparsed(cause: unknown): never {
  throw cause instanceof TypeError || cause instanceof SyntaxError
    ? new HTTPException(400, { cause })
    : cause;
}

/** What a parser takes for a field says that parser alone, whatever the bytes looked like. */
function wellFormedFields(fields: FormData): FormData {
  for (const [name, value] of fields)
    if (!isWellFormedText(name) || !isWellFormedText(typeof value === 'string' ? value : value.name))
      throw new HTTPException(400);
  return fields;
}

/** Fields of a form, and parts of one that carries files: none has so many, and reading them would hold everybody up. */
const maxFields = 5_000;
const maxParts = 500;

/** @param contentType  of the body; without one it is taken for plain text */
export function isMalformedBody(bytes: Buffer, contentType: string): boolean {
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  if (type === 'multipart/form-data') return isMalformedMultipart(bytes, boundaryOf(contentType));
  const text = bytes.toString('latin1');
  if (isMalformed(text)) return true;
  if (type?.endsWith('json')) return isMalformedJson(bytes.toString());
  if (type !== 'application/x-www-form-urlencoded') return false;
  return isMalformedWhenDecoded(text) || text.split('&', maxFields + 1).length > maxFields;
}

/** Bytes, one a character, in which there is NUL or half a surrogate pair in UTF-8. */
function isMalformed(bytes: string): boolean {
  return bytes.includes('\0') || (bytes.includes('\xed') && /\xed[\xa0-\xbf]/.test(bytes));
}

/** As above, after percent-decoding. */
function isMalformedWhenDecoded(bytes: string): boolean {
  return bytes.includes('%') && /%00|%ed%[ab]/i.test(bytes);
}

/** Looks at every string, names included; what is no JSON at all is for whoever reads it to refuse. */
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

/** Of a type as browsers and programs write it: what could be read in two ways has none. */
const multipartType =
  /^\s*multipart\/form-data\s*;\s*(?:charset="?[\w-]+"?\s*;\s*)?boundary=("?)([\w'()+,./:=?-]{1,70})\1\s*$/i;

function boundaryOf(contentType: string): string | undefined {
  return multipartType.exec(contentType)?.[2];
}

const headEnd = '\r\n\r\n';

/** Looks at the head of every part, where names are, and at what it holds unless that is a file. */
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
