import type { Language } from '../i18n/language.ts';
import type { Label } from '../i18n/localised.ts';

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
  /** What the mail is for, as the list of sent mail calls it. */
  label: Label;
  write: Record<Language, (data: Data) => MailText>;
}

const labels = new Map<string, Label>();

/**
 * Declares a mail of the portal.
 * @throws Error if two mails have the same name
 */
export function defineMail<Data>(
  name: string,
  label: Label,
  write: Record<Language, (data: Data) => MailText>,
): MailTemplate<Data> {
  if (labels.has(name)) throw new Error(`mail ${name} is defined twice`);
  labels.set(name, label);
  return { name, label, write };
}

/** The label of a declared mail; undefined for a name that is stored with a message but declared no longer. */
export function mailLabel(name: string): Label | undefined {
  return labels.get(name);
}

/** The names of every declared mail. */
export function definedMails(): string[] {
  return [...labels.keys()];
}
