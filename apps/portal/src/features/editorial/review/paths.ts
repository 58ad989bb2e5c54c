const entry = (id: string) => `/review/${id}`;

/** Where the reviewers' pages live, without language prefix. */
export const reviewPaths = {
  queue: '/review',
  /** Batch actions: confirmation, then execution. */
  batch: '/review/batch',
  decideBatch: '/review/batch/decision',
  entry,
  preview: (id: string) => `${entry(id)}/preview`,
  assign: (id: string) => `${entry(id)}/assign`,
  comment: (id: string) => `${entry(id)}/comment`,
  handBack: (id: string) => `${entry(id)}/hand-back`,
  conflict: (id: string) => `${entry(id)}/conflict`,
  decide: (id: string) => `${entry(id)}/decide`,
  /** Where the body's own texts are approved (another feature). */
  editing: '/editing',
};
