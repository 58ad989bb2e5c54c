import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../../platform/command-line/text-width.ts';
import { commandGroups } from '../commands.ts';

const commands = (await Promise.all(Object.values(commandGroups).map((load) => load()))).flat();

describe.each(commands)('the help of $name', ({ help }) => {
  it.each([help.ja, help.en])('fits 100 columns and tells the exit codes', (text) => {
    expect(text.split('\n').filter((line) => textWidth(line) > 100)).toEqual([]);
    expect(text).toMatch(/^(?:Exit codes|終了コード): 0 .*、?2 /ms);
  });
});
