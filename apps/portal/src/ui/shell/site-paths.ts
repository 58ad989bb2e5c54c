/** Where the pages that every page links to live, without language prefix. */
export const sitePaths = {
  home: '/',
  search: '/search',
  finder: '/finder',
  features: '/features',
  help: '/help',
  about: '/about',
  accessibility: '/accessibility',
  terms: '/terms',
  privacy: '/privacy',
  siteMap: '/site-map',
  openData: '/open-data',
  api: '/api',
  feed: '/feed.atom',
  displaySettings: '/settings/display',
} as const;
