import { type Component, diffSboms, type SbomDifference } from '@kakehashi/vulnerabilities';
import { commandArguments, oneOf, operands } from '../../../../platform/command-line/arguments.ts';
import { type Colours, colours } from '../../../../platform/command-line/colours.ts';
import { type Command, type CommandIo, exitCode } from '../../../../platform/command-line/command.ts';
import { printable } from '../../../../platform/command-line/text-width.ts';
import { readBill } from '../reading.ts';
import { componentName } from '../report/component-name.ts';

const usage = 'kakehashi sbom diff OLD NEW [--format table|json]';

export const sbomDiff: Command = {
  name: 'sbom diff',
  summary: { ja: '二つの部品表（SBOM）の違いを見る', en: 'Show what changed between two SBOMs' },
  help: {
    ja: `使い方: ${usage}\n\n増えた部品、なくなった部品、版の変わった部品を挙げます。`,
    en: `Usage: ${usage}\n\nLists components added, removed, and in another version.`,
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
  const identity = ({ name, version, purl }: Component) => ({ name, version, purl });
  return {
    added: added.map(identity),
    removed: removed.map(identity),
    changed: changed.map(({ before, after }) => ({ before: identity(before), after: identity(after) })),
    unchanged,
  };
}

function shown({ added, removed, changed, unchanged }: SbomDifference, io: CommandIo): string {
  const paint = colours(io.colour);
  const lines = [
    ...added.map((component) => paint.green(`+ ${named(component)}`)),
    ...removed.map((component) => paint.red(`- ${named(component)}`)),
    ...changed.map((change) => changeLine(change, paint)),
  ];
  const closing = {
    ja: `追加 ${added.length}、削除 ${removed.length}、変更 ${changed.length}、同じもの ${unchanged}`,
    en: `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${unchanged} the same`,
  }[io.language];
  return [...lines, ...(lines.length > 0 ? [''] : []), closing, ''].join('\n');
}

function changeLine({ before, after }: SbomDifference['changed'][number], paint: Colours): string {
  return paint.yellow(
    `~ ${printable(componentName(after))} ${printable(before.version ?? '?')} → ${printable(after.version ?? '?')}`,
  );
}

function named(component: Component): string {
  return printable([componentName(component), component.version].filter(Boolean).join(' '));
}
