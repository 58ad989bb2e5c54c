import type { Finding, Rating } from '@kakehashi/vulnerabilities';
import { isSettled } from '@kakehashi/vulnerabilities';
import type { ScanFinding, ScanResult } from '../scan.ts';

const levels: Record<Rating, 'error' | 'warning' | 'note'> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  none: 'note',
  unknown: 'warning',
};

/** For code hosts and editors: SARIF 2.1.0. */
export function sarifReport({ file, findings }: ScanResult): string {
  const rules = new Map<string, object>();
  for (const { finding } of findings) {
    if (!rules.has(finding.advisory.id)) rules.set(finding.advisory.id, rule(finding));
  }
  const ruleIds = [...rules.keys()];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'kakehashi',
            informationUri: 'https://www.npmjs.com/package/@kakehashi/vulnerabilities',
            rules: [...rules.values()],
          },
        },
        results: findings.map((finding) => result(finding, ruleIds, file)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule({ advisory, aliases, severity }: Finding): object {
  const text = advisory.summary || advisory.id;
  return {
    id: advisory.id,
    name: advisory.id,
    shortDescription: { text },
    fullDescription: { text: [text, ...aliases].join(' · ') },
    ...(advisory.url && { helpUri: advisory.url }),
    properties: {
      tags: ['security', 'vulnerability'],
      ...(severity.score !== null && { 'security-severity': severity.score.toFixed(1) }),
    },
  };
}

function result({ finding, verdict }: ScanFinding, ruleIds: readonly string[], file: string): object {
  const { component, advisory, severity, fixed } = finding;
  const name = [component.name, component.version].filter(Boolean).join(' ');
  const remedy = fixed.length > 0 ? ` Fixed in ${fixed.join(', ')}.` : '';
  return {
    ruleId: advisory.id,
    ruleIndex: ruleIds.indexOf(advisory.id),
    level: levels[severity.rating],
    message: { text: `${name}: ${advisory.summary || advisory.id}.${remedy}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file === '-' ? 'stdin' : encodeURI(file.replaceAll('\\', '/')) },
          region: { startLine: 1 },
        },
        logicalLocations: [
          { name: component.name, fullyQualifiedName: component.purl ?? name, kind: 'package' },
        ],
      },
    ],
    partialFingerprints: { 'component/advisory/v1': `${component.purl ?? name}|${advisory.id}` },
    ...(isSettled(verdict) && {
      suppressions: [
        { kind: 'external', status: 'accepted', justification: verdict?.impact ?? verdict?.status },
      ],
    }),
  };
}
