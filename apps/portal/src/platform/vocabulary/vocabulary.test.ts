import { describe, expect, it } from 'vitest';
import { kindForm } from '../editing/form/form.ts';
import { Vocabulary } from './vocabulary.ts';
import { defineVocabulary, vocabularyKind } from './vocabulary-kind.ts';

const label = { ja: '題材', en: 'Topic' };
const word = { ja: '取引先', en: 'Supply chain' };
const lists = Object.keys(vocabularyKind.schema.shape);
const empty = Object.fromEntries(lists.map((name) => [name, {}]));
const published = (data: object) => ({ kind: 'vocabulary', data, typesetting: {} });

describe('the vocabulary of a portal whose collections have a facet that editors keep', () => {
  const kind = defineVocabulary([
    { name: 'topic', label },
    { name: 'purpose', label },
  ]);

  it('asks for its words after those that every portal has', () => {
    expect(kindForm(kind).fields.map(({ name }) => name)).toEqual([...lists, 'topic']);
    expect(kindForm(kind).fields.at(-1)).toMatchObject({ label, required: false, node: { type: 'table' } });
  });

  it('is valid as it was published before, and refuses words as any list does', () => {
    expect(kind.schema.safeParse(empty).success).toBe(true);
    expect(kind.schema.safeParse({ ...empty, topic: { chain: word } }).success).toBe(true);
    const merged = { ...word, mergedInto: 'nowhere' };
    for (const topic of [{ 'not a value': word }, { chain: { ja: '取引先' } }, { chain: merged }])
      expect(kind.schema.safeParse({ ...empty, topic }).success).toBe(false);
  });

  it('keeps the words of a capability that was taken out', () => {
    const data = { ...empty, industry: { retail: word } };
    expect(kind.schema.parse(data)).toEqual(data);
  });
});

describe('the words of a facet', () => {
  const declared = new Map([
    ['topic', { label }],
    ['level', { label, values: { first: word } }],
  ]);

  it('are those published where editors keep them, else those declared', () => {
    const data = { ...empty, topic: { chain: word }, level: { first: label } };
    const vocabulary = new Vocabulary(published(data), declared);
    expect(vocabulary.values('topic')).toEqual(['chain']);
    expect(vocabulary.resolve('topic', 'supply CHAIN')).toBe('chain');
    expect(vocabulary.label('level', 'first')).toEqual(word);
  });

  it('are none of the lists that are no facet', () => {
    const vocabulary = new Vocabulary(
      published({ ...empty, facet: { topic: word }, regionGroup: { east: word } }),
    );
    for (const name of ['facet', 'regionGroup', 'constructor', '__proto__'])
      expect([vocabulary.values(name), vocabulary.knows(name)]).toEqual([[], false]);
  });

  it('stand under the name that editors gave the facet, else the one declared', () => {
    const named = new Vocabulary(published({ ...empty, facet: { topic: word } }), declared);
    expect(named.facetLabel('topic')).toEqual(word);
    expect(new Vocabulary(published(empty), declared).facetLabel('topic')).toEqual(label);
    expect(new Vocabulary(undefined, declared).facetLabel('topic')).toEqual(label);
  });
});
