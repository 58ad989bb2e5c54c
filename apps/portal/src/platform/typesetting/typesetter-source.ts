import { and, eq } from 'drizzle-orm';
import type { Database } from '../database/connection.ts';
import { dataOf } from '../publishing/kind.ts';
import { publishedRecord } from '../publishing/schema.ts';
import type { Typesetter } from '../publishing/typesetting.ts';
import { createTypesetter, loadTokenizer, type Tokenizer } from './japanese-typesetter.ts';
import { readingsKind } from './readings-kind.ts';

/** Provides a typesetter with the published readings; the dictionary is loaded on first use. */
export function createTypesetterSource(db: Database): () => Promise<Typesetter> {
  let tokenizer: Promise<Tokenizer> | undefined;
  let current: { sequence: number; typesetter: Typesetter } | undefined;

  return async () => {
    tokenizer ??= loadTokenizer();
    const [record] = await db
      .select({ kind: publishedRecord.kind, data: publishedRecord.data, sequence: publishedRecord.sequence })
      .from(publishedRecord)
      .where(and(eq(publishedRecord.kind, readingsKind.name), eq(publishedRecord.removed, false)));
    const sequence = record?.sequence ?? 0;
    if (current?.sequence !== sequence) {
      const words = record ? dataOf(readingsKind, record).words : {};
      current = { sequence, typesetter: createTypesetter(await tokenizer, new Map(Object.entries(words))) };
    }
    return current.typesetter;
  };
}
