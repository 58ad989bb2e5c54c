import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { easy } from './messages/calculator/easy.ts';
import { en } from './messages/calculator/en.ts';
import { ja } from './messages/calculator/ja.ts';

/** The words of the calculator. */
export const calculatorText = phrasebook({ ja, en, easy });
