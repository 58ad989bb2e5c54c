import { expect, it, vi } from 'vitest';
import { registerKinds } from '../../portal.ts';
import type { PublishedChange, PublishedRecord } from '../publishing/published-record.ts';
import { ReadModel } from '../read-model/read-model.ts';
import { Vocabulary } from '../vocabulary/vocabulary.ts';
import { SiteSearch } from './site-search.ts';

it('a vocabulary that cannot be taken up is told of, and searches go on', async () => {
  const failure = new Error('these words cannot be read');
  const vocabulary = vi.fn(() => new Vocabulary(undefined));
  const onFailure = vi.fn();
  const search = new SiteSearch(registerKinds(), [], vocabulary, [], onFailure);
  const model = new ReadModel(onFailure);
  model.observe(search);
  vocabulary.mockImplementation(() => {
    throw failure;
  });
  const record = {
    id: 'vocabulary',
    kind: 'vocabulary',
    data: {},
    typesetting: {},
  } as unknown as PublishedRecord;
  const change: PublishedChange = { removed: false, sequence: 1, record };
  model.apply([change]);
  await expect.poll(() => onFailure.mock.calls).toEqual([[failure]]);
  const everything = { q: '', filters: {}, kinds: [], sort: 'newest', exact: false } as const;
  expect(search.find(everything, { limit: 1, offset: 0 }).total).toBe(0);
});
