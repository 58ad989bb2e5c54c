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
 * Components are matched by package URL alone: names are shared by unrelated software. Those without one, and
 * those of ecosystems no advisory speaks of, were not searched, and whoever reads the result must know.
 */
export function unsearched({ components }: Sbom, index: AdvisoryIndex): SbomWarning[] {
  const nameless = components.filter(({ purl }) => purl === undefined).length;
  const foreign = components.filter((component) => component.purl !== undefined && !index.covers(component));
  const types = [...new Set(foreign.map(({ purl = '' }) => /^pkg:([\w.-]+)/.exec(purl)?.[1] ?? purl))];
  const named = types.length > MOST_TYPES ? `${types.slice(0, MOST_TYPES).join(', ')}, …` : types.join(', ');
  return [
    ...unread('no-purl', nameless, {
      ja: `パッケージ URL のない部品 ${nameless} 点は調べていません`,
      en: `${nameless} components have no package URL and were not searched`,
    }),
    ...unread('not-covered', foreign.length, {
      ja: `与えられた脆弱性情報が扱わない種類の部品 ${foreign.length} 点は調べていません（${named}）`,
      en: `${foreign.length} components are of kinds these advisories do not cover and were not searched (${named})`,
    }),
  ];
}

const MOST_TYPES = 8;

function unread(code: string, count: number, message: SbomWarning['message']): SbomWarning[] {
  return count === 0 ? [] : [{ kind: 'unread', code, place: '', message }];
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
