import type { SearchHit } from '@kakehashi/search';
import type { Language } from '../i18n/language.ts';

/** Hits that are put in order anew: those somebody looks at. */
export const reordered = 30;
/** Fields asked for their matches. */
export const reorderedBy = ['title', 'titleEn', 'terms', 'termsEn'] as const;

/** What a record is called counts more than what it says in passing, however often. */
const titleBonus = 1.6;
/** Whom a record is for. */
const audienceBonus = 1.25;
/** A title in the reader's language. */
const languageBonus = 1.3;
const whole = 0.99;

/** Puts first what holds the query in its title or its audience, and titles in the language of the page. */
export function reorder<H extends Pick<SearchHit, 'score' | 'share' | 'highlights'>>(
  hits: readonly H[],
  language: Language,
): H[] {
  const scored = hits.map((hit) => ({ hit, score: hit.score * bonusOf(hit, language) }));
  return scored.sort((a, b) => b.score - a.score).map(({ hit }) => hit);
}

function bonusOf({ share, highlights }: Pick<SearchHit, 'share' | 'highlights'>, language: Language): number {
  const holds = (field: string) => (highlights[field]?.ranges.length ?? 0) > 0;
  const inTitle = holds('title') || holds('titleEn');
  const own = holds(language === 'en' ? 'titleEn' : 'title') ? languageBonus : 1;
  if (share < whole) return own;
  if (inTitle) return titleBonus * own;
  return holds('terms') || holds('termsEn') ? audienceBonus : 1;
}
