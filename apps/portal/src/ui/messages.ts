import { easy } from './messages/easy.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';
import { phrasebook } from './text/phrasebook.ts';

/** Messages of the shell and the components. */
export const uiText = phrasebook({ ja, en, easy });
