import { createRequire } from 'node:module';
import { CommandError, exitCode } from '../platform/command-line/command.ts';
import { terminalLanguage } from '../platform/startup-error.ts';
import { chooseLanguage } from './language.ts';
import { run } from './run.ts';
import { terminalIo } from './terminal.ts';

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort());

// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCode.ok);
  throw error;
});

const { version } = createRequire(import.meta.url)('kakehashi/package.json') as { version: string };
const fallback = terminalLanguage(process.env);
try {
  const { language, args } = chooseLanguage(process.argv.slice(2), fallback);
  process.exitCode = await run(args, terminalIo(version, language, interruption.signal));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  process.stderr.write(`kakehashi: ${error.text[fallback]}\n`);
  process.exitCode = exitCode.unusable;
}
