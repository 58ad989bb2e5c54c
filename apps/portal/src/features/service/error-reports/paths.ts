/** Paths of error reports, without language prefix. */
export const reportPaths = {
  list: '/reports',
  /** Of one record. */
  form: (id: string) => `/reports/${id}`,
  answer: (id: string) => `/reports/${id}/answer`,
};
