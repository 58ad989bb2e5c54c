import { phrasebook } from '../text/phrasebook.ts';
import { easy } from './messages/easy.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** The sentences of how somebody is reached. */
export const contactText = phrasebook({ ja, en, easy });

/** A time of day as it is said: 8:30 for `08:30`. */
export function writeClock(time: string): string {
  return time.replace(/^0/, '');
}
