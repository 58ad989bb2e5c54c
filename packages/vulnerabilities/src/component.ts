/** Where something begins in a document, both counted from 1; columns in bytes in JSON, in characters elsewhere. */
export interface Place {
  line: number;
  column: number;
}

/** One part of a product as a bill of materials names it: what matching reads and what a finding is about. */
export interface Component {
  name: string;
  /** What the name is unique within (Maven's group, npm's scope), where the document says so apart from the name. */
  group?: string;
  version?: string;
  /** Package URL, as written in the document. */
  purl?: string;
  /** Further package URLs the document gives of the same package, as written. */
  otherPurls?: string[];
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
  /** The source package it was built from, where the document says so apart from the package URL. */
  source?: { name: string; version?: string };
  /**
   * Name and release of the distribution, as in the `distro` qualifier (`debian-12`): that of the operating system
   * the bill lists, for a package of a distribution whose package URL names none.
   */
  distribution?: string;
  /** Whether it represents the operating system of the packages and is no package itself. */
  isOperatingSystem?: true;
  /** Module stream of an rpm package as its modularity label says, `nodejs:12:8030020201124152102:229f0a1c`. */
  moduleStream?: string;
  /** Where the document lists it; only when asked for with `places`. */
  place?: Place;
}
