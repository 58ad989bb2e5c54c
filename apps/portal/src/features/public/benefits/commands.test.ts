import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Command, CommandError, type CommandIo } from '../../../platform/command-line/command.ts';
import { commands } from './commands/benefit.ts';

const [benefitCommand] = commands as [Command];

async function run(line: string, language: 'ja' | 'en' = 'ja') {
  const output = { out: '', err: '' };
  const io: CommandIo = {
    version: '1.2.3',
    language,
    env: {},
    folder: tmpdir(),
    stdin: (async function* () {})(),
    out: async (text) => {
      output.out += text;
    },
    note: (text) => {
      output.err += `${text}\n`;
    },
    progress: () => {},
    colour: false,
    width: undefined,
    signal: new AbortController().signal,
    now: () => new Date('2026-11-23'),
  };
  const exit = await benefitCommand.run(line.split(' '), io);
  return { exit, ...output };
}

const json = async (line: string) => JSON.parse((await run(`${line} --json`)).out);

const fourHalves = '--start 2024-10-01 --fee 500000 --fee 500000 --fee 500000 --fee 500000';

describe('kakehashi benefit', () => {
  it.each([
    [
      `--kind practical ${fourHalves} --qualified-on 2026-10-15 --employed-on 2026-11-01 --wage-up 5`,
      1_280_000,
    ],
    [
      `--kind 専門実践 ${fourHalves} --qualified-on 2026-10-15 --employed-on 2026-11-01 --wage-up 5`,
      1_280_000,
    ],
    ['--kind general --start 2024-10-01 --fee 20004', 0],
    ['--kind 一般 --start 2024-10-01 --fee 20005', 4_001],
    ['--kind specified --start 2024-09-30 --fee 300000', 120_000],
    [
      '--kind 特定一般 --start 2024-10-01 --fee 300000 --qualified-on 2025-04-01 --employed-on 2025-04-01',
      150_000,
    ],
    ['--kind practical --start 2024-10-01 --fee 33333', 16_666],
    ['--kind practical --start 2024-10-01 --fee 2000000 --months 24', 800_000],
    ['--kind leave --start 2025-10-01 --leave-days 90 --insured-years 5 --basic-allowance 6000', 540_000],
    [
      '--kind support --start 2025-04-01 --basic-allowance 5000 --certified-days 30 --certified-days 31',
      183_000,
    ],
  ])('%s comes to %i yen', async (line, total) => {
    const result = await json(line);
    expect(result.total).toBe(total);
    expect(result.payments.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0)).toBe(
      total,
    );
  });

  it('prints the whole answer as JSON', async () => {
    expect(Object.keys(await json(`--kind practical ${fourHalves}`))).toEqual(
      expect.arrayContaining([
        'eligible',
        'reasons',
        'payments',
        'total',
        'outOfPocket',
        'trace',
        'unconfirmed',
      ]),
    );
  });

  it('examines what it is told of the person', async () => {
    const line = '--kind practical --start 2024-10-01 --fee 100000';
    expect((await json(line)).eligible).toBeNull();
    expect((await json(`${line} --insured-years 5 --first-time`)).eligible).toBe(true);
    expect(await json(`${line} --insured-years 1 --first-time`)).toMatchObject({ eligible: false, total: 0 });
    expect(
      await json(
        `${line} --insured-years 5 --first-time --left-work-on 2023-07-31 --extension-reason 出産 --extension-days 200`,
      ),
    ).toMatchObject({ eligible: true });
  });

  it('answers in Japanese, and in English when asked', async () => {
    const line = `--kind practical ${fourHalves}`;
    const japanese = await run(line);
    expect(japanese.exit).toBe(0);
    expect(japanese.out).toContain('専門実践教育訓練給付金（第1期）: 250,000円  2025-04-30まで');
    expect(japanese.out).toContain('支給の合計: 800,000円\n自己負担: 1,200,000円');
    expect((await run(line, 'en')).out).toContain('Total: 800,000 yen\nLeft to pay: 1,200,000 yen');
  });

  it('answers someone who is not eligible without calling it an error', async () => {
    const { exit, out } = await run('--kind general --start 2024-10-01 --fee 100000 --insured-years 0');
    expect(exit).toBe(0);
    expect(out).toContain('受給資格: 条件を満たしていません');
    expect(out).toContain('支給の合計: 0円');
  });

  it('names every option at fault and exits with 2', async () => {
    const { exit, err, out } = await run('--kind practical --start 2024-02-30 --fee 12x', 'en');
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toBe(
      '--start: start date: is not a date that exists, written like 2024-10-01.\n--fee: fee: is not a number.\n',
    );
    expect(await json('--kind practical')).toMatchObject({
      errors: [
        { field: 'start', code: 'missing' },
        { field: 'fees', code: 'missing' },
      ],
    });
  });

  it.each(['--knd practical', '--fee', 'practical', '--file x.csv --fee 1'])('refuses %s', async (line) => {
    await expect(run(line)).rejects.toThrow(CommandError);
  });

  it('tells how it is used, option by option', () => {
    expect(benefitCommand.help.ja).toContain('使い方: kakehashi benefit');
    expect(benefitCommand.help.en).toContain('--fee 500000\n      fee (may be repeated)');
  });
});

