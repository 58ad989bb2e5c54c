import type { Label } from '../i18n/localised.ts';

/** A page of a capability that is no record, for search to find. */
export interface FindableEntry {
  /** Without language prefix. */
  path: string;
  title: Label;
  /** Words by which people look for it. */
  asked: readonly string[];
}
