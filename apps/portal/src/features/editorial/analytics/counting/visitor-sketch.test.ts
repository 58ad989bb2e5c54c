import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { VisitorSketch } from './visitor-sketch.ts';

const hashOf = (visitor: string | number) => createHash('sha256').update(String(visitor)).digest();

function sketchOf(visitors: Iterable<string | number>): VisitorSketch {
  const sketch = new VisitorSketch();
  for (const visitor of visitors) sketch.add(hashOf(visitor));
  return sketch;
}

function union(...sketches: VisitorSketch[]): VisitorSketch {
  const all = new VisitorSketch();
  for (const sketch of sketches) all.merge(sketch);
  return all;
}

const visitors = fc.array(fc.string(), { maxLength: 300 });

it('a sketch of nothing estimates nothing', () => {
  expect(new VisitorSketch().estimate()).toBe(0);
});

it('who comes again is not counted again, in whatever order', () => {
  fc.assert(
    fc.property(visitors, (some) => {
      expect(sketchOf([...some, ...some.toReversed()])).toEqual(sketchOf(new Set(some)));
    }),
  );
});

it('sketches of several nodes merge into the sketch of one that saw everything', () => {
  fc.assert(
    fc.property(visitors, visitors, visitors, (a, b, c) => {
      const [first, second, third] = [sketchOf(a), sketchOf(b), sketchOf(c)];
      const all = sketchOf([...a, ...b, ...c]);
      expect(union(first, second, third)).toEqual(all);
      expect(union(third, union(second, first), first)).toEqual(all);
    }),
  );
});

it.each([1, 10, 100, 1_000, 10_000, 100_000])('%i visitors are estimated within 5 %%', (count) => {
  const sketch = sketchOf(Array.from({ length: count }, (_, index) => index));
  expect(Math.abs(sketch.estimate() - count)).toBeLessThanOrEqual(Math.ceil(count * 0.05));
});

it('registers of another length are refused', () => {
  expect(() => new VisitorSketch(new Uint8Array(5))).toThrow('4096');
});
