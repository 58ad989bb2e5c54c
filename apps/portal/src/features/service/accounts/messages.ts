import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { accountMessages } from './messages/account.ts';
import { administrationMessages } from './messages/administration.ts';
import { organisationRoomMessages } from './messages/organisation-room.ts';
import { signInMessages } from './messages/sign-in.ts';

/** The sentences of the account pages. */
export const accountText = phrasebook({
  ja: {
    ...signInMessages.ja,
    ...accountMessages.ja,
    ...administrationMessages.ja,
    ...organisationRoomMessages.ja,
  },
  en: {
    ...signInMessages.en,
    ...accountMessages.en,
    ...administrationMessages.en,
    ...organisationRoomMessages.en,
  },
});
