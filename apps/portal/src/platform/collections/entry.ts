import type { Language } from '../i18n/language.ts';

/** What a column of the open data, or a field of the API, may hold. */
export type EntryValue = string | number | boolean | null | readonly string[];

/** A record as the API and the open data give it out: what all have, and the columns of its collection. */
export interface Entry {
  id: string;
  kind: string;
  title: string;
  summary: string;
  description: string | null;
  operator: string | null;
  url: string;
  page: string;
  lang: Language;
  enteredOn: string;
  confirmedOn: string | null;
  updatedOn: string;
  sample: boolean;
  readonly [column: string]: EntryValue;
}
