import { parentPort, type TransferListItem } from 'node:worker_threads';

export type WorkerAnswer = { value: unknown } | { thrown: string };

/** Result of a worker; buffers are transferred, not copied. */
export interface WorkResult {
  value: unknown;
  transfer?: TransferListItem[];
}

/** Processes tasks one at a time on a thread of a `WorkerPool`. */
export function answerWork<Input>(work: (input: Input) => WorkResult | Promise<WorkResult>): void {
  parentPort?.on('message', async (input: Input) => {
    try {
      const { value, transfer = [] } = await work(input);
      parentPort?.postMessage({ value } satisfies WorkerAnswer, transfer);
    } catch (error) {
      const thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ thrown } satisfies WorkerAnswer);
    }
  });
}
