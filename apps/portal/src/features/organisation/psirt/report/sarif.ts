import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Finding, Rating } from '@kakehashi/vulnerabilities';
import { isSettled } from '@kakehashi/vulnerabilities';
import type { CommandIo } from '../../../../platform/command-line/command.ts';
import type { ScanFinding, ScanResult } from '../scan.ts';
import { componentName } from './component-name.ts';
import { coverageSentence, reasonLines } from './coverage.ts';
import { lineFingerprints } from './line-fingerprints.ts';
import { escapedMarkdown, markdownLink } from './markdown-text.ts';
import { otherNames, remedyText } from './remedy.ts';

/** What GitHub takes of one run, and of texts; beyond it refuses the file. */
const limits = { results: 25_000, shown: 5_000, text: 1_024 };

/** Bills up to this size get fingerprints of their lines here; GitHub's upload action computes them for longer ones. */
const maxFingerprinted = 64 * 1024 ** 2;

const levels: Record<Rating, 'error' | 'warning' | 'note'> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  none: 'note',
  unknown: 'warning',
};

/** Where a severity is a word without a score, the lowest score of that word in CVSS. */
const leastScores: Partial<Record<Rating, string>> = {
  critical: '9.0',
  high: '7.0',
  medium: '4.0',
  low: '0.1',
};

