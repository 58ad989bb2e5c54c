import { type Component, UNSEARCHABLE } from '@kakehashi/vulnerabilities';
import type { ScanResult } from '../scan.ts';

/** For programs: what was read, what was found, what was noticed. */
export function jsonReport({ sbom, findings, coverage, warnings, isExplained }: ScanResult): string {
  const report = {
    coverage: {
      components: coverage.components,
      searched: coverage.searched,
      unread: coverage.unread,
      unsearched: coverage.unsearched.map(({ component, reason }) => ({
        component: identity(component),
        reason,
        message: UNSEARCHABLE[reason],
      })),
    },
    components: sbom.components.map(identity),
    findings: findings.map(({ finding, verdict, unapplied, exploitation }) => ({
      component: identity(finding.component),
      advisory: finding.advisory.id,
      aliases: finding.aliases,
      upstream: finding.upstream,
      severity: finding.severity.rating,
      score: finding.severity.score,
      vector: finding.severity.vector,
      summary: finding.advisory.summary,
      url: finding.advisory.url,
      exploited: exploitation.kev !== null,
      epss: exploitation.epss,
      ranges: finding.ranges,
      fixed: finding.fixed,
      onlyLastKnownAffected: finding.onlyLastKnownAffected,
      ...(verdict && {
        verdict: {
          status: verdict.status,
          ...(verdict.justification && { justification: verdict.justification }),
          ...(verdict.impact && { impact: verdict.impact }),
        },
      }),
      ...(isExplained && {
        unappliedVerdicts: unapplied.map(({ statement, reason, stated, found, message }) => ({
          vulnerability: statement.vulnerability,
          status: statement.status,
          reason,
          stated,
          found,
          message,
        })),
      }),
    })),
    warnings,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function identity({ name, version, purl }: Component): Pick<Component, 'name' | 'version' | 'purl'> {
  return { name, ...(version !== undefined && { version }), ...(purl !== undefined && { purl }) };
}
