import { describe, expect, it } from 'vitest';
import { calculatorView, type QuestionView, type ResultView } from './calculator-view.ts';

const at = (query: string) => calculatorView(new URLSearchParams(query), 'en');
const question = (query: string) => at(query) as QuestionView;
const result = (query: string) => at(query) as ResultView;
const asked = (query: string) => {
  const view = at(query);
  return view.at === 'question' ? view.step.name : view.at;
};
const course = 'kind=practical&start=2024-10-01&fee=600000&fee=400000';

describe('the way to an answer', () => {
  it('begins with the kind, without a word of what is missing', () => {
    expect(question('')).toMatchObject({ step: { name: 'kind' }, number: 1, errors: [] });
  });

  it('asks only what the kind needs', () => {
    expect(question('kind=general').count).toBe(4);
    expect(question('kind=practical').count).toBe(5);
    expect(question('kind=general&start=2024-10-01&fee=1&step=person')).toMatchObject({ next: 'answer' });
    expect(question(`${course}&step=person`)).toMatchObject({ next: 'outcome' });
  });

  it('takes up kind, start and fee from other pages and goes on with what is still needed', () => {
    expect(asked('kind=practical')).toBe('course');
    expect(asked('kind=practical&fee=600000')).toBe('course');
    expect(asked('kind=practical&start=2024-10-01')).toBe('fees');
    expect(asked(course)).toBe('answer');
    expect(question('kind=practical&fee=600000').errors).toEqual([]);
  });

  it('stays at a question that was answered wrong or not at all, and says why', () => {
    expect(question('kind=general&start=2024-02-30&step=fees')).toMatchObject({
      step: { name: 'course' },
      errors: [{ field: 'start', code: 'not-a-date' }],
    });
    expect(question('kind=general&start=2024-10-01&step=person')).toMatchObject({
      step: { name: 'fees' },
      errors: [{ field: 'fees', code: 'missing' }],
    });
    expect(question('step=course')).toMatchObject({ step: { name: 'kind' }, errors: [{ field: 'kind' }] });
  });

  it('leads back to any question without blaming what comes after it', () => {
    expect(question('kind=general&step=course')).toMatchObject({ step: { name: 'course' }, errors: [] });
    expect(question(`${course}&step=fees`)).toMatchObject({ step: { name: 'fees' }, errors: [] });
  });
});

describe('the answer', () => {
  it('shows payments in the order of time, each with its fee and what is left of it', () => {
    const { answer } = result(course);
    expect(answer?.timeline).toMatchObject([
      { type: 'to-do', day: '2024-09-17' },
      { type: 'start', day: '2024-10-01' },
      { type: 'payment', amount: 300_000, cost: { fee: 600_000, own: 300_000 }, dueBy: '2025-04-30' },
      { type: 'payment', amount: 100_000, cost: { fee: 400_000, own: 300_000 }, dueBy: '2025-10-31' },
    ]);
    expect(answer).toMatchObject({ total: 400_000, cost: { fee: 1_000_000, own: 600_000 }, status: 'open' });
  });

  it('has no timeline where nothing is paid, and says why', () => {
    const { answer } = result(`${course}&insured-years=1`);
    expect(answer).toMatchObject({ status: 'not-eligible', total: 0, timeline: [] });
    expect(answer?.explanation.because[0]?.sentence).toContain('Nothing is paid.');
  });

  it('writes dates as people do', () => {
    const texts = JSON.stringify(result(`${course}&left-work-on=2024-01-31`).answer?.conditions);
    expect(texts).toContain('31 January 2025');
    expect(texts).not.toMatch(/\d{4}-\d\d-\d\d/);
  });

  it('is there with its form, but without amounts, while an entry is wrong', () => {
    expect(result('kind=general&start=2024-10-01&fee=x&step=change')).toMatchObject({
      at: 'answer',
      answer: undefined,
      errors: [{ field: 'fees', code: 'not-a-number' }],
    });
  });
});

describe('two start dates', () => {
  const earned = 'qualified-on=2025-10-15&employed-on=2025-11-01&wage-up=5';

  it('across 2024-10-01 differ by the top-up for a wage rise', () => {
    const { comparison } = result(`${course}&${earned}&months=12&compare=2024-09-30`);
    expect(comparison).toMatchObject({
      starts: ['2024-09-30', '2024-10-01'],
      better: { start: '2024-10-01', amount: 80_000 },
    });
    expect(comparison?.rows.find(({ name }) => name === 'wage')?.amounts).toEqual([null, 80_000]);
    expect(comparison?.differences.map(({ before, after }) => [before?.value, after?.value])).toContainEqual([
      undefined,
      80,
    ]);
  });

  it('under the same law differ in nothing', () => {
    const { comparison } = result(`${course}&compare=2024-11-01`);
    expect(comparison).toMatchObject({ better: null, differences: [] });
  });

  it('are proposed across the nearest change of law', () => {
    expect(result(course).suggestion).toBe('2024-09-30');
    expect(result('kind=specified&start=2024-09-01&fee=1').suggestion).toBe('2024-10-01');
    expect(result('kind=general&start=2024-10-01&fee=1').suggestion).toBeUndefined();
  });

  it('that cannot be compared say so at the second date', () => {
    const { errors, comparison } = result('kind=specified&start=2024-10-01&fee=1&compare=2019-01-01');
    expect(errors).toMatchObject([{ field: 'compare', code: 'no-rule-in-force' }]);
    expect(comparison).toBeUndefined();
  });
});
