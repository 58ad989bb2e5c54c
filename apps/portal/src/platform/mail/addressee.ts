import { and, isNull } from 'drizzle-orm';
import type { Language } from '../i18n/language.ts';
import { siteUser } from '../identity/schema.ts';

/** The recipient of a mail. */
export interface Addressee {
  id: string;
  email: string;
  language: Language;
}

/** Columns of an account from which an `addressee` is made. */
export const addresseeColumns = { id: siteUser.id, email: siteUser.email, language: siteUser.language };

/** Condition: accounts that receive mail, which are those that can sign in. */
export const isWrittenTo = and(isNull(siteUser.suspendedAt), isNull(siteUser.deletedAt));

export function addressee({ language, ...row }: { id: string; email: string; language: string }): Addressee {
  return { ...row, language: language === 'en' ? 'en' : 'ja' };
}
