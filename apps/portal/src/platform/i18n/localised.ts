import { z } from 'zod';

/** Most characters of each wording of a text. */
interface TextLengths {
  ja: number;
  en: number;
  easy: number;
}

/** By purpose; English needs about twice the characters. */
const lengths = {
  name: { ja: 120, en: 240, easy: 120 },
  sentence: { ja: 300, en: 600, easy: 300 },
  paragraph: { ja: 1_000, en: 2_000, easy: 1_000 },
  /** Several paragraphs. */
  document: { ja: 8_000, en: 16_000, easy: 8_000 },
} satisfies Record<string, TextLengths>;

type TextSize = keyof typeof lengths | TextLengths;

const wording = (longest: number) => z.string().trim().min(1).max(longest);
const lengthsOf = (size: TextSize): TextLengths => (typeof size === 'string' ? lengths[size] : size);

/** Schema of a text: Japanese required, English optional. */
export function localised(size: TextSize) {
  const { ja, en } = lengthsOf(size);
  return z.strictObject({ ja: wording(ja), en: wording(en).optional() });
}

/** Schema of a text with optional English and やさしい日本語. */
export function localisedEasy(size: TextSize) {
  const { ja, en, easy } = lengthsOf(size);
  return z.strictObject({
    ja: wording(ja),
    en: wording(en).optional(),
    easy: wording(easy).optional(),
  });
}

/** A label of the portal's own user interface; both languages are required. */
export interface Label {
  ja: string;
  en: string;
}
