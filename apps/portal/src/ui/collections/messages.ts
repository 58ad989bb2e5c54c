import type { Collection, CollectionWords } from '../../platform/collections/collection.ts';
import { type Phrasebook, phrasebook } from '../text/phrasebook.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

/** The sentences of every collection's pages. */
export const collectionText = phrasebook({ ja, en });

/** A collection's own sentences. */
export type CollectionPhrasebook = Phrasebook<CollectionWords>;

/** Prepares a collection's own sentences, once. */
export function collectionWords({ words }: Collection): CollectionPhrasebook {
  return phrasebook<CollectionWords>(words);
}
