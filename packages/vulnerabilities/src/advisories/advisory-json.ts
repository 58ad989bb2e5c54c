import { isUtf8 } from 'node:buffer';
import type { Problem } from './record-warning.ts';

/** Depth no advisory reaches, far below what would exhaust a stack. */
const DEEPEST = 64;

export type JsonObject = Record<string, unknown>;

/** The text of a document of at most `maxBytes`; null, with a report, if it is longer or not UTF-8. */
export function textOfBytes(
  bytes: Uint8Array,
  maxBytes: number,
  report: (problem: Problem) => void,
): string | null {
  if (bytes.length > maxBytes) {
    report({ code: 'too-large', place: '', detail: `${bytes.length} bytes` });
    return null;
  }
  if (!isUtf8(bytes)) {
    report({ code: 'not-json', place: '', detail: 'not UTF-8' });
    return null;
  }
  return new TextDecoder().decode(bytes);
}

/**
 * Parses one untrusted JSON document. Keys such as `__proto__` become plain own properties; read them with
 * `own`.
 */
export function parseUntrustedJson(text: string, report: (problem: Problem) => void): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    report({ code: 'not-json', place: '', detail });
    return undefined;
  }
  const counted = countKeys(value);
  if (counted === 'too-deep') {
    report({ code: 'too-deep', place: '', detail: `more than ${DEEPEST} levels` });
    return undefined;
  }
  if (countOf(text, '":') !== counted) {
    for (const place of repeatedKeys(text))
      report({ code: 'duplicate-key', place, detail: 'the last one counts' });
  }
  return value;
}

/** A property an object has itself; undefined for all else. */
export function own(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function countKeys(root: unknown): number | 'too-deep' {
  let level: unknown[] = [root];
  let keys = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return 'too-deep';
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      const children: unknown[] = Array.isArray(value) ? value : Object.values(value);
      if (!Array.isArray(value)) keys += children.length;
      for (const child of children) if (typeof child === 'object' && child !== null) next.push(child);
    }
    level = next;
  }
  return keys;
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++;
  return count;
}

interface OpenObject {
  place: string;
  /** Null for an array. */
  keys: Set<string> | null;
  key: string;
  index: number;
}

/** Places of keys that occur twice in one object, in a text that is known to be valid JSON. */
function repeatedKeys(text: string): string[] {
  const repeated: string[] = [];
  const open: OpenObject[] = [];
  const place = (): string => {
    const top = open.at(-1);
    if (top === undefined) return '';
    return top.keys === null ? `${top.place}[${top.index}]` : `${top.place}.${top.key}`;
  };
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\],]/gs)) {
    const top = open.at(-1);
    const [symbol, colon] = token;
    if (symbol === '{') open.push({ place: place(), keys: new Set(), key: '', index: 0 });
    else if (symbol === '[') open.push({ place: place(), keys: null, key: '', index: 0 });
    else if (symbol === '}' || symbol === ']') open.pop();
    else if (symbol === ',' && top) top.index++;
    else if (colon !== undefined && top?.keys) {
      top.key = String(JSON.parse(symbol.slice(0, symbol.length - colon.length)));
      if (top.keys.has(top.key)) repeated.push(place());
      top.keys.add(top.key);
    }
  }
  return repeated.map((found) => found.replace(/^\./, ''));
}
