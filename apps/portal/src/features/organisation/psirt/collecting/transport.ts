import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError, type CommandIo } from '../../../../platform/command-line/command.ts';
import type { Transport } from './download.ts';
import type { RetryPolicy } from './retry.ts';
import type { Source } from './sources.ts';

/** A download as commands carry it out: with progress for whoever watches, until the user interrupts. */
export function transportFor(source: Source, io: CommandIo): Transport {
  return {
    fetch,
    signal: io.signal,
    idleLimit: 30_000,
    sizeLimit: 4 * 1024 ** 3,
    onProgress(received, total) {
      const share = total ? ` ${Math.floor((100 * received) / total)} %` : '';
      io.progress(`${source.name}${share} (${megabytes(received)} MB)`);
    },
  };
}

export function retryPolicyOf(tries: number): RetryPolicy {
  return {
    tries,
    wait: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
    random: Math.random,
  };
}

/** @throws CommandError where it is none that can be fetched from */
export function checkAddress(url: string): void {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return;
  throw new CommandError({
    ja: `${url} は http または https の URL ではありません。`,
    en: `${url} is not an http or https URL.`,
  });
}

export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
