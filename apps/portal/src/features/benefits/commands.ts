import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { calculate, type Language, parseCase, type Text, yen } from '@kakehashi/benefits';
import { answerText } from './answer-text.ts';
import { type AnsweredRow, answerCaseFile, CaseFileError, type RowError } from './case-file.ts';
import { caseOptions, describeCase, describeOption, optionName } from './case-options.ts';

interface CommandOutput {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** Every case answered, whether or not the person is eligible. */
const ANSWERED = 0;
/** A file of which some rows could not be calculated. */
const SOME_ROWS_FAILED = 1;
const BAD_INPUT = 2;

export const benefitCommand = {
  name: 'benefit',
  summary: {
    ja: '教育訓練給付の額・申請期限・根拠を計算する',
    en: 'Calculate what training benefits pay, by when to claim, and why',
  },
  async run(args: string[], io: CommandOutput): Promise<number> {
    const read = readArguments(args);
    if ('problem' in read) {
      io.stderr.write(`${read.problem.ja}\n${read.problem.en}\n\n${usage('ja')}`);
      return BAD_INPUT;
    }
    if (read.help) {
      io.stdout.write(usage(read.language));
      return ANSWERED;
    }
    return read.file === undefined ? answerOne(read, io) : answerFile(read, read.file, io);
  },
};

export const commands = [benefitCommand];

interface Arguments {
  readonly described: Record<string, unknown>;
  readonly file: string | undefined;
  readonly json: boolean;
  readonly help: boolean;
  readonly language: Language;
}

function readArguments(args: string[]): Arguments | { readonly problem: Text } {
  try {
    const { values } = parseArgs({ args, options: argumentOptions(), strict: true, allowPositionals: false });
    const described = describeCase(
      Object.entries(caseOptions).flatMap(([name, option]) => {
        const given = values[name] ?? [];
        return (Array.isArray(given) ? given : [given]).map((value) => [option, value] as const);
      }),
    );
    const { file, lang, json, help } = values;
    if (lang !== undefined && lang !== 'ja' && lang !== 'en') {
      return { problem: { ja: '--lang は ja か en です。', en: '--lang is ja or en.' } };
    }
    if (file !== undefined && Object.keys(described).length > 0) {
      return {
        problem: {
          ja: '--file と事例の指定は一緒に使えません。',
          en: '--file and options of a case exclude each other.',
        },
      };
    }
    return {
      described,
      file: typeof file === 'string' ? file : undefined,
      json: json === true,
      help: help === true,
      language: lang ?? 'ja',
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: { ja: `指定を読めません。${reason}`, en: `The options cannot be read. ${reason}` } };
  }
}

function argumentOptions() {
  const options: Record<string, { type: 'string' | 'boolean'; multiple?: boolean }> = {
    file: { type: 'string' },
    lang: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  };
  for (const [name, { flag, many }] of Object.entries(caseOptions)) {
    options[name] = { type: flag === true ? 'boolean' : 'string', multiple: many === true };
  }
  return options;
}

function answerOne({ described, json, language }: Arguments, io: CommandOutput): number {
  const parsed = parseCase(described);
  if (!parsed.ok) {
    if (json) io.stdout.write(`${JSON.stringify({ errors: parsed.errors }, null, 2)}\n`);
    else io.stderr.write(parsed.errors.map((error) => `${errorLine(error, language)}\n`).join(''));
    return BAD_INPUT;
  }
  const result = calculate(parsed.case);
  io.stdout.write(json ? `${JSON.stringify(result, null, 2)}\n` : answerText(result, language));
  return ANSWERED;
}

async function answerFile({ json, language }: Arguments, file: string, io: CommandOutput): Promise<number> {
  let rows: AnsweredRow[];
  try {
    rows = answerCaseFile(await readFile(file));
  } catch (error) {
    const text = fileProblem(error, file);
    io.stderr.write(`${text[language]}\n`);
    return BAD_INPUT;
  }
  io.stdout.write(
    json ? `${JSON.stringify(rows, null, 2)}\n` : rows.map((row) => rowText(row, language)).join(''),
  );
  return rows.some((row) => 'errors' in row) ? SOME_ROWS_FAILED : ANSWERED;
}

function fileProblem(error: unknown, file: string): Text {
  if (error instanceof CaseFileError)
    return { ja: `${file}: ${error.text.ja}`, en: `${file}: ${error.text.en}` };
  if (error instanceof Error && 'code' in error) {
    return { ja: `${file}: 読めません(${error.code})`, en: `${file}: cannot be read (${error.code})` };
  }
  throw error;
}

function rowText(row: AnsweredRow, language: Language): string {
  const line = { ja: `${row.line}行目`, en: `line ${row.line}` }[language];
  if ('errors' in row) return row.errors.map((error) => `${line}: ${errorLine(error, language)}\n`).join('');
  const { total, outOfPocket, eligible, start } = row.result;
  const open = {
    true: { ja: '', en: '' },
    false: { ja: ' 受給資格なし', en: ', not eligible' },
    null: { ja: ' 受給資格は未確認', en: ', eligibility not examined' },
  }[`${eligible}`];
  const own = outOfPocket === null ? { ja: '', en: '' } : yen(outOfPocket);
  return language === 'ja'
    ? `${line}: ${start}開始 支給${yen(total).ja}${own.ja === '' ? '' : ` 自己負担${own.ja}`}${open.ja}\n`
    : `${line}: start ${start}, paid ${yen(total).en}${own.en === '' ? '' : `, left to pay ${own.en}`}${open.en}\n`;
}

function errorLine({ field, text }: RowError, language: Language): string {
  return field === '' ? text[language] : `--${optionName(field)}: ${text[language]}`;
}

function usage(language: Language): string {
  const lines: Record<Language, string[]> = {
    ja: [
      '使い方: kakehashi benefit --kind 専門実践 --start 2024-10-01 --fee 500000 --fee 500000 [--json]',
      '        kakehashi benefit --file cases.csv [--json]',
      '',
      '--fee は1つなら講座全体の費用、くり返すと6か月ごとの費用です。専門実践で1つだけのときは、',
      '--months があれば期間に等分し、なければ1つの6か月の費用として計算します。',
      '指定しない条件は「確かめていない」とし、金額は条件を満たすものとして計算します。',
      '--left-work-on がなければ、開始日に雇用保険に加入しているものとします。',
      '終了コード: 0 計算した(受給資格がない場合も)、1 ファイルの一部の行を計算できない、2 入力の誤り',
    ],
    en: [
      'Usage: kakehashi benefit --kind practical --start 2024-10-01 --fee 500000 --fee 500000 [--json]',
      '       kakehashi benefit --file cases.csv [--json]',
      '',
      'One --fee is for the whole course; repeated, one for each six months. One fee for practical training',
      'is spread over --months where given, and otherwise taken for a single six-month period.',
      'Conditions not described are reported as not examined; amounts hold if they are met.',
      'Without --left-work-on the person is taken to be insured on the start date.',
      'Exit: 0 calculated (also where not eligible), 1 some rows of a file failed, 2 bad input',
    ],
  };
  const options = Object.entries(caseOptions).map(
    ([name, option]) => `  ${describeOption(name, option)[language]}`,
  );
  const common = ['  --file cases.csv', '  --json', '  --lang ja|en'];
  return `${[...lines[language], '', ...options, ...common].join('\n')}\n`;
}
