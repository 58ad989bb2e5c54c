import type { Label } from '../i18n/localised.ts';

/** A section of the site map; sections with the same name are merged. */
export interface SiteMapSection {
  name: string;
  heading: Label;
  /** Order among the sections, lowest first. */
  position: number;
  pages: readonly SiteMapEntry[];
}

interface SiteMapEntry {
  /** Without language prefix. */
  path: string;
  label: Label;
  /** Only in the file for search engines, as one of many. */
  fileOnly?: true;
}

/** The sections of all capabilities in order, those with the same name merged. */
export function arrangeSiteMap(sections: readonly SiteMapSection[]): SiteMapSection[] {
  const byName = Map.groupBy(sections, ({ name }) => name);
  return [...byName.values()]
    .map((parts) => ({ ...(parts[0] as SiteMapSection), pages: parts.flatMap(({ pages }) => pages) }))
    .sort((one, other) => one.position - other.position);
}
