import { describe, expect, it } from 'vitest';
import { changesOfLaw, rulesInForce, type TrainingKind } from './index.ts';

const value = (kind: TrainingKind, start: string, id: string) => rulesInForce(kind, start).get(id)?.value;

describe('the rules in force', () => {
  it('are those of the start date', () => {
    expect(value('practical', '2017-12-31', 'practical.rate')).toBe(40);
    expect(value('practical', '2018-01-01', 'practical.rate')).toBe(50);
    expect(value('general', '2026-04-01', 'general.ceiling')).toBe(100_000);
  });

  it('leave out what the law of that day did not have', () => {
    expect(value('practical', '2024-09-30', 'practical.wageRate')).toBeUndefined();
    expect(value('practical', '2024-10-01', 'practical.wageRate')).toBe(80);
    expect(rulesInForce('specified', '2019-09-30').has('specified.rate')).toBe(false);
  });

  it('hold what all kinds have in common', () => {
    expect(value('general', '2024-10-01', 'common.floor')).toBe(4_000);
  });
});

describe('the changes of law', () => {
  it('are the dates of the statute tables, oldest first', () => {
    expect(changesOfLaw('general')).toEqual(['2014-10-01']);
    expect(changesOfLaw('specified')).toEqual(['2019-10-01', '2024-10-01']);
    expect(changesOfLaw('practical')).toEqual(['2014-10-01', '2018-01-01', '2019-04-01', '2024-10-01']);
  });
});
