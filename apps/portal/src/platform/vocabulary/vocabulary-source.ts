import type { PublishedRecord } from '../publishing/published-record.ts';
import type { ReadModel } from '../read-model/read-model.ts';
import { type DeclaredTerms, Vocabulary } from './vocabulary.ts';
import { vocabularyKind } from './vocabulary-kind.ts';

/** Provides the published vocabulary; rebuilt only when its record changes. */
export function createVocabularySource(
  model: ReadModel,
  declared: ReadonlyMap<string, DeclaredTerms> = new Map(),
): () => Vocabulary {
  let made: { from: PublishedRecord | undefined; vocabulary: Vocabulary } | undefined;
  return () => {
    const record = model.only(vocabularyKind.name);
    if (!made || made.from !== record) made = { from: record, vocabulary: new Vocabulary(record, declared) };
    return made.vocabulary;
  };
}
