/** Paths that `ui` links to, without language prefix; others are in their capability's `paths.ts`. */
export const sitePaths = {
  home: '/',
  search: '/search',
  finder: '/finder',
  help: '/help',
  feed: '/feed.atom',
  openSearch: '/opensearch.xml',
  alerts: '/alerts/new',
  displaySettings: '/settings/display',
  signIn: '/sign-in',
  account: '/account',
} as const;
