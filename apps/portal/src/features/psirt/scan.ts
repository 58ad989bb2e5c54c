import {
  type AdvisoryIndex,
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
  type VexStatement,
} from '@kakehashi/vulnerabilities';

/** A finding, the verdict given on it if there is one, and what is known of attacks. */
export interface ScanFinding extends JudgedFinding<Finding> {
  exploitation: Exploitation;
}

/** What a scan of one bill of materials came to. */
export interface ScanResult {
  /** Name of the file, as given. */
  file: string;
  sbom: Sbom;
  /** Gravest first. */
  findings: ScanFinding[];
  /** Advisories searched. */
  advisoryCount: number;
  /** What was noticed while reading the bill and the verdicts. */
  warnings: SbomWarning[];
}

/**
 * Components are matched by package URL alone: names are shared by unrelated software. Those without one were
 * not searched, and whoever reads the result must know.
 */
export function unsearched(sbom: Sbom): SbomWarning[] {
  const count = sbom.components.filter(({ purl }) => purl === undefined).length;
  if (count === 0) return [];
  return [
    {
      kind: 'unread',
      code: 'no-purl',
      place: '',
      message: {
        ja: `パッケージ URL のない部品 ${count} 点は調べていません`,
        en: `${count} components have no package URL and were not searched`,
      },
    },
  ];
}

/** From which severity on a finding is a reason to stop: `any` counts unrated ones too. */
export const thresholds = ['any', 'low', 'medium', 'high', 'critical', 'never'] as const;
export type Threshold = (typeof thresholds)[number];

/** Matches a bill with advisories, and joins the verdicts and what is known of attacks. */
export function scan(
  file: string,
  sbom: Sbom,
  index: AdvisoryIndex,
  verdicts: readonly VexStatement[],
  feeds: ExploitationFeeds,
): Pick<ScanResult, 'file' | 'sbom' | 'findings' | 'advisoryCount'> {
  const judged = applyVex(index.match(sbom.components), verdicts, sbom.subject);
  const findings = judged.map((each) => ({ ...each, exploitation: exploitationOf(each.finding, feeds) }));
  return { file, sbom, findings: findings.sort(gravestFirst), advisoryCount: index.size.advisories };
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
