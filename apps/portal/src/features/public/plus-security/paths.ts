/** Where the pages of programmes are, without language prefix. */
export const plusSecurityPaths = {
  programmes: '/programmes',
  programme: (id: string) => `/programmes/${id}`,
  /** A run as an iCalendar file. */
  runCalendar: (id: string, run: string) => `/programmes/${id}/runs/${run}.ics`,
} as const;
