import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { answerJson, calculate, parseCase, yen } from '@kakehashi/benefits';
import { commandArguments, operands } from '../../../../platform/command-line/arguments.ts';
import {
  type Command,
  CommandError,
  type CommandIo,
  type ExitCode,
  exitCode,
} from '../../../../platform/command-line/command.ts';
import { answerText } from '../answer-text.ts';
import { type AnsweredRow, answerCaseFile, CaseFileError, type RowError } from '../case-file.ts';
import { caseOptions, describeCase, optionName } from '../case-options.ts';
import { benefitHelp } from '../command-help.ts';

const benefitCommand: Command = {
  name: 'benefit',
  summary: {
    ja: '教育訓練給付の額・申請期限・根拠を計算する',
    en: 'Calculate what training benefits pay, by when to claim, and why',
  },
  help: benefitHelp,
  async run(args, io) {
    const { values, positionals } = commandArguments(args, argumentOptions);
    operands(positionals, 0, 'kakehashi benefit --kind practical --start 2024-10-01 --fee 500000');
    const described = describeCase(
      Object.entries(caseOptions).flatMap(([name, option]) =>
        [values[name] ?? []].flat().map((value) => [option, value] as const),
      ),
    );
    const json = values.json === true;
    if (typeof values.file !== 'string') return answerOne(described, json, io);
    if (Object.keys(described).length === 0) return answerFile(values.file, json, io);
    throw new CommandError({
      ja: '--file と事例のオプションは一緒に使えません。',
      en: '--file and the options of a case exclude each other.',
    });
  },
};

export const commands: readonly Command[] = [benefitCommand];

const argumentOptions: Record<string, { type: 'string' | 'boolean'; multiple?: boolean }> = {
  file: { type: 'string' },
  json: { type: 'boolean' },
};
for (const [name, { flag, many }] of Object.entries(caseOptions)) {
  argumentOptions[name] = { type: flag === true ? 'boolean' : 'string', multiple: many === true };
}

async function answerOne(described: unknown, json: boolean, io: CommandIo): Promise<ExitCode> {
  const parsed = parseCase(described);
  if (!parsed.ok) {
    if (json) await io.out(`${JSON.stringify({ errors: parsed.errors }, null, 2)}\n`);
    else for (const error of parsed.errors) io.note(errorLine(error, io));
    return exitCode.unusable;
  }
  const result = calculate(parsed.case);
  await io.out(json ? `${JSON.stringify(answerJson(result), null, 2)}\n` : answerText(result, io.language));
  return exitCode.ok;
}

/** Valid rows are answered even if others have errors. */
async function answerFile(file: string, json: boolean, io: CommandIo): Promise<ExitCode> {
  const rows = await readCases(resolve(io.folder, file), file);
  if (json) await io.out(`${JSON.stringify(rows.map(rowJson), null, 2)}\n`);
  else for (const row of rows) await printRow(row, io);
  return rows.some((row) => 'errors' in row) ? exitCode.unusable : exitCode.ok;
}

function rowJson(row: AnsweredRow) {
  return 'errors' in row ? row : { line: row.line, result: answerJson(row.result) };
}

async function readCases(path: string, file: string): Promise<AnsweredRow[]> {
  try {
    return answerCaseFile(await readFile(path));
  } catch (error) {
    if (error instanceof CaseFileError) {
      const { ja, en } = error.text;
      throw new CommandError({ ja: `${file}: ${ja}`, en: `${file}: ${en}` }, { cause: error });
    }
    if (!(error instanceof Error && 'code' in error)) throw error;
    const text = {
      ja: `${file} を読めません（${error.code}）。`,
      en: `${file} cannot be read (${error.code}).`,
    };
    throw new CommandError(text, { cause: error });
  }
}

async function printRow(row: AnsweredRow, io: CommandIo): Promise<void> {
  const line = { ja: `${row.line}行目`, en: `line ${row.line}` }[io.language];
  if ('errors' in row) {
    for (const error of row.errors) io.note(`${line}: ${errorLine(error, io)}`);
    return;
  }
  const { total, outOfPocket, eligible, start } = row.result;
  const paid = yen(total);
  const own = outOfPocket === null ? null : yen(outOfPocket);
  const standing = standings[`${eligible}`];
  const summary = {
    ja: `${start}開始 支給${paid.ja}${own === null ? '' : ` 自己負担${own.ja}`}${standing.ja}`,
    en: `start ${start}, paid ${paid.en}${own === null ? '' : `, left to pay ${own.en}`}${standing.en}`,
  };
  await io.out(`${line}: ${summary[io.language]}\n`);
}

const standings = {
  true: { ja: '', en: '' },
  false: { ja: ' 受給資格なし', en: ', not eligible' },
  null: { ja: ' 受給資格は未確認', en: ', eligibility not examined' },
};

function errorLine({ field, text }: RowError, io: CommandIo): string {
  return field === '' ? text[io.language] : `--${optionName(field)}: ${text[io.language]}`;
}
