import type { LocalisedText } from '../../../../platform/i18n/language.ts';
import type { Sign } from './told-trouble.ts';

/** What a page that is no record is found as. */
type PageGroup = 'help' | 'contact' | 'page' | 'notice';

/** A page of the site that search finds beside the records. */
export interface FindablePage {
  /** Path without language prefix; with the anchor of the contact for a contact. */
  address: string;
  group: PageGroup;
  title: LocalisedText;
  lead?: LocalisedText | undefined;
  /** Words by which people look for it. */
  asked?: readonly string[] | undefined;
  /** What a sentence tells that asks for it: each a set of words told. */
  signs?: readonly Sign[] | undefined;
  /** Further text that is searched but not shown. */
  body?: string | undefined;
  /** Record of its texts, and where they stand in it: for furigana. */
  source?: { id: string; title: string; lead?: string } | undefined;
  telephone?: string | undefined;
  /** Reaches whoever is nearest to the caller. */
  isLocal?: boolean | undefined;
}
