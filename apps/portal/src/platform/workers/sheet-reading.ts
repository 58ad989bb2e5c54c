import { setImmediate } from 'node:timers/promises';
import {
  type Sheet,
  SheetError,
  type SheetFault,
  type SheetLimits,
  sheetLimits,
} from '@kakehashi/spreadsheets';
import { readBatch } from './row-batches.ts';
import { WorkError, WorkerPool } from './worker-pool.ts';

interface Job {
  bytes: Uint8Array;
  limits: SheetLimits;
  headings: readonly string[];
}
type Answer = { batches: Uint8Array[]; read: Sheet['read'] } | { fault: SheetFault };

/** The worker is TypeScript next to the source, JavaScript in the build. */
const worker = import.meta.url.endsWith('.ts') ? './sheet-worker.ts' : './sheet-worker.js';
const threads = new WorkerPool<Job, Answer>({
  entry: new URL(worker, import.meta.url),
  threads: 1,
  memory: 512,
  time: 30_000,
  idle: 10_000,
  queue: 20,
});

const faults = { time: 'too-complex', memory: 'too-complex', crash: 'not-read', busy: 'busy' } as const;

/**
 * The package's `readSheet` on another thread, within limits of time and memory.
 * @throws SheetError with the cause and the remedy in both languages
 */
export async function readSheet(
  bytes: Buffer,
  limits: SheetLimits = sheetLimits,
  headings: readonly string[] = [],
): Promise<Sheet> {
  if (bytes.length > limits.fileBytes) throw new SheetError('too-large');
  const answer = await answerTo({ bytes, limits, headings });
  if ('fault' in answer) throw new SheetError(answer.fault);
  const rows: string[][] = [];
  for (const batch of answer.batches) {
    rows.push(...readBatch(batch));
    await setImmediate();
  }
  return { rows, read: answer.read };
}

async function answerTo(job: Job): Promise<Answer> {
  try {
    return await threads.run(job);
  } catch (error) {
    if (!(error instanceof WorkError)) throw error;
    throw new SheetError(faults[error.fault], error);
  }
}
