import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { answersEn } from './messages/answers-en.ts';
import { answersJa } from './messages/answers-ja.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** Texts of the page that tells how to connect. */
export const mcpText = phrasebook({ ja, en });

/** What tools say, by language. */
export const toolWords = { ja: answersJa, en: answersEn } as const;
