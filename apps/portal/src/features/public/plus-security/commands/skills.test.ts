import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runTestCommand } from '../../../../cli/test-command.ts';
import { textWidth } from '../../../../platform/command-line/text-width.ts';
import { commands } from './skills.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kakehashi-skills-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function run(words: string, language: 'ja' | 'en' = 'en') {
  return runTestCommand(words.split(' '), {
    folder,
    language,
    env: { KAKEHASHI_DATA_DIR: join(folder, 'data') },
  });
}

const table = 'id,kind,title,text,roles\nR1,role,Guard,Guards.,\nA1,skill,Logs,Reads logs.,R1\n';
const write = (name: string, text: string) => writeFile(join(folder, name), text);

describe('kakehashi skills import', () => {
  it('keeps what a file says, and changes nothing when the file is imported again', async () => {
    await write('own.csv', table);
    const first = await run('skills import own.csv --framework own');
    expect(first).toMatchObject({
      code: 0,
      out: 'own 1: 1 roles, 1 items (1 with a text or title): imported\n',
    });
    const path = join(folder, 'data', 'skills', 'own@1.json');
    const before = await stat(path);
    const again = await run('skills import own.csv --framework own');
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('unchanged') });
    expect((await stat(path)).mtimeMs).toBe(before.mtimeMs);
    expect(await readdir(join(folder, 'data', 'skills'))).toEqual(['own@1.json']);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ id: 'own', items: [{ id: 'A1' }] });
  });

  it('says what became of the items since the version before', async () => {
    await write('one.csv', table);
    await write(
      'two.csv',
      table.replace('Reads logs.', 'Reads many logs.').concat('A2,skill,Rules,Writes rules.,R1\n'),
    );
    await run('skills import one.csv --framework own --version 1');
    const { out } = await run('skills import two.csv --framework own --version 2');
    expect(out).toContain('since 1: 0 kept, 1 reworded');
    expect(out).toContain('1 new');
  });

  it('tells the first warnings of a kind and counts the rest', async () => {
    const unasked = [1, 2, 3, 4, 5].map((number) => `B${number},skill,Skill,Text.,\n`).join('');
    await write('own.csv', table + unasked);
    const { code, notes } = await run('skills import own.csv --framework own');
    expect(code).toBe(0);
    expect(notes.split('\n').filter((line) => line.startsWith('warning B'))).toHaveLength(3);
    expect(notes).toContain('2 more of this kind');
  });

  it('imports nothing of a file with errors, and names each with its place', async () => {
    await write('bad.csv', table.replace('A1,skill', 'A1,magic'));
    const { code, notes } = await run('skills import bad.csv --framework own', 'ja');
    expect(code).toBe(2);
    expect(notes).toContain('row 3, kind');
    await expect(readdir(join(folder, 'data'))).rejects.toThrow('ENOENT');
  });

  it('keeps to its folder, whatever a framework is called', async () => {
    await write('own.csv', table);
    expect(await run('skills import own.csv --framework ../../etc')).toMatchObject({ code: 2 });
    await write(
      'own.json',
      JSON.stringify({ id: '../x', version: '1', items: [], roles: [], languages: [] }),
    );
    expect(await run('skills import own.json')).toMatchObject({ code: 2 });
    await expect(readdir(join(folder, 'data'))).rejects.toThrow('ENOENT');
  });
});

describe('kakehashi skills check', () => {
  it('says whether a file can be imported, and imports nothing', async () => {
    await write('own.csv', `${table}A2,skill,Rules,Writes rules.,\n`);
    const { code, out } = await run('skills check own.csv --framework own');
    expect(code).toBe(0);
    expect(out).toContain('warning A2: No role asks A2.');
    expect(await run('skills check nowhere.csv')).toMatchObject({
      code: 2,
      notes: expect.stringContaining('no such file'),
    });
    await expect(readdir(join(folder, 'data'))).rejects.toThrow('ENOENT');
  });
});

describe('kakehashi skills gap', () => {
  it('shows what a role lacks for another, in the language of the terminal', async () => {
    const english = await run('skills gap nice DD-WRL-001 DD-WRL-002');
    expect(english).toMatchObject({
      code: 0,
      out: expect.stringContaining('15 % is lacking (15 of 156 items).'),
    });
    expect(english.out).toContain('kakehashi skills import');
    const japanese = await run('skills gap kakehashi general-affairs section-chief', 'ja');
    expect(japanese.out).toContain('報告しやすい職場にする');
    expect(japanese.out).toContain('知っている');
  });

  it('takes items that are held, and answers programs in JSON', async () => {
    const { out } = await run('skills gap kakehashi day-phishing,day-updates sales --format json');
    expect(JSON.parse(out)).toMatchObject({ present: ['day-phishing', 'day-updates'] });
  });

  it('shows the texts of an imported framework', async () => {
    await write('own.csv', table.concat('R2,role,Clerk,Writes.,\n'));
    await run('skills import own.csv --framework own');
    expect((await run('skills gap own R2 R1')).out).toContain('Logs');
  });

  it('lists the roles, and names similar ones where one is not known', async () => {
    expect((await run('skills gap ecsf')).out).toContain('12    Penetration Tester');
    const { code, notes } = await run('skills gap nice Architecture DD-WRL-002');
    expect(code).toBe(2);
    expect(notes).toContain('Similar roles: DD-WRL-001 (Cybersecurity Architecture)');
    expect((await run('skills gap sfia a b')).notes).toContain('There are: kakehashi, nice');
  });
});

describe.each(commands)('the help of $name', ({ help }) => {
  it.each([help.ja, help.en])('fits 100 columns and tells the exit codes', (text) => {
    expect(text.split('\n').filter((line) => textWidth(line) > 100)).toEqual([]);
    expect(text).toMatch(/^(?:Exit codes|終了コード): 0 .*、?2 /ms);
  });
});
