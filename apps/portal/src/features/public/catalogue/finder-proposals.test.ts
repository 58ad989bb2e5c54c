import { beforeAll, describe, expect, it } from 'vitest';
import { dataOf } from '../../../platform/publishing/kind.ts';
import type { Catalogue } from './catalogue.ts';
import { type Answers, answersPath, askNext, type Candidate, ranked } from './finder.ts';
import { type Finder, finderKind } from './kinds/finder.ts';
import { finderView } from './presenting/finder-view.ts';
import { contentCatalogue, japaneseReader } from './testing/content-catalogue.ts';

let catalogue: Catalogue;
let finder: Finder;
beforeAll(async () => {
  catalogue = await contentCatalogue();
  finder = dataOf(finderKind, catalogue.model.only('finder')!);
});

const viewOf = (answers: Answers) =>
  finderView(new URL(answersPath(answers), 'http://x').searchParams, catalogue, japaneseReader)!;
const proposed = (answers: Answers) => viewOf(answers).results.map(({ id }) => id);

/** Every way through the questions. */
function everyWay(answers: Answers = {}): Answers[] {
  const question = askNext(finder, answers);
  if (!question) return [answers];
  return question.answers.flatMap(({ id }) => everyWay({ ...answers, [question.id]: id }));
}

describe('the finder over the sample content', () => {
  it('ends no way empty', () => {
    for (const answers of everyWay()) {
      const { results, helpHref } = viewOf(answers);
      expect([answers, results.length > 0 || helpHref !== undefined]).toEqual([answers, true]);
    }
  });

  it('proposes to a teacher of teenagers what teaches them, not what a month of events offers', () => {
    const ids = proposed({ who: 'school', age: 'teen', want: 'teach' });
    expect(ids[0]).toBe('moral-site');
    expect(ids.slice(0, 4)).toEqual(expect.arrayContaining(['moral-site', 'giga-workbook', 'e-netcaravan']));
    expect(ids).not.toContain('k-sec');
  });

  it('keeps to the age that was answered, whatever is answered afterwards', () => {
    for (const answers of everyWay().filter(({ age, want }) => age === 'child' && want !== 'trouble'))
      for (const { id } of viewOf(answers).results)
        expect((catalogue.model.get(id)!.data as { ages: string[] }).ages).toContain('child');
  });

  it('leads whoever is in trouble to help, also from an address kept from before', () => {
    const { question } = viewOf({ who: 'individual', age: 'senior' });
    expect(question?.answers.find(({ id }) => id === 'trouble')?.href).toBe('/help');
    const kept = viewOf({ who: 'individual', age: 'senior', want: 'trouble' });
    expect(kept.helpHref).toBe('/help');
    expect(kept.situations?.length).toBeGreaterThan(3);
  });

  it('says whose age it asks', () => {
    const { question } = viewOf({ who: 'school' });
    expect(question?.note?.text).toContain('先生や保護者');
  });

  it('does not go by ids', async () => {
    const reversed = (id: string) => [...id].reverse().join('');
    const renamed = await contentCatalogue([], (record) => {
      if (record.kind === 'finder')
        return { ...record, data: { ...finder, first: finder.first?.map(reversed) } };
      return record.kind === 'initiative' ? { ...record, id: reversed(record.id) } : record;
    });
    for (const answers of everyWay()) {
      const params = new URL(answersPath(answers), 'http://x').searchParams;
      const ids = finderView(params, renamed, japaneseReader)!.results.map(({ id, kind }) =>
        kind === 'initiative' ? reversed(id) : id,
      );
      expect([answers, ids]).toEqual([answers, proposed(answers)]);
    }
  });
});

describe('the order of what fits', () => {
  const answer = (id: string, more: object) => ({ id, label: { ja: id }, reason: { ja: id }, ...more });
  const asked = {
    title: { ja: '' },
    lead: { ja: '' },
    first: ['weighed'],
    questions: [
      { id: 'one', title: { ja: '' }, answers: [answer('a', { sets: { purpose: ['teach'] } })] },
      {
        id: 'two',
        title: { ja: '' },
        answers: [
          answer('b', {
            sets: { age: ['teen'] },
            prefers: { cost: ['free'] },
            ifKnown: { grade: ['junior-high'] },
          }),
        ],
      },
    ],
  } as unknown as Finder;
  const answers = { one: 'a', two: 'b' };
  const record = (id: string, values: Record<string, string[]>, active = true): Candidate => ({
    id,
    title: id,
    active,
    values: (facet) => values[facet] ?? [],
  });
  const order = (...candidates: Candidate[]) => ranked(asked, answers, candidates).map(({ id }) => id);
  const both = { purpose: ['teach'], age: ['teen'] };

  it('is by the number of reasons first', () => {
    expect(order(record('one', { purpose: ['teach'], cost: ['free'] }), record('two', both))).toEqual([
      'two',
      'one',
    ]);
  });

  it('then by how many it is mainly meant for', () => {
    const vague = { ...both, age: ['child', 'teen', 'adult'], cost: ['free'] };
    expect(order(record('vague', vague), record('meant', both))).toEqual(['meant', 'vague']);
  });

  it('then by what is preferred and goes on', () => {
    expect(
      order(record('paused', both, false), record('paid', both), record('free', { ...both, cost: ['free'] })),
    ).toEqual(['free', 'paid', 'paused']);
  });

  it("then by the editors' weight, and never by the id", () => {
    expect(order(record('aaa', both), record('weighed', both))).toEqual(['weighed', 'aaa']);
    const [first] = ranked(asked, answers, [
      { ...record('aaa', both), title: 'ん' },
      { ...record('zzz', both), title: 'あ' },
    ]);
    expect(first?.id).toBe('zzz');
  });

  it('passes over what is known to be for another grade, and keeps what says nothing of it', () => {
    expect(order(record('other', { ...both, grade: ['university'] }), record('silent', both))).toEqual([
      'silent',
    ]);
  });
});
