import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { editorMessages } from './messages/editor.ts';
import { itemMessages } from './messages/item.ts';
import { listMessages } from './messages/list.ts';
import { readingsMessages } from './messages/readings.ts';

/** The sentences of the editors' pages. */
export const editingText = phrasebook({
  ja: { ...itemMessages.ja, ...editorMessages.ja, ...listMessages.ja, ...readingsMessages.ja },
  en: { ...itemMessages.en, ...editorMessages.en, ...listMessages.en, ...readingsMessages.en },
});
