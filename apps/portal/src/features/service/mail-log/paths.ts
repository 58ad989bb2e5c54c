const list = '/admin/mail';

/** Paths of the mail log, without language prefix. */
export const mailPaths = { list, message: (id: string) => `${list}/${id}` };
