import type { KindRegistry } from '../publishing/kind.ts';
import type { PublishedChange } from '../publishing/published-record.ts';
import { typesetFields } from '../publishing/typesetting.ts';
import { createTypesetter, loadTokenizer } from '../typesetting/japanese-typesetter.ts';
import { readingsKind } from '../typesetting/readings-kind.ts';
import { type ContentFiles, readContentFolder } from './content-files.ts';

export interface PublishedContent {
  changes: PublishedChange[];
  faults: ContentFiles['faults'];
}

/**
 * The records of a content folder as if they had just been published, without a database: for checks of the content.
 * Records that their kind refuses are left out and named.
 */
export async function readPublishedContent(
  folder: string,
  kinds: KindRegistry,
  now: Date,
): Promise<PublishedContent> {
  const { records, faults } = await readContentFolder(folder, now);
  const readings = records.find(({ kind }) => kind === readingsKind.name);
  const words = readings ? readingsKind.schema.parse(readings.data).words : {};
  const typeset = createTypesetter(await loadTokenizer(), new Map(Object.entries(words)));
  const content: PublishedContent = { changes: [], faults: [...faults] };
  for (const { id, kind, entered, confirmed, data, file } of records) {
    const parsed = kinds.find(kind)?.schema.safeParse(data);
    if (!parsed?.success) {
      const detail = parsed?.error.message ?? kind;
      content.faults.push({
        file,
        problems: [{ code: 'invalid-record', message: { ja: detail, en: detail } }],
      });
      continue;
    }
    const sequence = content.changes.length + 1;
    const record = {
      id,
      kind,
      data: parsed.data,
      typesetting: await typesetFields(parsed.data, typeset),
      enteredOn: entered ?? now.toISOString().slice(0, 10),
      confirmedOn: confirmed,
      publishedAt: now,
      updatedAt: now,
      expiresAt: null,
      changes: [],
      sequence,
    };
    content.changes.push({ removed: false, sequence, record });
  }
  return content;
}
