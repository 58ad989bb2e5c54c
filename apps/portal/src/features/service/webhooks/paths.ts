const list = '/admin/webhooks';

/** Paths of webhooks, without language prefix. */
export const webhookPaths = {
  list,
  register: `${list}/new`,
  endpoint: (id: string) => `${list}/${id}`,
  act: (id: string, act: EndpointAct) => `${list}/${id}/${act}`,
};

export type EndpointAct = 'secret' | 'pause' | 'resume' | 'test' | 'remove';
