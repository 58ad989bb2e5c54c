import fc from 'fast-check';
import { expect, it } from 'vitest';
import { amendList, type ListAmendment } from './amendable.ts';

interface Item {
  id: string;
  says: number;
}
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const item: fc.Arbitrary<Item> = fc.record({ id, says: fc.nat(99) });
const list = fc.uniqueArray(item, { selector: (each) => each.id, maxLength: 6 });
const amendment: fc.Arbitrary<ListAmendment<Item>> = fc.record({
  put: fc.uniqueArray(item, { selector: (each) => each.id, maxLength: 4 }),
  remove: fc.uniqueArray(id, { maxLength: 3 }),
});
const byId = (items: readonly Item[]) => [...items].sort((a, b) => (a.id < b.id ? -1 : 1));

it('an amendment that is given twice changes nothing the second time', () => {
  fc.assert(
    fc.property(list, amendment, (before, change) => {
      const once = amendList(before, change);
      expect(amendList(once, change)).toEqual(once);
    }),
  );
});

it('items that an amendment does not name stay as they are, in their order', () => {
  fc.assert(
    fc.property(list, amendment, (before, { put, remove = [] }) => {
      const named = new Set([...put.map((each) => each.id), ...remove]);
      const others = (items: readonly Item[]) => items.filter((each) => !named.has(each.id));
      expect(others(amendList(before, { put, remove }))).toEqual(others(before));
    }),
  );
});

it('amendments of different items come to the same in either order', () => {
  fc.assert(
    fc.property(list, amendment, amendment, (before, one, other) => {
      const named = new Set([...one.put.map((each) => each.id), ...(one.remove ?? [])]);
      const apart = {
        put: other.put.filter((each) => !named.has(each.id)),
        remove: (other.remove ?? []).filter((each) => !named.has(each)),
      };
      const first = amendList(amendList(before, one), apart);
      const second = amendList(amendList(before, apart), one);
      expect(byId(first)).toEqual(byId(second));
    }),
  );
});
