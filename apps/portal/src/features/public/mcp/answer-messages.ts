import type { Language } from '../../../platform/i18n/language.ts';
import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { en } from './messages/answer/en.ts';
import { ja } from './messages/answer/ja.ts';

const answerText = phrasebook({ ja, en });

/** What tools say, as plain text. */
export const toolWords = (language: Language) => answerText({ language, easy: false, furigana: false }).label;
