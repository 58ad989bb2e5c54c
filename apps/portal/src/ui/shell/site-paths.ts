/** Where `ui` itself leads to, without language prefix; other addresses stand in their capability's `paths.ts`. */
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
