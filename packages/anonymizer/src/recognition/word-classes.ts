/** Classes of words that the lexicon tells apart: IPADIC's parts of speech, joined where names do not care. */
export const WORD_CLASSES = [
  'symbol',
  'noun',
  'verbal-noun',
  'adjectival-noun',
  'adverbial-noun',
  'number',
  'pronoun',
  'dependent-noun',
  'suffix',
  'person-suffix',
  'place-suffix',
  'counter',
  'other-suffix',
  'proper-noun',
  'person',
  'surname',
  'given-name',
  'place',
  'country',
  'organisation',
  'verb',
  'dependent-verb',
  'adjective',
  'adverb',
  'adnominal',
  'conjunction',
  'interjection',
  'auxiliary',
  'case-particle',
  'topic-particle',
  'genitive-particle',
  'connective-particle',
  'particle',
  'noun-prefix',
  'prefix',
  'stop',
  'open-bracket',
  'close-bracket',
  'unknown-katakana',
  'unknown-latin',
  'unknown-kanji',
  'unknown-number',
  'unknown',
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

export function classIndex(name: WordClass): number {
  return WORD_CLASSES.indexOf(name);
}

/** What a word is in some dictionary, whatever it is most often. */
export const WordFlag = {
  Surname: 1,
  GivenName: 2,
  Person: 4,
  Place: 8,
  Country: 16,
  Organisation: 32,
  ProperNoun: 64,
  CommonNoun: 128,
} as const;
