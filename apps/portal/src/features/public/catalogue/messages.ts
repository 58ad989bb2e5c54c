import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { easy } from './messages/easy.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** The sentences of the catalogue's pages. */
export const catalogueText = phrasebook({ ja, en, easy });
