const publicList = '/calls';
const list = '/desk/calls';
const call = (id: string) => `${list}/${id}`;

/** Where the pages of calls for entries live, without language prefix. */
export const callPaths = {
  public: publicList,
  publicCall: (id: string) => `${publicList}/${id}`,
  list,
  start: `${list}/new`,
  call,
  edit: (id: string) => `${call(id)}/edit`,
  /** Where entries are begun and reviewed: pages of the publishing desk. */
  enter: (id: string) => `/desk/new?call=${id}`,
  review: (id: string) => `/review/${id}`,
  queueOf: (id: string) => `/review?call=${id}`,
  history: (id: string) => `${call(id)}/history`,
  restore: (id: string) => `${call(id)}/restore`,
  act: (id: string, act: CallAct) => `${call(id)}/${act}`,
};

export type CallAct = 'announce' | 'close' | 'withdraw' | 'discard';
