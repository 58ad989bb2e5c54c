/** One part of a product as a bill of materials names it: what matching reads and what a finding is about. */
export interface Component {
  name: string;
  version?: string;
  /** Package URL, as written in the document. */
  purl?: string;
  /** CPE 2.2 or 2.3 name, as written in the document. */
  cpe?: string;
  /** SPDX identifiers, expressions or free names. */
  licences: string[];
  supplier?: string;
  hashes: { algorithm: string; value: string }[];
  /** Whether the product needs it at run time; unset when the document does not say. */
  scope?: 'required' | 'optional' | 'excluded';
  /** The document's own identifier for it (bom-ref, SPDXID), by which dependencies point at it. */
  ref?: string;
}
