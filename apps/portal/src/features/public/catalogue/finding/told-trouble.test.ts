import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSigns, toldOf } from './told-trouble.ts';

const told = [
  { name: 'message', words: ['メール', 'text', 'email'] },
  { name: 'arrived', words: ['きた', 'きちゃ', '届い', 'got'] },
  { name: 'strange', words: ['変な', 'weird'] },
  { name: 'child', words: ['息子', 'my son'] },
  { name: 'game', words: ['ゲーム'] },
  { name: 'cutoff', words: ['PIN'] },
];
const count = (query: string, ...signs: string[]) => toldOf(query, readSigns(signs, told));

describe('what a sentence tells', () => {
  it.each([
    ['アマゾンから変なメールきた', 3],
    ['楽天から変なﾒｰﾙ来て 届いた', 3],
    ['変なメール', 0],
    ['I GOT a weird TEXT from a shop', 3],
    ['a weird pretext, forgotten', 0],
  ])('%s: %i of message, arrived and strange', (query, most) => {
    expect(count(query, 'message arrived strange')).toBe(most);
  });

  it('is counted by the sign that tells most', () => {
    expect(count('変なメールきた', 'message strange', 'message arrived strange')).toBe(3);
    expect(count('変なメール', 'message strange', 'message arrived strange')).toBe(2);
  });

  it('needs something of each: a generic word alone tells nothing', () => {
    expect(count('ゲーム', 'child game')).toBe(0);
    expect(count('息子がゲームで10万円使った', 'child game')).toBe(2);
  });

  it('a short word of letters is a whole word', () => {
    expect(count('pin', 'cutoff')).toBe(1);
    expect(count('pineapple', 'cutoff')).toBe(0);
  });

  it('a sign with a name that is not in the list tells nothing', () => {
    expect(readSigns(['message arived'], told)).toEqual([]);
  });

  it('is never more than the longest sign, whatever is typed and listed', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80 }),
        fc.string({ minLength: 1, maxLength: 20 }),
        (query, listed) => {
          const sign = readSigns(['any any'], [{ name: 'any', words: [listed] }]);
          expect([0, 2]).toContain(toldOf(query, sign));
        },
      ),
    );
  });
});
