import { describe, expect, it } from 'vitest';
import { designationView } from './designation-view.ts';

const view = (query: string) => designationView(new URLSearchParams(query), 'en');
const ict = 'programme=ict-qualification&mode=classroom&months=3&itss-level=2&level=vocational';

describe('the designation of a course', () => {
  it('is not judged before anything is said', () => {
    expect(view('')).toMatchObject({ errors: [], result: undefined });
  });

  it('of 60 hours fits specified and general training, and lacks hours and level for practical', () => {
    const { result } = view(`${ict}&hours=60`);
    expect(result?.near.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'specified fits',
      'general fits',
      'general fits',
      'practical lacks',
    ]);
    expect(result?.near.at(-1)?.lacks).toHaveLength(2);
    expect(result?.possible).toBe(3);
  });

  it('stays open where something was not said', () => {
    expect(view(ict).result?.near.some(({ state }) => state === 'open')).toBe(true);
  });

  it('names what is missing by the field of the form', () => {
    expect(view('itss-level=9').errors.map(({ field }) => field)).toEqual([
      'programme',
      'mode',
      'months',
      'itss-level',
    ]);
  });
});
