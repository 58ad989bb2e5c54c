import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TimeQueue } from './time-queue.ts';

const acts = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant('add' as const), id: fc.nat(9), at: fc.nat(50) }),
    fc.record({ act: fc.constant('forget' as const), id: fc.nat(9) }),
    fc.record({ act: fc.constant('take' as const), now: fc.nat(50), most: fc.integer({ min: 1, max: 4 }) }),
  ),
);

it('gives out what is due, soonest first, each by the moment that was last given for it', () => {
  fc.assert(
    fc.property(acts, (all) => {
      const queue = new TimeQueue();
      const expected = new Map<string, number>();
      for (const each of all) {
        if (each.act === 'add') {
          queue.add(`i${each.id}`, new Date(each.at));
          expected.set(`i${each.id}`, each.at);
        } else if (each.act === 'forget') {
          queue.forget(`i${each.id}`);
          expected.delete(`i${each.id}`);
        } else {
          const due = [...expected].filter(([, at]) => at <= each.now).sort(([, a], [, b]) => a - b);
          expect(queue.isDue(new Date(each.now))).toBe(due.length > 0);
          const moments = due.slice(0, each.most).map(([, at]) => at);
          const taken = queue.take(new Date(each.now), each.most);
          expect(taken.map((id) => expected.get(id))).toEqual(moments);
          for (const id of taken) expected.delete(id);
        }
      }
    }),
  );
});
