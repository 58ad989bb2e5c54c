import { isObject, type JsonValue } from './json-value.ts';

/** A 53-bit number that equal JSON values share, whatever the order of their keys. */
export function fingerprint(value: JsonValue): number {
  return hash(JSON.stringify(ordered(value)));
}

function ordered(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, ordered(value[key] as JsonValue)]),
  );
}

/** Two 32-bit FNV-1a hashes of different bases, joined to what a number holds exactly. */
function hash(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x85ebca6b);
  }
  return (a >>> 0) * 2 ** 21 + ((b ^ (b >>> 15)) & 0x1fffff);
}
