import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** Texts of asking for an account. */
export const requestText = phrasebook({ ja, en });
