const list = '/admin/mail';

/** Where the pages of mail live, without language prefix. */
export const mailPaths = { list, message: (id: string) => `${list}/${id}` };
