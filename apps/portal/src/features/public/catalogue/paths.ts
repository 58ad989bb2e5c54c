/** Where the catalogue's own pages live, without language prefix; those that every page leads to are `sitePaths`. */
export const cataloguePaths = {
  features: '/features',
  about: '/about',
  accessibility: '/accessibility',
  terms: '/terms',
  privacy: '/privacy',
  siteMap: '/site-map',
  openData: '/open-data',
  api: '/api',
  calendar: '/calendar',
  kept: '/kept',
  compare: '/compare',
  useful: '/useful',
} as const;

/** Path of the calendar file of the whole site, or of one record's days. */
export function calendarFilePath(id?: string): string {
  return id === undefined ? `${cataloguePaths.calendar}.ics` : `${cataloguePaths.calendar}/${id}.ics`;
}
