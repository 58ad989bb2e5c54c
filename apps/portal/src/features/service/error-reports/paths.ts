/** Where reports of mistakes live, without language prefix. */
export const reportPaths = {
  list: '/reports',
  /** Of one record. */
  form: (id: string) => `/reports/${id}`,
  answer: (id: string) => `/reports/${id}/answer`,
};