/** For code hosts and editors: SARIF 2.1.0, with what GitHub's code scanning asks for. */
export async function sarifReport(
  result: ScanResult,
  io: Pick<CommandIo, 'folder' | 'version' | 'note' | 'language'>,
): Promise<string> {
  const findings = result.findings.slice(0, limits.results);
  limitsNotice(result.findings.length, io);
  const path = result.file === '-' ? undefined : resolve(io.folder, result.file);
  const uri = path === undefined ? 'stdin' : relativeUri(path, io.folder);
  const fingerprints = await fingerprintsOf(path, findings);
  const rules = new Map<string, object>();
  for (const { finding } of findings) {
    if (!rules.has(finding.advisory.id)) rules.set(finding.advisory.id, rule(finding));
  }
  const ruleIndex = new Map([...rules.keys()].map((id, index) => [id, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'kakehashi',
            fullName: `kakehashi ${io.version}`,
            version: io.version,
            semanticVersion: io.version,
            informationUri: 'https://www.npmjs.com/package/@kakehashi/vulnerabilities',
            rules: [...rules.values()],
          },
        },
        // Runs on other bills of one repository stand beside this one instead of taking its place.
        automationDetails: { id: `sbom/${uri}/` },
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        invocations: [invocation(result)],
        results: findings.map((finding) => resultOf(finding, ruleIndex, uri, fingerprints)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(finding: Finding): object {
  const { advisory, severity, fixed, ranges } = finding;
  const aliases = otherNames(finding);
  const title = sentence(advisory.summary || advisory.id);
  const packages = [...new Set(ranges.map((range) => `${range.package} (${range.ecosystem})`))];
  const facts: [string, string[]][] = [
    ['Also known as', aliases],
    ['Affected', packages],
    ['Fixed in', [remedyText(finding, 'en')].filter(Boolean)],
    ['CVSS', severity.vector === null ? [] : [severity.vector]],
  ];
  const stated = facts.filter(([, values]) => values.length > 0);
  const remedy =
    fixed.length > 0
      ? 'Update the component to a version that is not affected.'
      : 'No fixed version is known: replace the component, or record in a VEX document why it does not matter.';
  const score = severity.score?.toFixed(1) ?? leastScores[severity.rating];
  return {
    id: advisory.id,
    name: 'VulnerableComponent',
    shortDescription: { text: cut(`${advisory.id}: ${title}`) },
    fullDescription: { text: cut([title, ...aliases].join(' · ')) },
    help: {
      text: [
        title,
        ...stated.map(([label, values]) => `${label}: ${values.join(', ')}`),
        remedy,
        ...(advisory.url ? [advisory.url] : []),
      ].join('\n'),
      markdown: [
        `**${escapedMarkdown(title)}**`,
        ...stated.map(([label, values]) => `${label}: ${values.map(escapedMarkdown).join(', ')}`),
        remedy,
        ...(advisory.url ? [markdownLink(advisory.id, advisory.url)] : []),
      ].join('\n\n'),
    },
    ...(URL.canParse(advisory.url) && { helpUri: advisory.url }),
    defaultConfiguration: { level: levels[severity.rating] },
    properties: {
      tags: ['security', 'vulnerability'],
      precision: 'high',
      ...(score !== undefined && { 'security-severity': score }),
    },
  };
}

function resultOf(
  { finding, verdict }: ScanFinding,
  ruleIndex: ReadonlyMap<string, number>,
  uri: string,
  fingerprints: ReadonlyMap<number, string>,
): object {
  const { component, advisory, severity } = finding;
  const name = [componentName(component), component.version].filter(Boolean).join(' ');
  const remedy = ` Fixed in ${remedyText(finding, 'en') || 'no version that is known'}.`;
  const line = component.place?.line ?? 1;
  const lineHash = fingerprints.get(line);
  return {
    ruleId: advisory.id,
    ruleIndex: ruleIndex.get(advisory.id),
    level: levels[severity.rating],
    message: { text: `${name}: ${sentence(advisory.summary || advisory.id)}${remedy}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
          region: { startLine: line },
        },
        logicalLocations: [
          { name: component.name, fullyQualifiedName: component.purl ?? name, kind: 'package' },
        ],
      },
    ],
    partialFingerprints: {
      ...(lineHash !== undefined && { primaryLocationLineHash: lineHash }),
      'component/advisory/v1': `${component.purl ?? name}|${advisory.id}`,
    },
    ...(isSettled(verdict) && {
      suppressions: [
        { kind: 'external', status: 'accepted', justification: verdict?.impact ?? verdict?.status },
      ],
    }),
  };
}

/** What was searched and what not: a run without results says nothing by itself. */
function invocation(result: ScanResult): object {
  const { components, searched, unsearched } = result.coverage;
  const level = unsearched.length > 0 ? 'warning' : 'note';
  const texts = [coverageSentence(result.coverage, 'en'), ...reasonLines(result.coverage, 'en')];
  return {
    executionSuccessful: true,
    toolExecutionNotifications: texts.map((text) => ({ level, message: { text } })),
    properties: { components, searched },
  };
}

function limitsNotice(count: number, { note, language }: Pick<CommandIo, 'note' | 'language'>): void {
  if (count > limits.results) {
    note(
      {
        ja: `GitHub が受け取るのは 1 回に ${limits.results} 件までです。重いものから ${limits.results} 件を書き、残り ${count - limits.results} 件は省きました。`,
        en: `GitHub takes ${limits.results} results a run: the gravest are written, ${count - limits.results} are left out.`,
      }[language],
    );
  } else if (count > limits.shown) {
    note(
      {
        ja: `GitHub が表示するのは 1 回に ${limits.shown} 件までです（${count} 件書きました）。`,
        en: `GitHub shows ${limits.shown} results of a run; ${count} are written.`,
      }[language],
    );
  }
}

/** Relative to the root of the repository that the command runs in, else to the folder it runs in. */
function relativeUri(path: string, folder: string): string {
  const fromRoot = relative(repositoryRoot(folder), path);
  const isInside = !isAbsolute(fromRoot) && !fromRoot.startsWith('..');
  const parts = (isInside ? fromRoot : relative(folder, path)).split(sep);
  return parts.map((part) => (part === '..' ? part : encodeURIComponent(part))).join('/');
}

function repositoryRoot(folder: string): string {
  for (let root = folder; ; root = dirname(root)) {
    if (existsSync(join(root, '.git'))) return root;
    if (dirname(root) === root) return folder;
  }
}

async function fingerprintsOf(
  path: string | undefined,
  findings: readonly ScanFinding[],
): Promise<Map<number, string>> {
  if (path === undefined || findings.length === 0 || (await stat(path)).size > maxFingerprinted)
    return new Map();
  const lines = new Set(findings.map(({ finding }) => finding.component.place?.line ?? 1));
  return lineFingerprints(createReadStream(path), lines);
}

function sentence(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return /[.!?。！？]$/.test(flat) ? flat : `${flat}.`;
}

function cut(text: string): string {
  return text.length <= limits.text ? text : `${text.slice(0, limits.text - 1)}…`;
}
