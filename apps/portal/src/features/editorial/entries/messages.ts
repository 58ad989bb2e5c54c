import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { actMessages } from './messages/acts.ts';
import { afterlifeMessages } from './messages/afterlife.ts';
import { callMessages } from './messages/call.ts';
import { entryMessages } from './messages/entries.ts';
import { evidenceMessages } from './messages/evidence.ts';
import { historyMessages } from './messages/history.ts';
import { stageMessages } from './messages/stages.ts';

/** The sentences of the publishing desk. */
export const deskText = phrasebook({
  ja: {
    ...stageMessages.ja,
    ...entryMessages.ja,
    ...callMessages.ja,
    ...historyMessages.ja,
    ...evidenceMessages.ja,
    ...afterlifeMessages.ja,
    acts: actMessages.ja,
  },
  en: {
    ...stageMessages.en,
    ...entryMessages.en,
    ...callMessages.en,
    ...historyMessages.en,
    ...evidenceMessages.en,
    ...afterlifeMessages.en,
    acts: actMessages.en,
  },
});
