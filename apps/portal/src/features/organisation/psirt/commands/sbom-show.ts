import type { Component, Sbom } from '@kakehashi/vulnerabilities';
import { commandArguments, oneOf, operands } from '../../../../platform/command-line/arguments.ts';
import { colours } from '../../../../platform/command-line/colours.ts';
import { type Command, type CommandIo, exitCode } from '../../../../platform/command-line/command.ts';
import { table } from '../../../../platform/command-line/table.ts';
import { printable } from '../../../../platform/command-line/text-width.ts';
import { readBill } from '../reading.ts';
import { componentName } from '../report/component-name.ts';
import { warningLines } from '../report/warning-lines.ts';

const usage = 'kakehashi sbom show FILE [--format table|json]';
const headings = {
  ja: ['部品', '版', 'パッケージ URL', 'ライセンス', '供給者'],
  en: ['COMPONENT', 'VERSION', 'PACKAGE URL', 'LICENCE', 'SUPPLIER'],
};
const yields = [undefined, undefined, 2, 1, 1] as const;

export const sbomShow: Command = {
  name: 'sbom show',
  summary: {
    ja: '部品表（SBOM）の中身と、仕様に合わない所を見る',
    en: 'Show what an SBOM holds and where it is amiss',
  },
  help: {
    ja: `使い方: ${usage}

FILE は CycloneDX（JSON・XML）か SPDX（JSON・タグ値・YAML・3.0 JSON-LD）。
gzip のままでも読めます。- は標準入力。

終了コード: 0 読めた（仕様に合わない所があっても）、2 使い方か入力の誤り`,
    en: `Usage: ${usage}

FILE is CycloneDX (JSON, XML) or SPDX (JSON, tag-value, YAML, 3.0 JSON-LD), packed with gzip or not;
- is standard input.

Exit codes: 0 read (whether or not it breaks its format), 2 wrong usage or unusable input`,
  },

  async run(args, io) {
    const { values, positionals } = commandArguments(args, { format: { type: 'string', default: 'table' } });
    const [file = ''] = operands(positionals, 1, usage);
    const format = oneOf('--format', values.format, ['table', 'json']);
    const sbom = await readBill(file, io);
    await io.out(format === 'json' ? `${JSON.stringify(sbom, null, 2)}\n` : shown(sbom, io));
    return exitCode.ok;
  },
};

function shown(sbom: Sbom, io: CommandIo): string {
  const { language } = io;
  const paint = colours(io.colour);
  const columns = headings[language].map((heading, at) => ({
    heading,
    ...(yields[at] && { yields: yields[at] }),
  }));
  const listed = table(columns, sbom.components.map(row), { width: io.width, heading: paint.bold });
  const subject = sbom.subject
    ? printable([sbom.subject.name, sbom.subject.version].filter(Boolean).join(' '))
    : '—';
  const closing = {
    ja: `${sbom.format} ${sbom.specVersion}、対象: ${subject}、部品 ${sbom.components.length} 点、依存関係 ${sbom.dependencies.length} 件`,
    en: `${sbom.format} ${sbom.specVersion}, about: ${subject}, ${sbom.components.length} components, ${sbom.dependencies.length} dependencies`,
  }[language];
  return `${sbom.components.length > 0 ? `${listed.join('\n')}\n\n` : ''}${closing}\n${[...warningLines(sbom.warnings, sbom.warningCounts, language).map(paint.dim), ''].join('\n')}`;
}

function row(component: Component): string[] {
  const { version, purl, licences, supplier } = component;
  return [componentName(component), version ?? '', purl ?? '', licences.join(', '), supplier ?? ''].map(
    printable,
  );
}
