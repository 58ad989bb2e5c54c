import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { en } from './messages/advice/en.ts';
import { ja } from './messages/advice/ja.ts';

export const adviceText = phrasebook({ ja, en });
