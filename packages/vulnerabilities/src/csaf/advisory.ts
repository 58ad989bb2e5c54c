import type { VexJustification, VexProduct, VexStatus } from '../vex/statement.ts';

/** Traffic Light Protocol 2.0. */
export type Tlp = 'CLEAR' | 'GREEN' | 'AMBER' | 'AMBER+STRICT' | 'RED';

/** Who issues the document. */
export interface CsafPublisher {
  name: string;
  /** A URL under the issuer's control. */
  namespace: string;
  category: 'vendor' | 'coordinator' | 'discoverer' | 'user' | 'translator' | 'other';
  contact?: string;
}

/** One entry of a document's history, oldest first. */
export interface CsafRevision {
  /** Whole numbers counted up (`1`, `2`, …) or semantic versions, one way throughout a document. */
  number: string;
  /** RFC 3339 */
  date: string;
  summary: string;
}

/** Metadata of a CSAF document. */
export interface CsafHead {
  /** Unique among the publisher's documents. */
  id: string;
  title: string;
  publisher: CsafPublisher;
  tlp: Tlp;
  language?: 'ja' | 'en';
  status: 'draft' | 'interim' | 'final';
  /** At least one. */
  revisions: readonly CsafRevision[];
  summary?: string;
  references?: readonly CsafReference[];
  /** Where the document will be published, an https address that ends in `/`; it gives the canonical URL. */
  folderUrl?: string;
}

export interface CsafReference {
  summary: string;
  url: string;
}

/** What those affected can do. */
export interface CsafRemediation {
  category: 'vendor_fix' | 'mitigation' | 'workaround' | 'no_fix_planned' | 'none_available';
  details: string;
  url?: string;
}

/** What holds for one product. */
export interface CsafVerdict {
  product: CsafProduct;
  status: VexStatus;
  justification?: VexJustification;
  impact?: string;
  remediation?: CsafRemediation;
}

export interface CsafProduct extends VexProduct {
  vendor?: string;
  parts?: CsafProduct[];
}

/** A vulnerability and what it means for each product. */
export interface CsafVulnerability {
  /** CVE identifier where there is one. */
  id: string;
  aliases: readonly string[];
  description: string;
  title?: string;
  /** CVSS 3.0 or 3.1 vectors are written out with their scores; CSAF 2.0 has no place for version 4. */
  cvssVector?: string;
  cwe?: { id: string; name: string };
  /** When it was made known, RFC 3339 */
  released?: string;
  acknowledgments?: readonly { names: string[]; organization?: string }[];
  references?: readonly CsafReference[];
  verdicts: readonly CsafVerdict[];
}
