import type { Reading } from '../../platform/i18n/language.ts';
import { phrasebook } from '../text/phrasebook.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** Messages for editing, comparing and reviewing, shared by all capabilities. */
export const editingWords = phrasebook({ ja, en });

/** Labels of the workflow actions. */
export function editorialActions(reading: Reading) {
  return editingWords(reading).text.actions;
}
