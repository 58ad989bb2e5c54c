import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { editorMessages } from './messages/editor.ts';
import { publicMessages } from './messages/public.ts';

/** The sentences of calls for entries. */
export const callText = phrasebook({
  ja: { ...publicMessages.ja, ...editorMessages.ja },
  en: { ...publicMessages.en, ...editorMessages.en },
});
