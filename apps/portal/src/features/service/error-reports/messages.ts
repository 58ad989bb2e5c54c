import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** The sentences about reported mistakes. */
export const reportText = phrasebook({ ja, en });
