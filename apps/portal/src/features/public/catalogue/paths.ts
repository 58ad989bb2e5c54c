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
} as const;
