import { phrasebook } from '../../ui/text/phrasebook.ts';
import { signInMessages } from './messages/sign-in.ts';

/** The sentences of the account pages. */
export const accountText = phrasebook({
  ja: { ...signInMessages.ja },
  en: { ...signInMessages.en },
});
