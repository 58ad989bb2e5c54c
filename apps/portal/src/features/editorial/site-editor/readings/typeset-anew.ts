import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { defineJob, type JobRun } from '../../../../platform/jobs/job-type.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { PublicationObserver } from '../../../../platform/publishing/showing.ts';
import { readingsKind } from '../../../../platform/typesetting/readings-kind.ts';

/** Enqueued when readings are published, because furigana stored with each record must be regenerated. */
export const typesetAnewJob = defineJob({
  name: 'editing.typeset-anew',
  data: z.object({ revision: z.number() }),
  timeLimit: 3_600,
});

export function typesetAnewAfter({ jobs }: Pick<Platform, 'jobs'>): PublicationObserver {
  return async (tx, { kind, id, event, revision }, now) => {
    if (kind !== readingsKind.name || event !== 'published') return;
    await jobs.enqueue(tx, typesetAnewJob, { revision }, { key: `${id}/${revision}/${now.getTime()}` });
  };
}

/** Typesets every published record with the current readings; unchanged records are not written. */
export async function typesetAnew(
  { model, publishing }: Pick<Platform, 'model' | 'publishing'>,
  { signal }: Pick<JobRun, 'signal'>,
): Promise<number> {
  let changed = 0;
  for (const { id } of model.all()) {
    signal.throwIfAborted();
    if (await publishing.retypeset(id)) changed += 1;
    // Yield to pending requests, since typesetting a long record takes milliseconds.
    await setImmediate();
  }
  return changed;
}
