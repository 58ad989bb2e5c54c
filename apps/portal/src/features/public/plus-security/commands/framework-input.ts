import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type FileProblem, type Framework, type FrameworkFile, readFrameworkFile } from '@kakehashi/skills';
import { commandArguments, oneOf, operands } from '../../../../platform/command-line/arguments.ts';
import { CommandError, type CommandIo } from '../../../../platform/command-line/command.ts';
import { printable } from '../../../../platform/command-line/text-width.ts';
import { frameworkName, versionName } from '../imported-frameworks.ts';

const LARGEST_FILE = 64 * 1024 * 1024;

/** What is told of files and options by the help of every command that reads a framework. */
export const inputHelp = {
  ja: `FILE は発行元が公開しているもの（NICE の CPRT の JSON、DCWF、GDDaT、ECSF の JSON）、
このサイトの形の JSON、または表（CSV・Excel）です。表の見出しは id・kind・title・text・
group・roles（日本語の見出しも可）で、1行に役割か項目を1つ書きます。

  --framework 名前  表の枠組み（nice, dcwf, gddat, ecsf か、自分で付けた短い名前）
  --version 版      表の版
  --language ja|en  表の言語（既定は en）`,
  en: `FILE is what a publisher gives out (JSON of NICE as CPRT exports it, DCWF, GDDaT, ECSF),
JSON in this site's own shape, or a table (CSV, Excel) with the headings id, kind, title, text,
group and roles, one role or item a row.

  --framework NAME  framework of a table (nice, dcwf, gddat, ecsf, or a short name of your own)
  --version V       version of a table
  --language ja|en  language of a table (default en)`,
};

/** Reads the file that a command is given, with the options of a table. */
export async function readInput(
  args: readonly string[],
  usage: string,
  io: CommandIo,
): Promise<FrameworkFile> {
  const { values, positionals } = commandArguments(args, {
    framework: { type: 'string' },
    version: { type: 'string' },
    language: { type: 'string', default: 'en' },
  });
  const [file = ''] = operands(positionals, 1, usage);
  const { framework, version } = values;
  if (framework !== undefined) checkName('--framework', framework, frameworkName);
  if (version !== undefined) checkName('--version', version, versionName);
  const read = await readFrameworkFile(await bytesOf(resolve(io.folder, file), file), {
    language: oneOf('--language', values.language, ['ja', 'en']),
    ...(framework !== undefined && { framework }),
    ...(version !== undefined && { version }),
  });
  if (read.ok) {
    checkName('id', read.framework.id, frameworkName);
    checkName('version', read.framework.version, versionName);
  }
  return read;
}

function checkName(option: string, value: string, allowed: RegExp): void {
  if (allowed.test(value)) return;
  const shown = printable(value).slice(0, 60);
  throw new CommandError({
    ja: `${option} の「${shown}」は使えません。英数字と - の短い名前にしてください。`,
    en: `"${shown}" cannot be used for ${option}; take a short name of letters, digits and -.`,
  });
}

async function bytesOf(path: string, file: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size <= LARGEST_FILE) return await readFile(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const text =
      code === 'ENOENT'
        ? { ja: `${file}: ファイルがありません。`, en: `${file}: there is no such file.` }
        : { ja: `${file} を読めません（${code}）。`, en: `${file} cannot be read (${code}).` };
    throw new CommandError(text, { cause: error });
  }
  throw new CommandError({ ja: `${file} は大きすぎます。`, en: `${file} is too large.` });
}

/** A line for each problem; of one kind no more than `most`, and then how many there are. */
export function problemLines(
  problems: readonly FileProblem[],
  language: 'ja' | 'en',
  most = Number.POSITIVE_INFINITY,
): string[] {
  const byCode = Map.groupBy(problems, ({ severity, code }) => `${severity} ${code}`);
  return [...byCode.values()].flatMap((alike) => {
    const more = alike.length - most;
    const lines = alike.slice(0, most).map((problem) => problemLine(problem, language));
    return more > 0
      ? [...lines, { ja: `  … 同じ種類がほかに ${more} 件`, en: `  … ${more} more of this kind` }[language]]
      : lines;
  });
}

function problemLine({ severity, place, message }: FileProblem, language: 'ja' | 'en'): string {
  const kind = { error: { ja: '誤り', en: 'error' }, warning: { ja: '注意', en: 'warning' } }[severity][
    language
  ];
  return printable(`${kind}${place === '' ? '' : ` ${place}`}: ${message[language]}`);
}

export function sizeLine(framework: Framework, language: 'ja' | 'en'): string {
  const { id, version, roles, items } = framework;
  const worded = items.filter(({ text, title }) => text !== undefined || title !== undefined).length;
  return {
    ja: `${id} ${version}: 役割 ${roles.length}、項目 ${items.length}（本文か名称のあるもの ${worded}）`,
    en: `${id} ${version}: ${roles.length} roles, ${items.length} items (${worded} with a text or title)`,
  }[language];
}
