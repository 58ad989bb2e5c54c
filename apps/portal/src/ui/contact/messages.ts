import { phrasebook } from '../text/phrasebook.ts';
import { easy } from './messages/easy.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** Messages about contact details. */
export const contactText = phrasebook({ ja, en, easy });

/** A time of day: 8:30 for `08:30`. */
export function writeClock(time: string): string {
  return time.replace(/^0/, '');
}
