import { once } from 'node:events';
import type { CommandIo } from '../platform/command-line/command.ts';
import { fitted } from '../platform/command-line/text-width.ts';

const eraseLine = '\r\u001b[K';
const progressIntervalMs = 100;

/** The process's terminal as commands see it: colours and progress where a person is watching, plain text else. */
export function terminalIo(version: string, language: 'ja' | 'en', signal: AbortSignal): CommandIo {
  const { stdout, stderr, env } = process;
  const isPlain = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  const isForced = (env.FORCE_COLOR ?? '') !== '' && env.FORCE_COLOR !== '0';
  const isWatched = stderr.isTTY && env.TERM !== 'dumb' && !env.CI;
  let isProgressShown = false;
  let lastShown = 0;

  const clearProgress = () => {
    if (isProgressShown) stderr.write(eraseLine);
    isProgressShown = false;
  };
  return {
    version,
    language,
    env,
    folder: process.cwd(),
    get stdin() {
      return process.stdin;
    },
    signal,
    colour: !isPlain && (stdout.isTTY || isForced),
    width: (stdout.isTTY && stdout.columns) || statedWidth(env.COLUMNS),
    now: () => new Date(),
    async out(text) {
      clearProgress();
      if (!stdout.write(text)) await once(stdout, 'drain');
    },
    note(text) {
      clearProgress();
      stderr.write(`${text}\n`);
    },
    progress(text) {
      const now = performance.now();
      if (!isWatched || now - lastShown < progressIntervalMs) return;
      lastShown = now;
      stderr.write(eraseLine + fitted(text, (stderr.columns ?? 80) - 1));
      isProgressShown = true;
    },
  };
}

/** What whoever started the command says of a terminal that the process itself cannot ask. */
function statedWidth(columns: string | undefined): number | undefined {
  return /^[1-9]\d{0,3}$/.test(columns ?? '') ? Number(columns) : undefined;
}
