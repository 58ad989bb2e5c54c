import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loopsFrom } from './redirect-loops.ts';

it('a circle is found wherever one enters it, with another language, a query or an anchor on the way', () => {
  const rules = [
    { from: '/a', to: '/b?x=1' },
    { from: '/b', to: '/en/c#d' },
    { from: '/c', to: '/b' },
    { from: '/d', to: '/e' },
    { from: '/self', to: '/self' },
    { from: '/out', to: 'https://example.jp/out', external: true },
    { from: '/gone' },
  ];
  expect(loopsFrom(rules)).toEqual([0, 1, 2, 4]);
});

it('rules without a loop lead somewhere in as many steps as there are rules', () => {
  const path = fc.constantFrom('/a', '/b', '/c', '/d', '/e');
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ from: path, to: path }), { selector: ({ from }) => from }),
      (rules) => {
        const loops = new Set(loopsFrom(rules));
        for (const [index, { from }] of rules.entries()) {
          let at: string | undefined = from;
          for (let step = 0; step <= rules.length && at; step += 1)
            at = rules.find((rule) => rule.from === at)?.to;
          expect(at !== undefined).toBe(loops.has(index));
        }
      },
    ),
  );
});
