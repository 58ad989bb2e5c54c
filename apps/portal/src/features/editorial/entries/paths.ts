const entry = (id: string) => `/desk/entries/${id}`;

/** Paths of the publishing desk, without language prefix. */
export const entryPaths = {
  list: '/desk',
  start: '/desk/new',
  /** Many entries at once, from a file. */
  import: '/desk/import',
  entry,
  edit: (id: string) => `${entry(id)}/edit`,
  call: (id: string) => `${entry(id)}/call`,
  answers: (id: string) => `${entry(id)}/answers`,
  correct: (id: string) => `${entry(id)}/correct`,
  check: (id: string) => `${entry(id)}/check`,
  preview: (id: string) => `${entry(id)}/preview`,
  submit: (id: string) => `${entry(id)}/submit`,
  withdraw: (id: string) => `${entry(id)}/withdraw`,
  evidence: (id: string) => `${entry(id)}/evidence`,
  evidenceFile: (id: string, file: string) => `${entry(id)}/evidence/${file}`,
  removeEvidence: (id: string, file: string) => `${entry(id)}/evidence/${file}/remove`,
  pictures: (id: string) => `${entry(id)}/pictures`,
  discard: (id: string) => `${entry(id)}/discard`,
  confirm: (id: string) => `${entry(id)}/confirm`,
  suspend: (id: string) => `${entry(id)}/suspend`,
  resume: (id: string) => `${entry(id)}/resume`,
  history: (id: string) => `${entry(id)}/history`,
  restore: (id: string) => `${entry(id)}/restore`,
  renew: (token: string) => `/renew/${token}`,
  audit: '/admin/audit',
  auditExport: '/admin/audit/export',
};
