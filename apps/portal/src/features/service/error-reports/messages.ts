import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** Texts of error reports. */
export const reportText = phrasebook({ ja, en });
