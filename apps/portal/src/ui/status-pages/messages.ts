import { phrasebook } from '../text/phrasebook.ts';
import { easy } from './messages/easy.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** Messages of the status pages. */
export const statusText = phrasebook({ ja, en, easy });
