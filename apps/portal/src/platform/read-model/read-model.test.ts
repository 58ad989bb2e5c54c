import { expect, it, vi } from 'vitest';
import type { PublishedChange, PublishedRecord } from '../publishing/published-record.ts';
import { ReadModel, type ReadModelObserver } from './read-model.ts';

const shown = (id: string, sequence: number): PublishedChange => ({
  removed: false,
  sequence,
  record: { id, kind: 'page', data: {} } as unknown as PublishedRecord,
});

it('tells every observer of a change though one of them fails, and says that one did', () => {
  const failures: unknown[] = [];
  const model = new ReadModel((error) => failures.push(error));
  const failing: ReadModelObserver = {
    onShown: () => {
      throw new Error('cannot take it up');
    },
    onHidden: vi.fn(),
  };
  const other = { onShown: vi.fn(), onHidden: vi.fn() };
  model.observe(failing);
  model.observe(other);
  model.apply([shown('a', 1), shown('b', 2)]);
  expect(other.onShown).toHaveBeenCalledOnce();
  expect(failures).toEqual([new Error('cannot take it up')]);
  expect(model.sequence).toBe(2);
  model.apply([{ removed: true, sequence: 3, id: 'a' }]);
  expect(failing.onHidden).toHaveBeenCalledWith(['a']);
  expect(other.onHidden).toHaveBeenCalledWith(['a']);
});
