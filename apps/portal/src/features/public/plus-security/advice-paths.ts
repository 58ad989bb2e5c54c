/** Where the pages of advice, team plans, learning routes, roles and skills are, without language prefix. */
export const advicePaths = {
  advice: '/plus-security/advice',
  /** The plan on one sheet, for one's boss. */
  sheet: '/plus-security/advice/sheet',
  team: '/plus-security/team',
  routes: '/plus-security/routes',
  route: (id: string) => `/plus-security/routes/${id}`,
  roles: '/plus-security/roles',
  role: (id: string) => `/plus-security/roles/${id}`,
  skills: '/plus-security/skills',
  skill: (id: string) => `/plus-security/skills/${id}`,
} as const;
