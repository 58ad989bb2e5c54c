import type { Label } from '../i18n/localised.ts';

/** A part of the site map; parts of one name stand together. */
export interface SiteMapSection {
  name: string;
  heading: Label;
  /** Place among the parts, lowest first. */
  position: number;
  pages: readonly SiteMapEntry[];
}

interface SiteMapEntry {
  /** Without language prefix. */
  path: string;
  label: Label;
  /** In the file for search engines only, as one of many. */
  fileOnly?: true;
}

/** The parts of all capabilities in their places, those of one name put together. */
export function arrangeSiteMap(sections: readonly SiteMapSection[]): SiteMapSection[] {
  const byName = Map.groupBy(sections, ({ name }) => name);
  return [...byName.values()]
    .map((parts) => ({ ...(parts[0] as SiteMapSection), pages: parts.flatMap(({ pages }) => pages) }))
    .sort((one, other) => one.position - other.position);
}
