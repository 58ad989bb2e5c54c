import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** The sentences of calls for entries. */
export const callText = phrasebook({ ja, en });
