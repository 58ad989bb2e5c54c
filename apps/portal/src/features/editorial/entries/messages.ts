import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** The sentences of the publishing desk. */
export const entryText = phrasebook({ ja, en });
