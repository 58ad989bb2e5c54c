import type { CommandIo } from './command.ts';

/** A terminal for tests: collects what a command writes. */
export interface TestIo extends CommandIo {
  written(): string;
  noted(): string;
}

export function testIo(settings: Partial<CommandIo> = {}): TestIo {
  let written = '';
  let noted = '';
  return {
    version: '1.2.3',
    language: 'en',
    env: {},
    folder: process.cwd(),
    stdin: (async function* () {})(),
    colour: false,
    width: undefined,
    signal: new AbortController().signal,
    now: () => new Date('2026-04-01T00:00:00Z'),
    async out(text) {
      written += text;
    },
    note(text) {
      noted += `${text}\n`;
    },
    progress: () => undefined,
    ...settings,
    written: () => written,
    noted: () => noted,
  };
}
