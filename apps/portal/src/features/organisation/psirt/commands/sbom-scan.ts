import type { Sbom } from '@kakehashi/vulnerabilities';
import { commandArguments, oneOf } from '../../../../platform/command-line/arguments.ts';
import {
  type Command,
  CommandError,
  type CommandIo,
  exitCode,
} from '../../../../platform/command-line/command.ts';
import { loadAdvisories, loadExploitation, readBill, readVerdicts } from '../reading.ts';
import { reportFormats, reports } from '../report/index.ts';
import {
  isAtLeast,
  openFindings,
  type ScanResult,
  scan,
  type Threshold,
  thresholds,
  unratedBelow,
  unsearched,
} from '../scan.ts';

const usage =
  'kakehashi sbom scan FILE --advisories FOLDER_OR_ZIP… [--fail-on high] [--vex FILE] [--format table]';

export const sbomScan: Command = {
  name: 'sbom scan',
  summary: {
    ja: '部品表（SBOM）に既知の脆弱性がないか調べる',
    en: 'Look for known vulnerabilities in an SBOM',
  },
  help: {
    ja: `使い方: ${usage}

FILE は CycloneDX（JSON・XML）か SPDX（JSON・タグ値・3.0 JSON-LD）。- は標準入力。

  --advisories PATH  OSV 形式の脆弱性情報のフォルダか zip（繰り返せます）。省くと advisories update の結果
  --vex FILE         判断の記録（OpenVEX・CycloneDX・CSAF）。影響なし・修正済みのものは数えません（繰り返せます）
  --fail-on 重大度   ${thresholds.join('・')}。これ以上のものがあれば終了コード 1（既定は any）
  --format 形式      ${reportFormats.join('・')}（既定は table）

終了コード: 0 該当なし、1 該当あり、2 使い方か入力の誤り`,
    en: `Usage: ${usage}

FILE is CycloneDX (JSON, XML) or SPDX (JSON, tag-value, 3.0 JSON-LD); - is standard input.

  --advisories PATH  folder or zip of OSV advisories (repeatable); without it, what advisories update collected
  --vex FILE         verdicts (OpenVEX, CycloneDX, CSAF); what is not affected or fixed does not count (repeatable)
  --fail-on LEVEL    ${thresholds.join(', ')}: exit code 1 where something is at least that grave (default any)
  --format FORMAT    ${reportFormats.join(', ')} (default table)

Exit codes: 0 nothing found, 1 something found, 2 wrong usage or unusable input`,
  },

  async run(args, io) {
    const { values, positionals } = commandArguments(args, {
      advisories: { type: 'string', multiple: true, default: [] },
      vex: { type: 'string', multiple: true, default: [] },
      'fail-on': { type: 'string', default: 'any' },
      format: { type: 'string', default: 'table' },
    });
    const [file, ...moreAdvisories] = positionals;
    if (file === undefined || (moreAdvisories.length > 0 && values.advisories.length === 0)) {
      throw new CommandError({ ja: `使い方: ${usage}`, en: `Usage: ${usage}` });
    }
    const threshold = oneOf('--fail-on', values['fail-on'], thresholds);
    const report = reports[oneOf('--format', values.format, reportFormats)];

    const sbom = await readBill(file, io);
    assertReadable(file, sbom);
    const documents = await readVerdicts(values.vex, io);
    const index = await loadAdvisories([...values.advisories, ...moreAdvisories], io);
    const verdicts = documents.flatMap(({ statements }) => statements);
    const warnings = [
      ...unsearched(sbom, index),
      ...sbom.warnings,
      ...documents.flatMap((document) => document.warnings),
    ];
    const result: ScanResult = { ...scan(file, sbom, index, verdicts, await loadExploitation(io)), warnings };

    await io.out(report(result, io));
    tellOfAdvisories(index.warnings.count, io);
    const open = openFindings(result.findings);
    tellOfUnrated(unratedBelow(open, threshold), threshold, io);
    const reasons = open.filter(({ finding }) => isAtLeast(finding.severity.rating, threshold));
    return reasons.length > 0 ? exitCode.found : exitCode.ok;
  },
};

/** A document of which nothing could be read, because it breaks its format, says nothing about a product. */
function assertReadable(file: string, { components, valid, warnings }: Sbom): void {
  const [first] = warnings;
  if (components.length > 0 || valid || first === undefined) return;
  const { place, message } = first;
  throw new CommandError({
    ja: `${file}: 部品を一つも読み取れません（${place}: ${message.ja}）。「kakehashi sbom show」で仕様に合わない所を確かめてください。`,
    en: `${file}: no component could be read (${place}: ${message.en}). "kakehashi sbom show" tells where it breaks its format.`,
  });
}

/** A build that passes only because nobody rated what was found must not pass in silence. */
function tellOfUnrated(count: number, threshold: Threshold, io: CommandIo): void {
  if (count === 0) return;
  io.note(
    {
      ja: `重大度の分からない脆弱性 ${count} 件は --fail-on ${threshold} では数えません（any なら数えます）。`,
      en: `${count} vulnerabilities of unknown severity do not count for --fail-on ${threshold} (they do for any).`,
    }[io.language],
  );
}

function tellOfAdvisories(count: number, io: CommandIo): void {
  if (count === 0) return;
  io.note(
    {
      ja: `脆弱性情報のうち ${count} か所は読み取れず、除きました。`,
      en: `${count} places in the advisories were not understood and left out.`,
    }[io.language],
  );
}
