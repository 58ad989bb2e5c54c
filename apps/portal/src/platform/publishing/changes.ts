import { isDeepStrictEqual } from 'node:util';
import type { RecordChange } from './published-record.ts';

/** Most days of change that a record tells of. */
const mostChanges = 10;

/**
 * The changes of a record after another version of it came before the public. Changes of one day are told
 * together; what changed and is as before again by the evening is told all the same.
 * @param before  the public data until now, and what is told of its changes
 * @param on      the day, `YYYY-MM-DD`
 */
export function withChange(
  before: { data: object; changes: readonly RecordChange[] },
  after: object,
  on: string,
): readonly RecordChange[] {
  const fields = changedFields(before.data, after);
  if (fields.length === 0) return before.changes;
  const [newest, ...older] = before.changes;
  if (newest?.on === on) return [{ on, fields: [...new Set([...newest.fields, ...fields])] }, ...older];
  return [{ on, fields }, ...before.changes].slice(0, mostChanges);
}

/** Names of the fields in which two versions of a record differ. */
function changedFields(before: object, after: object): string[] {
  // As JSON, as the database returns it: without undefined values.
  const [one, other] = [before, after].map((data) => JSON.parse(JSON.stringify(data))) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (name) => !isDeepStrictEqual(one[name], other[name]),
  );
}
