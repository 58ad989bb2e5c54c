import { loadFramework } from '@kakehashi/skills';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, answerParameters, readAnswers } from './answers.ts';
import { costOf } from './cost.ts';
import { bookingOf, programmeLevels } from './offers.ts';
import { hoursOf, learningPlan } from './plan.ts';
import { abilities, contacts, decisions } from './questions.ts';
import { anyAnswers, anyOffers, offer } from './testing/offers.ts';
import { heldOf, wishesOf } from './wishes.ts';

const framework = await loadFramework('kakehashi');
const roles = framework.roles.map(({ id }) => id);
const skills = framework.items.map(({ id }) => id);
const levels = framework.levels.map(({ id }) => id);

const answers: Answers = {
  work: 'sales',
  decide: [],
  touch: ['payments'],
  can: [],
  place: 'any',
  hours: 'any',
  insured: 'unknown',
};

const planFor = (given: Answers, offers: Parameters<typeof learningPlan>[1]) =>
  learningPlan(framework, offers, {
    role: given.work,
    wishes: wishesOf(framework, given),
    held: heldOf(given),
    place: given.place,
    hours: hoursOf(given.hours),
  });

describe('the five questions', () => {
  it('name skills and levels that the framework has', () => {
    const named = [decisions, contacts, abilities].flatMap((choices) =>
      Object.values(choices).flatMap((choice) => choice.skills),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ id }) => !skills.includes(id))).toEqual([]);
    expect(named.filter(({ level }) => !levels.includes(level))).toEqual([]);
  });

  it('are answered in an address, which gives the same answers back', () => {
    fc.assert(
      fc.property(anyAnswers(roles), (given) => {
        expect(readAnswers(answerParameters(given), roles)).toEqual(given);
      }),
    );
  });

  it('leave out of an address what they do not know', () => {
    const params = new URLSearchParams('work=pirate&decide=world&touch=payments&place=99&hours=0&insured=x');
    expect(readAnswers(params, roles)).toEqual({ ...answers, work: '', hours: '20' });
  });
});

describe('what is to be added', () => {
  it('says for each skill which answers ask it, at the highest level of them', () => {
    const wishes = wishesOf(framework, { work: 'dx-manager', decide: [], touch: ['payments'] });
    expect(wishes.find(({ id }) => id === 'day-phishing')).toEqual({
      id: 'day-phishing',
      level: 'alone',
      reasons: [{ type: 'work' }, { type: 'touch', id: 'payments' }],
    });
  });

  it('leaves out what can be done already', () => {
    const { lacks } = planFor({ ...answers, can: ['phishing'] }, []);
    expect(lacks.map(({ id }) => id)).not.toContain('day-phishing');
  });
});

describe('a plan', () => {
  it('without a programme that fits says all that is lacking, and that nothing is gained', () => {
    const plan = planFor(answers, []);
    expect(plan.steps).toEqual([]);
    expect(plan.after).toBe(plan.before);
    expect(plan.left).toEqual(plan.lacks);
    expect(plan.left.length).toBeGreaterThan(10);
  });

  it('takes what fits the person, can be reached and is open, and nothing else', () => {
    const fitting = offer('fits', { skills: { 'day-phishing': 'alone' }, anyTime: true });
    const others = [
      offer('for-engineers', { people: ['engineers'], skills: { 'day-phishing': 'alone' }, anyTime: true }),
      offer('closed', { skills: { 'day-phishing': 'alone' } }),
      offer('far', {
        skills: { 'day-phishing': 'alone' },
        runs: [{ starts: '2027-01-10', prefecture: '47' }],
      }),
    ];
    const plan = planFor({ ...answers, place: '13' }, [...others, fitting]);
    expect(plan.steps.flatMap(({ programmes }) => programmes.map((each) => each.offer.id))).toEqual(['fits']);
  });

  it('gives what the answers ask for the room before the rest of the role', () => {
    const narrow = { hours: 8, anyTime: true } as const;
    const offers = [
      offer('role', { ...narrow, skills: { 'buy-questionnaires': 'alone', 'vul-advisory': 'alone' } }),
      offer('answer', { ...narrow, skills: { 'risk-third-party': 'with-help' } }),
    ];
    const plan = planFor({ ...answers, touch: ['suppliers'], hours: '10' }, offers);
    expect(plan.steps.flatMap(({ programmes }) => programmes.map((each) => each.offer.id))).toEqual(['role']);
    const asked = planFor({ ...answers, work: 'general-affairs', touch: ['suppliers'], hours: '10' }, [
      offer('role', { ...narrow, skills: { 'risk-business-impact': 'alone', 'ppl-contractors': 'alone' } }),
      offer('answer', { ...narrow, skills: { 'risk-third-party': 'with-help' } }),
    ]);
    expect(asked.steps.flatMap(({ programmes }) => programmes.map((each) => each.offer.id))).toEqual([
      'answer',
    ]);
    expect(asked.more.map((each) => each.offer.id)).toEqual(['role']);
  });

  it('stays within hours and place, goes from lower levels to higher, never makes the gap wider', () => {
    fc.assert(
      fc.property(anyAnswers(roles), anyOffers(skills, levels), (given, offers) => {
        const plan = planFor(given, offers);
        const planned = plan.steps.flatMap(({ programmes }) => programmes);
        const ranks = planned.map((each) => programmeLevels.indexOf(each.offer.level));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        expect(plan.hours).toBe(planned.reduce((sum, each) => sum + each.offer.hours, 0));
        expect(plan.hours).toBeLessThanOrEqual(hoursOf(given.hours) ?? Number.POSITIVE_INFINITY);
        expect(plan.after).toBeLessThanOrEqual(plan.before);
        expect(new Set(planned.map((each) => each.offer.id)).size).toBe(planned.length);
        for (const each of planned) {
          expect(bookingOf(each.offer, given.place)).toBeDefined();
          expect(each.adds.length).toBeGreaterThan(0);
        }
        const reached = new Set(planned.flatMap((each) => each.offer.skills.map(({ id }) => id)));
        for (const { id } of plan.lacks)
          if (!reached.has(id)) expect(plan.left.map((lack) => lack.id)).toContain(id);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the cost', () => {
  it('is what the benefit that pays most leaves of the fee', () => {
    expect(costOf(['general'], 100_000, '2027-01-10', 'unknown')).toMatchObject({
      before: 100_000,
      after: 80_000,
      benefit: { kind: 'general', paid: 20_000, eligible: null },
    });
    expect(costOf(['general', 'specified'], 100_000, '2027-01-10', 'two').after).toBe(60_000);
  });

  it('is the whole fee where nothing is designated, too little comes out, or the years do not suffice', () => {
    for (const cost of [
      costOf([], 50_000, '2027-01-10', 'two'),
      costOf(['general'], 20_000, '2027-01-10', 'two'),
      costOf(['general'], 100_000, '2027-01-10', 'none'),
      costOf(['practical'], 100_000, '2027-01-10', 'one'),
    ])
      expect(cost).toEqual({ before: cost.before, after: cost.before });
  });
});
