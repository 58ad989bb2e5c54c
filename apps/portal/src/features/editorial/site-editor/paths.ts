const item = (id: string) => `/editing/items/${id}`;

/** Where the editors' pages live, without language prefix. */
export const editingPaths = {
  overview: '/editing',
  searchChecks: '/editing/search-checks',
  begin: (kind: string) => `/editing/new/${kind}`,
  item,
  edit: (id: string) => `${item(id)}/edit`,
  preview: (id: string) => `${item(id)}/preview`,
  rehearse: (id: string) => `${item(id)}/search`,
  send: (id: string) => `${item(id)}/send`,
  decide: (id: string) => `${item(id)}/decide`,
  withdraw: (id: string) => `${item(id)}/withdraw`,
  discard: (id: string) => `${item(id)}/discard`,
  history: (id: string) => `${item(id)}/history`,
  readings: (id: string) => `${item(id)}/readings`,
  redirectList: (id: string) => `${item(id)}/list`,
  redirectFile: (id: string) => `${item(id)}/list.csv`,
  restore: (id: string) => `${item(id)}/restore`,
};
