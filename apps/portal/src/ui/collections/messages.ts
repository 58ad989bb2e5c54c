import type { Collection, CollectionWords } from '../../platform/collections/collection.ts';
import { type Phrasebook, phrasebook } from '../text/phrasebook.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** Messages of every collection's pages. */
export const collectionText = phrasebook({ ja, en });

/** Messages of a single collection. */
export type CollectionPhrasebook = Phrasebook<CollectionWords>;

/** Prepares a collection's messages, once. */
export function collectionWords({ words }: Collection): CollectionPhrasebook {
  return phrasebook<CollectionWords>(words);
}
