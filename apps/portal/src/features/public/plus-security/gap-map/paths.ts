/** Where the pages of the gap map are, without language prefix. */
export const gapMapPaths = {
  map: '/gap-map',
  /** The programmes that a number of seats was counted from. */
  programmes: '/gap-map/programmes',
  csv: '/gap-map/cells.csv',
  /** Below `/api/v1`. */
  api: '/needs/gap',
} as const;
