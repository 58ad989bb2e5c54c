import { testIo } from '../platform/command-line/test-io.ts';
import { run } from './run.ts';

/** What a command came to. */
export interface CommandResult {
  code: number;
  /** Results. */
  out: string;
  /** Everything else that was said. */
  notes: string;
}

/** Runs `kakehashi` in a test, on a terminal of its own, in English unless told otherwise. */
export async function runTestCommand(
  args: readonly string[],
  settings: Parameters<typeof testIo>[0] = {},
): Promise<CommandResult> {
  const io = testIo(settings);
  const code = await run(args, io);
  return { code, out: io.written(), notes: io.noted() };
}
