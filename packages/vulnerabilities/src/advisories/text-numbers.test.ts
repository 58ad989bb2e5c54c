import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashed, TextNumbers } from './text-numbers.ts';

describe('numbers of texts', () => {
  it('are found within other texts as a Map would find them cut out', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', 'é'), maxLength: 4 });
    fc.assert(
      fc.property(
        fc.uniqueArray(text, { maxLength: 60 }),
        text,
        text,
        text,
        (known, before, sought, after) => {
          const numbers = new TextNumbers();
          known.forEach((each, number) => {
            numbers.set(each, number);
          });
          const within = before + sought + after;
          const found = numbers.find({
            ...hashed(sought),
            within,
            start: before.length,
            end: before.length + sought.length,
          });
          expect(found).toBe(known.indexOf(sought));
          expect(numbers.size).toBe(known.length);
          for (const [number, each] of known.entries()) expect(numbers.find(hashed(each))).toBe(number);
        },
      ),
    );
  });
});
