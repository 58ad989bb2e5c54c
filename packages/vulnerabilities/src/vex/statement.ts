import type { SbomWarning } from '../sbom/sbom.ts';

/** Whether a product is affected by a vulnerability, in the four words all VEX formats share. */
export type VexStatus = 'not_affected' | 'affected' | 'fixed' | 'under_investigation';

/** Why a product is not affected, in the words of OpenVEX and CSAF. */
export type VexJustification =
  | 'component_not_present'
  | 'vulnerable_code_not_present'
  | 'vulnerable_code_not_in_execute_path'
  | 'vulnerable_code_cannot_be_controlled_by_adversary'
  | 'inline_mitigations_already_exist';

/** What a statement is about; at least one of its identifiers says what it is. */
export interface VexProduct {
  /** Without a version it means all versions. */
  purl?: string;
  /** Further package URLs of the same product. */
  otherPurls?: string[];
  cpe?: string;
  name?: string;
  version?: string;
  /** A version range as `vers:npm/>=1.0.0|<1.4.2`. */
  range?: string;
  /** Of the file itself; `SHA-256` and so on, as in a bill. */
  hashes?: { algorithm: string; value: string }[];
  /** Other identifiers, which say what it is only to those who know them. */
  uris?: string[];
  /** A component of another document: `urn:cdx:serial/version#ref`. */
  bomLink?: string;
  /** The parts of the product that the statement is about; none: the product itself. */
  parts?: VexProduct[];
}

/** One verdict: a vulnerability, the products it is about, and what was found. */
export interface VexStatement {
  /** CVE identifier where there is one. */
  vulnerability: string;
  aliases: string[];
  status: VexStatus;
  products: VexProduct[];
  justification?: VexJustification;
  /** Why the product is not affected, in words. */
  impact?: string;
  /** What those affected should do. */
  action?: string;
  description?: string;
  /** When the verdict was last given, RFC 3339. */
  time?: string;
}

export type VexFormat = 'OpenVEX' | 'CycloneDX VEX' | 'CSAF';

/** A VEX document of any format. */
export interface VexDocument {
  format: VexFormat;
  /** The document's own identifier. */
  id: string;
  author: string;
  /** RFC 3339; empty where the document gives none. */
  time: string;
  statements: VexStatement[];
  warnings: SbomWarning[];
}
