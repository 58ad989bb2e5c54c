export { AdvisoryIndex, type AffectedPackage } from './advisories/advisory-index.ts';
export type { AdvisorySource } from './advisories/advisory-source.ts';
export { ecosystemName, ecosystemsOf } from './advisories/ecosystems-of.ts';
export type { Advisory, AffectedRange, Finding } from './advisories/finding.ts';
export type { AdvisoryWarning, WarningCode } from './advisories/record-warning.ts';
export type { SearchOptions, SearchResult, UnsearchedComponent } from './advisories/search.ts';
export { SnapshotError } from './advisories/snapshot.ts';
export { ZIP_LIMITS, ZipError, type ZipErrorCode, type ZipLimits } from './advisories/zip.ts';
export type { Component, Place } from './component.ts';
export type {
  CsafHead,
  CsafProduct,
  CsafPublisher,
  CsafReference,
  CsafRemediation,
  CsafRevision,
  CsafVerdict,
  CsafVulnerability,
  Tlp,
} from './csaf/advisory.ts';
export { csafFileName, writeCsafAdvisory, writeCsafVex } from './csaf/write-csaf.ts';
export { formatPurl, type PurlParts } from './purl/format.ts';
export { parsePurl } from './purl/parse.ts';
export { PurlError, type PurlErrorCode, type PurlPart } from './purl/purl-error.ts';
export type { Purl } from './purl/types.ts';
export {
  type ComponentChange,
  type ComponentDifference,
  diffSboms,
  type SbomDifference,
} from './sbom/diff-sboms.ts';
export { readSbom } from './sbom/read-sbom.ts';
export type {
  Dependency,
  Message,
  ReadLimits,
  ReadOptions,
  Sbom,
  SbomFormat,
  SbomWarning,
} from './sbom/sbom.ts';
export { SbomError, type SbomErrorCode } from './sbom/sbom-error.ts';
export { CvssError, type CvssScore, type Rating, ratingOf, scoreCvss } from './severity/cvss.ts';
export { type EpssScores, type ExploitProbability, readEpss } from './severity/epss.ts';
export { type Exploitation, type ExploitationFeeds, exploitationOf } from './severity/exploitation.ts';
export { FeedError } from './severity/feed-error.ts';
export { type KnownExploited, readKev } from './severity/kev.ts';
export { RATINGS, type Severity, severityOf } from './severity/severity.ts';
export { decideSsvc, type SsvcAnswers, type SsvcDecision, SsvcError, type SsvcStep } from './ssvc/decide.ts';
export { DECISION_POINTS as SSVC_POINTS, type Label, type PointName } from './ssvc/decision-points.ts';
export { DECISION_TABLES as SSVC_TABLES, type TableName } from './ssvc/decision-tables.ts';
export { UNSEARCHABLE, type UnsearchableReason } from './unsearchable.ts';
export {
  compareParsedVersions,
  compareVersions,
  KNOWN_ECOSYSTEMS,
  type ParsedVersion,
  parseVersion,
  UnknownEcosystemError,
} from './versions/compare.ts';
export { isVersion } from './versions/is-version.ts';
export { applyVex, isSettled, type JudgedFinding, type UnappliedVerdict } from './vex/apply-vex.ts';
export type { MismatchReason } from './vex/mismatch.ts';
export { readVex } from './vex/read-vex.ts';
export { readVexFeed, type VexFeed } from './vex/read-vex-feed.ts';
export type {
  VexDocument,
  VexFormat,
  VexJustification,
  VexProduct,
  VexStatement,
  VexStatus,
} from './vex/statement.ts';
export { writeCycloneDxReport } from './vex/write-cyclonedx-report.ts';
export { writeCycloneDxVex } from './vex/write-cyclonedx-vex.ts';
export { type VexHead, writeOpenVex } from './vex/write-openvex.ts';
