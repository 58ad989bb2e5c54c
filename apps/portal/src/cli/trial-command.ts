import { trialIo } from '../platform/command-line/trial-io.ts';
import { run } from './run.ts';

/** What a command came to. */
export interface TrialResult {
  code: number;
  /** Results. */
  out: string;
  /** Everything else that was said. */
  notes: string;
}

/** Runs `kakehashi` in a test, on a terminal of its own, in English unless told otherwise. */
export async function trialCommand(
  args: readonly string[],
  settings: Parameters<typeof trialIo>[0] = {},
): Promise<TrialResult> {
  const io = trialIo(settings);
  const code = await run(args, io);
  return { code, out: io.written(), notes: io.noted() };
}
