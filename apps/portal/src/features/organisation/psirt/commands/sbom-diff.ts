import {
  type Component,
  type ComponentChange,
  type ComponentDifference,
  diffSboms,
  type SbomDifference,
} from '@kakehashi/vulnerabilities';
import { commandArguments, oneOf, operands } from '../../../../platform/command-line/arguments.ts';
import { colours } from '../../../../platform/command-line/colours.ts';
import { type Command, type CommandIo, exitCode } from '../../../../platform/command-line/command.ts';
import { printable } from '../../../../platform/command-line/text-width.ts';
import { readBill } from '../reading.ts';
import { componentName } from '../report/component-name.ts';

const usage = 'kakehashi sbom diff OLD NEW [--format table|json]';

export const sbomDiff: Command = {
  name: 'sbom diff',
  summary: { ja: '二つの部品表（SBOM）の違いを見る', en: 'Show what changed between two SBOMs' },
  help: {
    ja: `使い方: ${usage}

増えた部品（+）、なくなった部品（-）、変わった部品（~）を挙げます。変わったというのは、版が違う、
同じ版なのにハッシュ値（中身）かライセンスが違う、名前空間が移った、のどれかです。
部品はパッケージ URL の種類・名前空間・名前と Maven の classifier・type で、
なければグループと名前で見分けます。

終了コード: 0 比べた（違いがあっても）、2 使い方か入力の誤り`,
    en: `Usage: ${usage}

Lists components added (+), removed (-) and changed (~): in another version; with another hash
(other content) or licence under the same version; moved to another namespace.
Components are told apart by type, namespace and name of the package URL with Maven's classifier
and type, or by group and name where there is none.

Exit codes: 0 compared (differences or not), 2 wrong usage or unusable input`,
  },

  async run(args, io) {
    const { values, positionals } = commandArguments(args, { format: { type: 'string', default: 'table' } });
    const [before = '', after = ''] = operands(positionals, 2, usage);
    const format = oneOf('--format', values.format, ['table', 'json']);
    const difference = diffSboms(await readBill(before, io), await readBill(after, io));
    await io.out(
      format === 'json' ? `${JSON.stringify(asJson(difference), null, 2)}\n` : shown(difference, io),
    );
    return exitCode.ok;
  },
};

function asJson({ added, removed, changed, unchanged }: SbomDifference) {
  const identity = ({ name, group, version, purl }: Component) => ({ name, group, version, purl });
  const content = ({ hashes, licences, ...component }: Component, differences: ComponentDifference[]) => ({
    ...identity({ hashes, licences, ...component }),
    ...(differences.includes('hash') && { hashes }),
    ...(differences.includes('licence') && { licences }),
  });
  return {
    added: added.map(identity),
    removed: removed.map(identity),
    changed: changed.map(({ before, after, differences }) => ({
      differences,
      before: content(before, differences),
      after: content(after, differences),
    })),
    unchanged,
  };
}

function shown({ added, removed, changed, unchanged }: SbomDifference, io: CommandIo): string {
  const paint = colours(io.colour);
  const lines = [
    ...added.map((component) => paint.green(`+ ${named(component)}`)),
    ...removed.map((component) => paint.red(`- ${named(component)}`)),
    ...changed.map((change) => paint.yellow(`~ ${changeLine(change, io.language)}`)),
  ];
  const closing = {
    ja: `追加 ${added.length}、削除 ${removed.length}、変更 ${changed.length}、同じもの ${unchanged}`,
    en: `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${unchanged} the same`,
  }[io.language];
  return [...lines, ...(lines.length > 0 ? [''] : []), closing, ''].join('\n');
}

function changeLine({ before, after, differences }: ComponentChange, language: 'ja' | 'en'): string {
  const texts = differences.map((difference) =>
    printable(differenceText(difference, before, after, language)),
  );
  const isVersion = differences.includes('version');
  const [name, version] = [componentName(before), after.version ?? ''].map(printable);
  return `${[name, isVersion ? '' : version].filter(Boolean).join(' ')} ${texts.join(' ')}`;
}

function differenceText(
  difference: ComponentDifference,
  before: Component,
  after: Component,
  language: 'ja' | 'en',
): string {
  if (difference === 'version') return `${before.version ?? '?'} → ${after.version ?? '?'}`;
  if (difference === 'namespace') return `→ ${componentName(after)}`;
  if (difference === 'licence') {
    const word = { ja: 'ライセンス', en: 'licence' }[language];
    return `(${word} ${before.licences.join(', ')} → ${after.licences.join(', ')})`;
  }
  const word = { ja: 'ハッシュ値', en: 'hash' }[language];
  const [from, to] = differingHash(before, after);
  return `(${word} ${from?.algorithm} ${from?.value.slice(0, 12)}… → ${to?.value.slice(0, 12)}…)`;
}

function differingHash(before: Component, after: Component): Component['hashes'] {
  const pairs = before.hashes.flatMap((from) =>
    after.hashes
      .filter(({ algorithm }) => algorithm.toUpperCase() === from.algorithm.toUpperCase())
      .map((to) => [from, to]),
  );
  return pairs.find(([from, to]) => from?.value.toLowerCase() !== to?.value.toLowerCase()) ?? [];
}

function named(component: Component): string {
  return printable([componentName(component), component.version].filter(Boolean).join(' '));
}
