import { createHash } from 'node:crypto';
import type { Label } from '../i18n/localised.ts';
import type { Problem } from '../outcome/outcome.ts';
import type { KindRegistry } from '../publishing/kind.ts';
import { systemActor } from '../publishing/model.ts';
import type { Publishing } from '../publishing/service.ts';
import { readingsKind } from '../typesetting/readings-kind.ts';
import { type ContentRecord, readContentFolder } from './content-files.ts';

/** Result of loading, by record. */
export interface LoadReport {
  entered: string[];
  /** Files that changed since they were loaded, and whose records were not edited here. */
  renewed: string[];
  unchanged: string[];
  /** Files that changed, but whose records were edited here: the edits are kept. */
  kept: string[];
  faults: { file: string; problems: Problem[] }[];
}

export interface ContentLoading {
  kinds: KindRegistry;
  publishing: Publishing;
  /** Called after each record that was entered or renewed, with how many files are done. */
  onEntered?: (done: number, total: number) => void;
}

const reason: Label = { ja: '同梱のコンテンツから登録', en: 'entered from the content folder' };

/**
 * Enters and publishes the records of a content folder. Idempotent; a changed file updates its record unless
 * the record has been edited here.
 * @param folder  folder with one YAML file for each record or kind
 */
export async function loadContent(folder: string, loading: ContentLoading, now: Date): Promise<LoadReport> {
  const { records, faults } = await readContentFolder(folder, now);
  const report: LoadReport = { entered: [], renewed: [], unchanged: [], kept: [], faults: [...faults] };
  const ordered = records.toSorted((a, b) => rank(a) - rank(b));
  for (const [index, record] of ordered.entries()) {
    const outcome = loading.kinds.has(record.kind)
      ? await loadRecord(record, loading.publishing, now)
      : { faults: [unknownKind(record.kind)] };
    if (outcome === 'entered' || outcome === 'renewed') loading.onEntered?.(index + 1, ordered.length);
    if (typeof outcome === 'string') report[outcome].push(record.id);
    else report.faults.push({ file: record.file, problems: outcome.faults });
  }
  return report;
}

/** Readings first: the other records are typeset with them. */
function rank(record: ContentRecord): number {
  return record.kind === readingsKind.name ? 0 : 1;
}

type Loaded = 'entered' | 'renewed' | 'unchanged' | 'kept' | { faults: Problem[] };

async function loadRecord(record: ContentRecord, publishing: Publishing, now: Date): Promise<Loaded> {
  const { file: _, ...content } = record;
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const known = await publishing.find(record.id);
  if (known?.contentDigest === digest) return 'unchanged';
  if (!known) {
    const entry = {
      ...record,
      reason: reason.en,
      enteredOn: record.entered,
      confirmedOn: record.confirmed,
      contentDigest: digest,
    };
    const outcome = await publishing.publishDirectly(entry, now);
    return outcome.ok ? 'entered' : { faults: outcome.problems };
  }
  const newest = await publishing.revision(record.id, known.currentRevision);
  if (known.contentDigest === null || newest?.author !== systemActor.id) return 'kept';
  const edit = {
    data: record.data,
    reason: reason.en,
    basedOn: known.currentRevision,
    contentDigest: digest,
    replacesAmendable: true,
  };
  const revised = await publishing.revise(record.id, edit, systemActor, now);
  if (!revised.ok) return { faults: revised.problems };
  const published = await publishing.publishOwn(record.id, reason.en, now);
  return published.ok ? 'renewed' : { faults: published.problems };
}

const unknownKind = (kind: string): Problem => ({
  code: 'unknown-kind',
  field: 'kind',
  message: { ja: `「${kind}」という種類はありません。`, en: `There is no kind “${kind}”.` },
});
