/** Paths that `ui` links to, without language prefix; others are in their capability's `paths.ts`. */
export const sitePaths = {
  home: '/',
  search: '/search',
  finder: '/finder',
  help: '/help',
  calls: '/calls',
  feed: '/feed.atom',
  alerts: '/alerts/new',
  displaySettings: '/settings/display',
  signIn: '/sign-in',
  signOut: '/sign-out',
  account: '/account',
} as const;
