import { phrasebook } from '../text/phrasebook.ts';
import { easy } from './messages/easy.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** The sentences of pages that say why there is no other. */
export const statusText = phrasebook({ ja, en, easy });
