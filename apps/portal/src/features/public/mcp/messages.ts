import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** Texts of the page that tells how to connect. */
export const mcpText = phrasebook({ ja, en });
