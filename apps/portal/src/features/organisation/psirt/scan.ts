import {
  applyVex,
  type Exploitation,
  type ExploitationFeeds,
  exploitationOf,
  type Finding,
  isSettled,
  type JudgedFinding,
  RATINGS,
  type Rating,
  type Sbom,
  type SbomWarning,
  type SearchResult,
  type VexStatement,
} from '@kakehashi/vulnerabilities';

/** A finding, the verdict given on it if there is one, and what is known of attacks. */
export interface ScanFinding extends JudgedFinding<Finding> {
  exploitation: Exploitation;
}

/** How much of a bill was searched; without it, an empty result would mean nothing. */
export interface Coverage extends Pick<SearchResult, 'components' | 'searched' | 'unsearched'> {
  /** Entries of the bill that could not even be read as components; counted in `components`. */
  unread: number;
}

/** Result of scanning one bill of materials. */
export interface ScanResult {
  /** Name of the file, as given. */
  file: string;
  sbom: Sbom;
  /** Most severe first. */
  findings: ScanFinding[];
  /** All verdicts that were given. */
  statements: readonly VexStatement[];
  coverage: Coverage;
  /** Advisories searched. */
  advisoryCount: number;
  /** What was noticed while reading the bill and the verdicts. */
  warnings: SbomWarning[];
  /** Whether to tell why verdicts on the same vulnerabilities did not apply. */
  isExplained: boolean;
}

/** From which severity on a finding is a reason to stop: `any` counts unrated ones too. */
export const thresholds = ['any', 'low', 'medium', 'high', 'critical', 'never'] as const;
export type Threshold = (typeof thresholds)[number];

/** All names of the vulnerabilities found, in upper case. */
export function namesOf(findings: readonly Finding[]): Set<string> {
  const names = findings.flatMap(({ advisory, aliases, upstream }) => [
    advisory.id,
    ...aliases,
    ...upstream.flat(),
  ]);
  return new Set(names.map((name) => name.toUpperCase()));
}

/**
 * Joins what was found in a bill with the verdicts and with what is known of attacks. Components are matched by
 * package URL alone: names are shared by unrelated software.
 */
export function judged(
  sbom: Sbom,
  { findings: found, components, searched, unsearched }: SearchResult,
  statements: readonly VexStatement[],
  feeds: ExploitationFeeds,
): Pick<ScanResult, 'findings' | 'statements' | 'coverage'> {
  const unread = sbom.warningCounts.component ?? 0;
  const findings = applyVex(found, statements, sbom.subject, sbom).map((each) => ({
    ...each,
    exploitation: exploitationOf(each.finding, feeds),
  }));
  return {
    findings: findings.sort(gravestFirst),
    statements,
    coverage: { components: components + unread, searched, unsearched, unread },
  };
}

/** Whether something of the bill was not searched; a bill that lists nothing was not searched either. */
export function isIncomplete({ components, searched }: Coverage): boolean {
  return components === 0 || searched < components;
}

/** The findings nobody has settled: those that still ask for something to be done. */
export function openFindings(findings: readonly ScanFinding[]): ScanFinding[] {
  return findings.filter(({ verdict }) => !isSettled(verdict));
}

/** Whether a finding is at or above the threshold. */
export function isAtLeast(rating: Rating, threshold: Threshold): boolean {
  if (threshold === 'any' || threshold === 'never') return threshold === 'any';
  return RATINGS.indexOf(rating) >= RATINGS.indexOf(threshold);
}

/** How many findings a threshold passes over for want of a severity. */
export function unratedBelow(findings: readonly ScanFinding[], threshold: Threshold): number {
  if (threshold === 'any' || threshold === 'never') return 0;
  return findings.filter(({ finding }) => finding.severity.rating === 'unknown').length;
}

function gravestFirst(a: ScanFinding, b: ScanFinding): number {
  const [left, right] = [a.finding, b.finding];
  return (
    Number(isSettled(a.verdict)) - Number(isSettled(b.verdict)) ||
    Number(b.exploitation.kev !== null) - Number(a.exploitation.kev !== null) ||
    RATINGS.indexOf(right.severity.rating) - RATINGS.indexOf(left.severity.rating) ||
    (right.severity.score ?? 0) - (left.severity.score ?? 0) ||
    (b.exploitation.epss?.probability ?? 0) - (a.exploitation.epss?.probability ?? 0) ||
    compareTexts(left.component.name, right.component.name) ||
    compareTexts(left.advisory.id, right.advisory.id)
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
