/** Where the pages of programmes are, without language prefix. */
export const plusSecurityPaths = {
  programmes: '/programmes',
  /** Those designated for a kind of training benefit. */
  designated: (kind: string) => `/programmes?benefit=${kind}`,
  programme: (id: string) => `/programmes/${id}`,
  /** A run as an iCalendar file. */
  runCalendar: (id: string, run: string) => `/programmes/${id}/runs/${run}.ics`,
  /** The open runs of a search as an iCalendar file; its conditions are those of the collection's page. */
  calendar: '/programmes.ics',
  /** Programmes side by side. */
  comparison: (ids: readonly string[]) =>
    ['/programmes/compare', new URLSearchParams(ids.map((id): [string, string] => ['id', id])).toString()]
      .filter(Boolean)
      .join('?'),
  /** The provider's pages of runs. */
  desk: '/desk/programmes',
  deskFile: '/desk/programmes/file',
  deskTemplate: (name: string) => `/desk/programmes/files/${name}`,
  deskProgramme: (id: string) => `/desk/programmes/${id}`,
  deskRun: (id: string) => `/desk/programmes/${id}/state`,
} as const;
