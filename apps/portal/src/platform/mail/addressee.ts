import { and, isNull } from 'drizzle-orm';
import type { Language } from '../i18n/language.ts';
import { siteUser } from '../identity/schema.ts';

/** Somebody who is written to. */
export interface Addressee {
  id: string;
  email: string;
  language: Language;
}

/** Of accounts, what `addressee` is made from. */
export const addresseeColumns = { id: siteUser.id, email: siteUser.email, language: siteUser.language };

/** Accounts that are written to: those that can sign in. */
export const isWrittenTo = and(isNull(siteUser.suspendedAt), isNull(siteUser.deletedAt));

export function addressee({ language, ...row }: { id: string; email: string; language: string }): Addressee {
  return { ...row, language: language === 'en' ? 'en' : 'ja' };
}
