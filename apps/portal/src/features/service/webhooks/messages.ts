import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** Texts of the webhook pages. */
export const webhookText = phrasebook({ ja, en });
