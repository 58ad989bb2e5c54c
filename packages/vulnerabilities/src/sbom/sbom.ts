import type { Component } from '../component.ts';

/** A text for people, in both languages of the product. */
export interface Message {
  ja: string;
  en: string;
}

export type SbomFormat =
  | 'CycloneDX JSON'
  | 'CycloneDX XML'
  | 'SPDX JSON'
  | 'SPDX tag-value'
  | 'SPDX YAML'
  | 'SPDX 3 JSON-LD';

/** Which components one component needs, by their `ref`. */
export interface Dependency {
  ref: string;
  dependsOn: string[];
}

/**
 * Something in the document that was noticed while reading.
 * A `violation` breaks the format's specification; `unread` is allowed there but was not understood, so it
 * is not carried over. Neither stops the reading.
 */
export interface SbomWarning {
  kind: 'violation' | 'unread';
  /** kebab-case cause, such as `missing`, `not-allowed`, `duplicate-ref`, `licence` */
  code: string;
  /**
   * JSON: a pointer, `/components/3/hashes/0/alg`. XML: line:column and path,
   * `12:7 /bom/components/component[4]/hashes/hash`. Tag-value: `line 12`.
   */
  place: string;
  message: Message;
}

/** A bill of materials, whichever format it came in. */
export interface Sbom {
  format: SbomFormat;
  specVersion: string;
  /** What links into a CycloneDX document begin with (BOM-Link), `urn:cdx:serial/version`; where it has a number. */
  identifier?: string;
  /** What the document describes, when it says so. */
  subject?: Component;
  components: Component[];
  dependencies: Dependency[];
  /** In document order, up to the limit of {@link ReadLimits.warnings}; `warningCounts` has all. */
  warnings: SbomWarning[];
  /** How often each warning code came up, those beyond the limit included. */
  warningCounts: Record<string, number>;
  /** Whether no violation of the format's specification was found. */
  valid: boolean;
}

/** What a reader accepts before it refuses a document, so that hostile input cannot exhaust the machine. */
export interface ReadLimits {
  /** of the whole document, in bytes */
  bytes: number;
  /** of nested objects, arrays or elements */
  depth: number;
  /** of one component, or of all that is not in a list, in bytes */
  itemBytes: number;
  /** of components, identifiers, dependencies and relationships, all together */
  entries: number;
  /** of warnings kept with their text */
  warnings: number;
}

export const defaultLimits: ReadLimits = {
  bytes: 1024 ** 3,
  depth: 256,
  itemBytes: 32 * 1024 ** 2,
  entries: 5_000_000,
  warnings: 1000,
};

export interface ReadOptions {
  /** Throw {@link SbomError} `invalid` at the first violation of the format's specification. */
  strict?: boolean;
  limits?: Partial<ReadLimits>;
  /** Whether to record the position of each component, in {@link Component.place}. */
  places?: boolean;
}
