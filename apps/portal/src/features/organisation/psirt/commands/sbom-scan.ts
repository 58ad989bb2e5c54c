import { type AdvisoryIndex, ecosystemsOf, type Sbom } from '@kakehashi/vulnerabilities';
import { commandArguments, oneOf } from '../../../../platform/command-line/arguments.ts';
import {
  type Command,
  CommandError,
  type CommandIo,
  exitCode,
} from '../../../../platform/command-line/command.ts';
import { printable } from '../../../../platform/command-line/text-width.ts';
import { loadAdvisories } from '../advisory-sources.ts';
import { loadExploitation, readBill, readVerdicts, type Verdicts } from '../reading.ts';
import { coverageLines } from '../report/coverage.ts';
import { machineFormats, reportFormats, reports } from '../report/index.ts';
import {
  type Coverage,
  isAtLeast,
  isIncomplete,
  judged,
  namesOf,
  openFindings,
  type ScanResult,
  type Threshold,
  thresholds,
  unratedBelow,
} from '../scan.ts';

const usage = 'kakehashi sbom scan FILE [--advisories SOURCE]… [--vex SOURCE]… [--fail-on high]';

export const sbomScan: Command = {
  name: 'sbom scan',
  summary: {
    ja: '部品表（SBOM）に既知の脆弱性がないか調べる',
    en: 'Look for known vulnerabilities in an SBOM',
  },
  help: {
    ja: `使い方: ${usage}

FILE は CycloneDX（JSON・XML）か SPDX（JSON・タグ値・YAML・3.0 JSON-LD）。gzip のままでも、
GitHub の {"sbom": …}・in-toto・DSSE に入ったままでも読めます（署名は確かめません）。- は標準入力。

  --advisories 出所     脆弱性情報（OSV・CSAF）のフォルダ・zip・tar、または osv:npm,PyPI
                        （足りないものと一日より古いものを取り寄せます。osv: だけなら部品表から
                        選びます）。繰り返せます。省くと advisories update の結果
  --vex 出所            判断の記録（OpenVEX・CycloneDX・CSAF）のファイルか、そのフォルダ・zip・tar。
                        繰り返せます。影響なし・修正済みのものは数えません
  --explain             同じ脆弱性についての判断が、なぜ当てはまらなかったかを示す
  --include-subject     部品表が対象とする製品そのものも調べる（SPDX では必ず調べます）
  --fail-on 重大度      これ以上のものがあれば終了コード 1（既定は any）:
                        ${thresholds.join('・')}
  --fail-on-unsearched  調べられなかった部品があれば終了コード 3
  --format 形式         ${reportFormats.join('・')}（既定は table）

終了コード: 0 該当なし、1 該当あり、2 使い方か入力の誤り、
3 調べられなかった部品あり（--fail-on-unsearched）`,
    en: `Usage: ${usage}

FILE is CycloneDX (JSON, XML) or SPDX (JSON, tag-value, YAML, 3.0 JSON-LD), packed with gzip or not,
also within GitHub's {"sbom": …}, in-toto or DSSE (signatures are not verified);
- is standard input.

  --advisories SOURCE   folder, zip or tar of advisories (OSV, CSAF), or osv:npm,PyPI, which
                        fetches what is missing or more than a day old (osv: alone takes what the
                        bill needs); repeatable; else what advisories update collected
  --vex SOURCE          verdicts (OpenVEX, CycloneDX, CSAF), a file or a folder, zip or tar of them;
                        repeatable; what is not affected or fixed does not count
  --explain             say why verdicts on the same vulnerabilities did not apply
  --include-subject     search the product itself that the bill describes (always done for SPDX)
  --fail-on LEVEL       exit code 1 where something is at least that grave (default any):
                        ${thresholds.join(', ')}
  --fail-on-unsearched  exit code 3 where a component could not be searched
  --format FORMAT       ${reportFormats.join(', ')} (default table)

Exit codes: 0 nothing found, 1 something found, 2 wrong usage or unusable input,
3 something was not searched (with --fail-on-unsearched)`,
  },

  async run(args, io) {
    const { values, positionals } = commandArguments(args, {
      advisories: { type: 'string', multiple: true, default: [] },
      vex: { type: 'string', multiple: true, default: [] },
      explain: { type: 'boolean', default: false },
      'include-subject': { type: 'boolean', default: false },
      'fail-on': { type: 'string', default: 'any' },
      'fail-on-unsearched': { type: 'boolean', default: false },
      format: { type: 'string', default: 'table' },
    });
    const [file, ...moreAdvisories] = positionals;
    if (!file || (moreAdvisories.length > 0 && values.advisories.length === 0)) {
      throw new CommandError({ ja: `使い方: ${usage}`, en: `Usage: ${usage}` });
    }
    for (const [option, names] of [
      ['--advisories', [...values.advisories, ...moreAdvisories]],
      ['--vex', values.vex],
    ] as const) {
      if (names.includes(''))
        throw new CommandError({ ja: `${option} の値が空です。`, en: `${option} is empty.` });
    }
    const threshold = oneOf('--fail-on', values['fail-on'], thresholds);
    const format = oneOf('--format', values.format, reportFormats);

    const sbom = await readBill(file, io, { places: format === 'sarif' });
    const options = { includeSubject: values['include-subject'] };
    assertReadable(file, sbom, options);
    const index = await loadAdvisories([...values.advisories, ...moreAdvisories], { file, sbom }, io);
    const found = index.search(sbom, options);
    const verdicts = await readVerdicts(values.vex, namesOf(found.findings), io);
    const statements = verdicts.flatMap((source) => source.statements);
    const result: ScanResult = {
      file,
      sbom,
      ...judged(sbom, found, statements, await loadExploitation(io)),
      advisoryCount: index.size.advisories,
      isExplained: values.explain,
      warnings: [...sbom.warnings, ...verdicts.flatMap(({ warnings }) => warnings)],
    };

    await io.out(await reports[format](result, io));
    if (machineFormats.has(format)) for (const text of coverageLines(result, io.language)) io.note(text);
    printUncovered(result.coverage, io);
    printVerdicts(verdicts, io);
    printAdvisories(index.warnings, io);
    const open = openFindings(result.findings);
    printUnrated(unratedBelow(open, threshold), threshold, io);
    if (open.some(({ finding }) => isAtLeast(finding.severity.rating, threshold))) return exitCode.found;
    return values['fail-on-unsearched'] && isIncomplete(result.coverage) ? exitCode.unsearched : exitCode.ok;
  },
};

