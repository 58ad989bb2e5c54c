import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** Texts of the mail pages. */
export const mailText = phrasebook({ ja, en });
