import type { Language } from '../i18n/language.ts';

/** A piece of a mail: a paragraph, a list, a link on a line of its own, or a small note. */
export type MailPart = string | { list: string[] } | { link: string; href: string } | { note: string };

export interface MailText {
  subject: string;
  body: MailPart[];
}

/** A mail that the portal writes, in both languages. It writes words only: the HTML is made from them. */
export interface MailTemplate<Data> {
  /** Dotted, such as `alerts.confirm`. */
  name: string;
  write: Record<Language, (data: Data) => MailText>;
}

/** Declares a mail that the portal writes. */
export function defineMail<Data>(
  name: string,
  write: Record<Language, (data: Data) => MailText>,
): MailTemplate<Data> {
  return { name, write };
}
