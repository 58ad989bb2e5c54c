import type { Language } from '../i18n/language.ts';

/** Part of a mail: a paragraph, a list, a link on its own line, or a small note. */
export type MailPart = string | { list: string[] } | { link: string; href: string } | { note: string };

export interface MailText {
  subject: string;
  body: MailPart[];
}

/** A mail of the portal in both languages. It contains text only: the HTML is generated. */
export interface MailTemplate<Data> {
  /** Dotted, such as `alerts.confirm`. */
  name: string;
  write: Record<Language, (data: Data) => MailText>;
}

/** Declares a mail of the portal. */
export function defineMail<Data>(
  name: string,
  write: Record<Language, (data: Data) => MailText>,
): MailTemplate<Data> {
  return { name, write };
}
