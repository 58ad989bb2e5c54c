import { phrasebook } from '../../ui/text/phrasebook.ts';
import { editorMessages } from './messages/editor.ts';
import { itemMessages } from './messages/item.ts';
import { listMessages } from './messages/list.ts';

/** The sentences of the editors' pages. */
export const editingText = phrasebook({
  ja: { ...itemMessages.ja, ...editorMessages.ja, ...listMessages.ja },
  en: { ...itemMessages.en, ...editorMessages.en, ...listMessages.en },
});
