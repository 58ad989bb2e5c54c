export type { Advisory, AffectedRange, Finding } from './advisories/finding.ts';
export type { Component } from './component.ts';
export { formatPurl, type PurlParts } from './purl/format.ts';
export { parsePurl } from './purl/parse.ts';
export { PurlError, type PurlErrorCode, type PurlPart } from './purl/purl-error.ts';
export type { Purl } from './purl/types.ts';
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
export { RATINGS, type Severity, severityOf } from './severity/severity.ts';
export {
  compareParsedVersions,
  compareVersions,
  KNOWN_ECOSYSTEMS,
  type ParsedVersion,
  parseVersion,
  UnknownEcosystemError,
} from './versions/compare.ts';