describe('kakehashi benefit --file', () => {
  let folder = '';
  const file = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'benefit-cases-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('answers every row, and keeps the faults of a row to it', async () => {
    const path = file(
      'cases.csv',
      '\uFEFFkind,start,fee1,fee2,first-time\npractical,2024-10-01,"600,000",400000,yes\n\ngeneral,2024-10-32,1,,\n一般,2024/10/1,800000,,はい\n',
    );
    const { exit, out } = await run(`--file ${path} --json`);
    expect(exit).toBe(2);
    expect(JSON.parse(out)).toMatchObject([
      { line: 2, result: { total: 400_000 } },
      { line: 4, errors: [{ field: 'start', code: 'not-a-date' }] },
      { line: 5, result: { total: 100_000 } },
    ]);
    expect(await run(`--file ${path}`, 'en')).toMatchObject({
      out: 'line 2: start 2024-10-01, paid 400,000 yen, left to pay 600,000 yen, eligibility not examined\nline 5: start 2024-10-01, paid 100,000 yen, left to pay 700,000 yen, eligibility not examined\n',
      err: 'line 4: --start: start date: is not a date that exists, written like 2024-10-01.\n',
    });
  });

  it('reads Shift_JIS with Japanese headings', async () => {
    // 給付の種類,受講開始日,受講費用 / 一般,2024-10-01,500000
    const path = file(
      'sjis.csv',
      Buffer.from(
        '8b8b957482cc8eed97de2c8ef38d758a4a8e6e93fa2c8ef38d7594ef97700a88ea94ca2c323032342d31302d30312c3530303030300a',
        'hex',
      ),
    );
    const { exit, out } = await run(`--file ${path}`);
    expect({ exit, out }).toEqual({
      exit: 0,
      out: '2行目: 2024-10-01開始 支給100,000円 自己負担400,000円 受給資格は未確認\n',
    });
  });

  it('reports a row with more values than headings', async () => {
    const path = file('wide.csv', 'kind,start,fee\ngeneral,2024-10-01,1,2\n');
    expect((await run(`--file ${path}`, 'en')).err).toBe('line 2: There are more values than headings.\n');
  });

  it.each([
    ['an unknown column', 'kind,begin\ngeneral,2024-10-01\n', 'unknown column: begin'],
    ['no case', 'kind,start,fee\n', 'A heading and at least one case are needed.'],
    ['an open quotation', 'kind,start\n"general,2024', 'not readable as CSV'],
    ['bytes of no text', new Uint8Array([0xff, 0xfe, 0xff]), 'neither UTF-8 nor Shift_JIS'],
  ])('refuses a file with %s', async (_, content, expected) => {
    await expect(run(`--file ${file('refused.csv', content)}`)).rejects.toThrow(expected);
  });

  it('says when there is no such file, looked for in the folder it was called in', async () => {
    await expect(run('--file no-such-cases.csv')).rejects.toThrow(
      'no-such-cases.csv cannot be read (ENOENT).',
    );
  });
});
