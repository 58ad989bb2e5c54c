import type { Component } from '../component.ts';
import type { UnsearchableReason } from '../unsearchable.ts';
import type { Finding } from './finding.ts';

/** Input of a search: a bill of materials, or anything with components. */
export interface SearchedBill {
  components: readonly Component[];
  subject?: Component;
}

export interface SearchOptions {
  /** Search the product the bill describes too, where the bill does not list it among its components. */
  includeSubject?: boolean;
}

export interface UnsearchedComponent {
  component: Component;
  reason: UnsearchableReason;
}

export interface SearchResult {
  /** In the order of the components. */
  findings: Finding[];
  /**
   * How many components there are, and how many of them were searched; an operating system that is no package of an
   * ecosystem is not counted, since its packages are.
   */
  components: number;
  searched: number;
  /** The rest, in the order of the components. */
  unsearched: UnsearchedComponent[];
}
