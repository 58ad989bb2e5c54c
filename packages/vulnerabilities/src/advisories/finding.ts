import type { Component } from '../component.ts';
import type { Severity } from '../severity/severity.ts';

/** Properties of an advisory that findings show. */
export interface Advisory {
  /** As its source names it, such as `GHSA-…` or `GO-2024-2687`. */
  id: string;
  /** All other names of the same vulnerability, CVE identifiers first. */
  aliases: readonly string[];
  /**
   * Vulnerabilities it passes on, as a distribution's advisory on a CVE does, each by all its names. What is known of
   * them holds for it too, but not the other way round: it is not another name of theirs.
   */
  upstream: readonly (readonly string[])[];
  /** One line; empty where the source gives none. */
  summary: string;
  severity: Severity;
  /** RFC 3339, as the source writes it; null where it does not. */
  published: string | null;
  modified: string | null;
  /** A page that describes it. */
  url: string;
}

/** A stretch of versions an advisory says are affected. */
export interface AffectedRange {
  /** OSV ecosystem with its release, such as `npm` or `Debian:11`. */
  ecosystem: string;
  package: string;
  /** First affected version; `0` means from the beginning. */
  introduced: string;
  /** First version that is no longer affected; null if unknown. */
  fixed: string | null;
  /** Last affected version, where the advisory says so instead of `fixed`. */
  lastAffected: string | null;
}

/** One vulnerability in one component. */
export interface Finding {
  readonly component: Component;
  /** The advisory that says so; the first one loaded, where several describe one vulnerability. */
  advisory: Advisory;
  /** All other names of the vulnerability, CVE identifiers first. */
  aliases: readonly string[];
  /** See Advisory.upstream. */
  upstream: readonly (readonly string[])[];
  severity: Severity;
  /** The ranges that contain the component's version. */
  ranges: readonly AffectedRange[];
  /** Versions that end those ranges, oldest first. */
  fixed: readonly string[];
  /**
   * Whether nothing but `last_affected` ends the ranges: the advisory knows of no fix, and versions after the last
   * one known to be affected are only not known to be.
   */
  onlyLastKnownAffected: boolean;
}
