import { z } from 'zod';

const required = z.string().trim().min(1);

/** A short text for people: Japanese always, English where there is one. */
export const localised = z.strictObject({ ja: required, en: required.optional() });

/** A text for people that may also exist in やさしい日本語. */
export const localisedEasy = z.strictObject({
  ja: required,
  en: required.optional(),
  easy: required.optional(),
});

/** As `localisedEasy`, no wording longer than so many characters. */
export const localisedShort = (longest: { ja: number; en: number; easy: number }) =>
  z.strictObject({
    ja: required.max(longest.ja),
    en: required.max(longest.en).optional(),
    easy: required.max(longest.easy).optional(),
  });

/** Label of something in the house itself: both languages always. */
export interface Label {
  ja: string;
  en: string;
}
