import type { Component } from '@kakehashi/vulnerabilities';
import type { ScanResult } from '../scan.ts';

/** For programs: what was read, what was found, what was noticed. */
export function jsonReport({ sbom, findings, warnings }: ScanResult): string {
  const report = {
    components: sbom.components.map(identity),
    findings: findings.map(({ finding, verdict, exploitation }) => ({
      component: identity(finding.component),
      advisory: finding.advisory.id,
      aliases: finding.aliases,
      severity: finding.severity.rating,
      score: finding.severity.score,
      vector: finding.severity.vector,
      summary: finding.advisory.summary,
      url: finding.advisory.url,
      exploited: exploitation.kev !== null,
      epss: exploitation.epss,
      ranges: finding.ranges,
      fixed: finding.fixed,
      ...(verdict && {
        verdict: {
          status: verdict.status,
          ...(verdict.justification && { justification: verdict.justification }),
          ...(verdict.impact && { impact: verdict.impact }),
        },
      }),
    })),
    warnings,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function identity({ name, version, purl }: Component): Pick<Component, 'name' | 'version' | 'purl'> {
  return { name, ...(version !== undefined && { version }), ...(purl !== undefined && { purl }) };
}
