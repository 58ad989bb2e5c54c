import type { Reading } from '../../platform/i18n/language.ts';
import { phrasebook } from '../text/phrasebook.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** The sentences of everything that is written, compared and sent for review, whatever capability it belongs to. */
export const editingWords = phrasebook({ ja, en });

/** The words for what is done with a publication on its way. */
export function editorialActions(reading: Reading) {
  return editingWords(reading).text.actions;
}
