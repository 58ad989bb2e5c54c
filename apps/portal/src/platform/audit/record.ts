import { createHash } from 'node:crypto';
import { z } from 'zod';

const hash = z
  .string()
  .length(64)
  .regex(/^[0-9a-f]+$/);

/** Characters of an id, an address or a name of an act. */
const longestWord = 1_000;

/** An entry of the audit log with its place in the chain, as it is shipped. */
export const auditRecord = z.object({
  /** From 1, without gaps. */
  position: z.int().positive(),
  id: z.int().positive(),
  /** UTC with milliseconds. */
  at: z.iso.datetime({ precision: 3 }).max(longestWord),
  /** User id, `system`, or null if nobody was signed in. */
  actor: z.string().max(longestWord).nullable(),
  action: z.string().max(longestWord),
  objectKind: z.string().max(longestWord),
  objectId: z.string().max(longestWord),
  detail: z.record(z.string().max(longestWord), z.json()),
  network: z.string().max(longestWord).nullable(),
  /** Hash of the previous record; 64 zeros for the first. */
  previous: hash,
  /** `recordHash` of this one. */
  hash,
});
export type AuditRecord = z.output<typeof auditRecord>;

/** `previous` of the first record. */
export const beginningHash = '0'.repeat(64);

/**
 * SHA-256 in hexadecimal of the record's canonical JSON without its own hash. The database computes the same.
 */
export function recordHash({ hash: _, ...content }: AuditRecord): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/**
 * Canonical JSON: no white space, names sorted by code point, numbers as plain decimals. Differs from RFC
 * 8785 in numbers, which PostgreSQL keeps exactly, and in the order of names beyond U+FFFF.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'number') return plainDecimal(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}

/** A finite number without an exponent. */
function plainDecimal(value: number): string {
  const [mantissa = '', exponent] = String(Object.is(value, -0) ? 0 : value).split('e');
  if (exponent === undefined) return mantissa;
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const sign = value < 0 ? '-' : '';
  const shift = Number(exponent);
  if (shift > 0) return `${sign}${whole}${fraction.padEnd(shift, '0')}`;
  return `${sign}0.${'0'.repeat(-shift - whole.length)}${whole}${fraction}`;
}
