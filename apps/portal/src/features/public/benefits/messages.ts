import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { easy } from './messages/easy.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** The words of the landing page and of the page for providers. */
export const benefitsText = phrasebook({ ja, en, easy });