/** A document of which nothing could be read, and which breaks its format, says nothing about a product. */
function assertReadable(file: string, sbom: Sbom, { includeSubject }: { includeSubject: boolean }): void {
  const { components, valid, warnings, subject } = sbom;
  const first = warnings.find(({ kind }) => kind === 'violation');
  const isSearchable = components.length > 0 || (includeSubject && subject !== undefined);
  if (isSearchable || valid || first === undefined) return;
  const { place, message } = first;
  const hint = subject
    ? {
        ja: '対象の製品そのものは --include-subject で調べられます。',
        en: ' --include-subject searches the product itself.',
      }
    : { ja: '', en: '' };
  throw new CommandError({
    ja: `${file}: 部品を一つも読み取れず、仕様にも合っていません（${place}: ${message.ja}）。「kakehashi sbom show」で仕様に合わない所を確かめてください。${hint.ja}`,
    en: `${file}: no component could be read, and the document breaks its format (${place}: ${message.en}). "kakehashi sbom show" tells where.${hint.en}`,
  });
}

/** A build that passes only because nobody rated what was found must not pass in silence. */
function printUnrated(count: number, threshold: Threshold, io: CommandIo): void {
  if (count === 0) return;
  io.note(
    {
      ja: `重大度の分からない脆弱性 ${count} 件は --fail-on ${threshold} では数えません（any なら数えます）。`,
      en: `${count} vulnerabilities of unknown severity do not count for --fail-on ${threshold} (they do for any).`,
    }[io.language],
  );
}

function printAdvisories({ list, count }: AdvisoryIndex['warnings'], io: CommandIo): void {
  const [first] = list;
  if (first === undefined) return;
  io.note(
    {
      ja: `脆弱性情報のうち ${count} か所は読み取れず、除きました（最初のもの: ${printable(first.message.ja)}）。`,
      en: `${count} places in the advisories were not understood and left out (the first: ${printable(first.message.en)}).`,
    }[io.language],
  );
}

/** What is not covered may be had for the asking. */
function printUncovered({ unsearched }: Coverage, io: CommandIo): void {
  const foreign = unsearched.filter(({ reason }) => reason === 'ecosystem-not-covered');
  const list = ecosystemsOf(foreign.map(({ component }) => component)).join(',');
  if (list === '') return;
  io.note(
    {
      ja: `「--advisories osv:${list}」を足すと、扱っていない種類の脆弱性情報を OSV から取り寄せて調べます。`,
      en: `"--advisories osv:${list}" fetches the advisories of the ecosystems that are not covered from OSV.`,
    }[io.language],
  );
}

/** A bill given as verdicts is one without any, and settles nothing. */
function printVerdicts(verdicts: readonly Verdicts[], io: CommandIo): void {
  for (const { name, statements, unread } of verdicts) {
    const [first] = unread;
    if (first !== undefined) {
      io.note(
        {
          ja: `${name}: ${unread.length} か所は読み取れず、除きました（最初のもの: ${printable(first.ja)}）。`,
          en: `${name}: ${unread.length} places were not understood and left out (the first: ${printable(first.en)}).`,
        }[io.language],
      );
    }
    if (statements.length === 0) {
      io.note(
        {
          ja: `${name}: 見つかった脆弱性についての判断（VEX）がありません。`,
          en: `${name}: there are no verdicts in it on what was found.`,
        }[io.language],
      );
    }
  }
}
