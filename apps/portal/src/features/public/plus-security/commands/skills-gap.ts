import { type Framework, type Gap, gap, isRefusal, wordingIn } from '@kakehashi/skills';
import { commandArguments, oneOf, operands } from '../../../../platform/command-line/arguments.ts';
import { colours } from '../../../../platform/command-line/colours.ts';
import {
  type Command,
  CommandError,
  type CommandIo,
  exitCode,
} from '../../../../platform/command-line/command.ts';
import { table } from '../../../../platform/command-line/table.ts';
import { printable } from '../../../../platform/command-line/text-width.ts';
import { ImportedFrameworks } from '../imported-frameworks.ts';

const usage = 'kakehashi skills gap FRAMEWORK FROM TO [--format table|json]';
const headings = {
  ja: ['項目', '重み', 'レベル', '内容'],
  en: ['ITEM', 'WEIGHT', 'LEVEL', 'TEXT'],
};

export const skillsGap: Command = {
  name: 'skills gap',
  summary: {
    ja: 'ある役割から別の役割へ移るのに足りないものを見る',
    en: 'Show what one role lacks for another',
  },
  help: {
    ja: `使い方: ${usage}
        kakehashi skills gap FRAMEWORK

FRAMEWORK は kakehashi, nice, dcwf, gddat, ecsf か、取り込んだ枠組みです。
これだけを指定すると、役割の一覧を出します。
FROM と TO は役割の識別子か題名です。FROM には持っている項目を , で区切って書くこともできます。
  例: kakehashi skills gap nice DD-WRL-001 DD-WRL-002
      kakehashi skills gap kakehashi day-phishing,day-updates section-chief

終了コード: 0 計算した、2 使い方か名前の誤り`,
    en: `Usage: ${usage}
       kakehashi skills gap FRAMEWORK

FRAMEWORK is kakehashi, nice, dcwf, gddat, ecsf or one that was imported; alone, it lists its roles.
FROM and TO are roles, by identifier or title; FROM may be items that are held, separated by commas.
  kakehashi skills gap nice DD-WRL-001 DD-WRL-002
  kakehashi skills gap kakehashi day-phishing,day-updates section-chief

Exit codes: 0 computed, 2 wrong usage or an unknown name`,
  },
  async run(args, io) {
    const { values, positionals } = commandArguments(args, { format: { type: 'string', default: 'table' } });
    const format = oneOf('--format', values.format, ['table', 'json']);
    const isList = positionals.length === 1;
    const [id = '', from = '', to = ''] = isList ? positionals : operands(positionals, 3, usage);
    const framework = await frameworkNamed(id, io);
    if (isList) {
      await io.out(roleList(framework, format, io));
      return exitCode.ok;
    }
    const held = from.includes(',') ? from.split(',').map((item) => item.trim()) : from;
    const found = gap(framework, held, to);
    if (isRefusal(found)) throw unknownName(framework, found.error.message, found.error.value);
    await io.out(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : shown(framework, found, io));
    return exitCode.ok;
  },
};

async function frameworkNamed(id: string, { env }: CommandIo): Promise<Framework> {
  const imported = new ImportedFrameworks(env);
  const framework = await imported.find(id);
  if (framework !== undefined) return framework;
  const ids = (await imported.ids()).join(', ');
  const name = printable(id).slice(0, 60);
  throw new CommandError({
    ja: `「${name}」という枠組みはありません。使えるもの: ${ids}`,
    en: `There is no framework "${name}". There are: ${ids}`,
  });
}

/** The refusal, with the roles whose id or title has the word in it. */
function unknownName(framework: Framework, message: { ja: string; en: string }, word: string): CommandError {
  const wanted = word.toLowerCase();
  const near = framework.roles
    .filter(({ id, title }) => [id, title.ja, title.en].some((name) => name?.toLowerCase().includes(wanted)))
    .slice(0, 8)
    .map(({ id, title }) => `${id} (${title.en})`);
  const list = `kakehashi skills gap ${framework.id}`;
  const hint =
    near.length > 0
      ? { ja: `似た役割: ${near.join('、')}`, en: `Similar roles: ${near.join(', ')}` }
      : { ja: `役割の一覧: ${list}`, en: `All roles: ${list}` };
  return new CommandError({
    ja: printable(`${message.ja}${hint.ja}`),
    en: printable(`${message.en} ${hint.en}`),
  });
}

function roleList(framework: Framework, format: 'table' | 'json', io: CommandIo): string {
  const rows = framework.roles.map(({ id, title }) =>
    [id, wordingIn(title, io.language) ?? ''].map(printable),
  );
  if (format === 'json') return `${JSON.stringify(framework.roles, null, 2)}\n`;
  const columns = { ja: ['役割', '題名'], en: ['ROLE', 'TITLE'] }[io.language].map((heading) => ({
    heading,
  }));
  return `${table(columns, rows, { width: io.width, heading: colours(io.colour).bold }).join('\n')}\n`;
}

function shown(framework: Framework, found: Gap, io: CommandIo): string {
  const items = new Map(framework.items.map((item) => [item.id, item]));
  const levels = new Map(framework.levels.map(({ id, title }) => [id, wordingIn(title, io.language) ?? id]));
  const rows = found.missing.map(({ id, weight, level, held }) => {
    const { title, text } = items.get(id) ?? {};
    const asked = [held, level].flatMap((name) => (name === undefined ? [] : [levels.get(name) ?? name]));
    return [id, weight.toFixed(2), asked.join(' → '), wordingIn(title ?? text, io.language) ?? ''].map(
      printable,
    );
  });
  const filled = [0, 1, 2, 3].filter((column) => rows.some((row) => row[column] !== ''));
  const columns = filled.map((column) => ({
    heading: headings[io.language][column]!,
    ...(column === 3 && { yields: 1 as const }),
  }));
  const cells = rows.map((row) => filled.map((column) => row[column]!));
  const listed = table(columns, cells, { width: io.width, heading: colours(io.colour).bold });
  const percent = Math.round(found.share * 100);
  const [lacking, all] = [found.missing.length, found.missing.length + found.present.length];
  const closing = {
    ja: `足りないもの ${percent}％（${all}項目のうち${lacking}項目）。${framework.licence.notice}`,
    en: `${percent} % is lacking (${lacking} of ${all} items). ${framework.licence.notice}`,
  }[io.language];
  const hint = rows.length > 0 && !filled.includes(3) ? `${importHint[io.language]}\n` : '';
  return `${rows.length > 0 ? `${listed.join('\n')}\n\n` : ''}${closing}\n${hint}`;
}

const importHint = {
  ja: '項目の本文は、発行元のファイルから取り込みます: kakehashi skills import FILE',
  en: 'Texts of the items come from the publisher’s file: kakehashi skills import FILE',
};
