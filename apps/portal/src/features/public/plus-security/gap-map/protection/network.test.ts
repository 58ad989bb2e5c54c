import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arc, changeable } from './network.ts';

const nodes = 5;
const arcs = fc.array(
  fc.record({
    from: fc.nat(nodes - 1),
    to: fc.nat(nodes - 1),
    canRise: fc.boolean(),
    canFall: fc.boolean(),
  }),
  { maxLength: 9 },
);

/** Looks for a way around from one end of an arc to the other, without the arc itself, for a rise and for a fall. */
function hasWayAround(list: readonly Arc[], index: number): boolean {
  const { from, to, canRise, canFall } = list[index]!;
  return (canRise && reaches(list, index, to, from)) || (canFall && reaches(list, index, from, to));
}

function reaches(list: readonly Arc[], without: number, from: number, to: number): boolean {
  const reached = new Set([from]);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    list.forEach((arc, index) => {
      if (index === without) return;
      if (arc.canRise && reached.has(arc.from)) reached.add(arc.to);
      if (arc.canFall && reached.has(arc.to)) reached.add(arc.from);
    });
  }
  return reached.has(to);
}

describe('numbers of a network that could be others', () => {
  it('are those whose arc has a way around, as a search arc by arc finds', () => {
    fc.assert(
      fc.property(arcs, (list) => {
        expect(changeable(nodes, list)).toEqual(list.map((_, index) => hasWayAround(list, index)));
      }),
      { numRuns: 3_000 },
    );
  });

  it('a single hidden number of a line with its total is none', () => {
    expect(changeable(2, [{ from: 0, to: 1, canRise: true, canFall: true }])).toEqual([false]);
  });
});
