import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { localised } from '../i18n/localised.ts';
import { field } from '../publishing/field.ts';
import { defineKind } from '../publishing/kind.ts';
import { defineCollection, type Sort, sortByField } from './collection.ts';
import { facetsOf, sortsOf } from './collections.ts';
import { columnsOf } from './columns.ts';
import { defineFacet, type Facet } from './facet.ts';

const label = { ja: '段階', en: 'Level' };
const facet = (name: string, column = name) =>
  defineFacet({
    name,
    label,
    meaning: label,
    values: { first: label },
    several: false,
    column: { name: column, label, meaning: label, example: '' },
  });
const words = {
  heading: '',
  description: '',
  relaxed: '',
  emptyHeading: '',
  emptyLead: '',
  feed: '',
};
const kindOf = (exported: string) =>
  defineKind({
    name: 'lesson',
    label,
    listed: true,
    pagePath: (id) => `/lessons/${id}`,
    card: { title: 'title', summary: 'title' },
    schema: z.strictObject({
      title: field(localised('name'), { label, search: 'title' }),
      hours: field(z.number(), { label, export: exported }),
    }),
  });
const collection = (name: string, facets: readonly Facet[], sort?: Sort, kind = kindOf('hours')) =>
  defineCollection({
    name,
    path: `/${name}`,
    label: { ...label, one: 'lesson' },
    kinds: [kind],
    facets,
    card: { facts: [] },
    words: { ja: words, en: words },
    ...(sort && { sorts: [{ name: 'relevance', label }, sort] }),
  });

describe('what several collections declare', () => {
  it('is one facet of a name, which they may share', () => {
    const level = facet('level');
    expect(facetsOf([collection('lessons', [level]), collection('talks', [level])])).toEqual([level]);
    const other = collection('talks', [facet('level')]);
    expect(() => facetsOf([collection('lessons', [level]), other])).toThrow('facet level is declared twice');
  });

  it('is one thing that a sort of a name goes by', () => {
    const by = (by: string, direction: 'ascending' | 'descending' = 'ascending') =>
      sortByField('start', by, label, direction);
    const lessons = collection('lessons', [], by('startsOn'));
    expect(sortsOf([lessons, collection('talks', [], by('startsOn'))]).map(({ name }) => name)).toContain(
      'start',
    );
    for (const other of [by('openedOn'), by('startsOn', 'descending')])
      expect(() => sortsOf([lessons, collection('talks', [], other)])).toThrow('have a sort start');
  });

  it('is no address twice', () => {
    const lessons = collection('lessons', []);
    expect(() => facetsOf([lessons, { ...collection('talks', []), path: '/lessons' }])).toThrow('/lessons');
  });
});

it.each([
  ['a facet has the name of a column that all have', [facet('level', 'title')], 'hours', 'title'],
  ['two facets have one', [facet('level', 'stage'), facet('phase', 'stage')], 'hours', 'stage'],
  ['a field has that of a facet', [facet('level')], 'level', 'level'],
])(
  'a collection whose data would have two columns of a name is refused: %s',
  (_, facets, exported, twice) => {
    const kind = kindOf(exported);
    expect(() => columnsOf(collection('lessons', facets, undefined, kind), [kind])).toThrow(
      `collection lessons: two columns have the name ${twice}`,
    );
  },
);
