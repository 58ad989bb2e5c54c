import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** The sentences about links. */
export const linkText = phrasebook({ ja, en });
