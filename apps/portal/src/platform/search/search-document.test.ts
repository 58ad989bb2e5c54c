import { expect, it } from 'vitest';
import { registerKinds } from '../../portal.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import { ReadModel } from '../read-model/read-model.ts';
import { Vocabulary } from '../vocabulary/vocabulary.ts';
import { SiteSearch } from './site-search.ts';

const search = new SiteSearch(registerKinds(), [], () => new Vocabulary(undefined), []);
const model = new ReadModel(() => undefined);
model.observe(search);
const at = new Date('2026-11-30T00:00:00Z');
const record = {
  id: 'otasuketai',
  kind: 'initiative',
  data: { title: { ja: 'サイバーセキュリティお助け隊' }, summary: { ja: '中小企業のための見守りです。' } },
  typesetting: {
    'title.ja': [
      { text: 'サイバーセキュリティお' },
      { text: '助', reading: 'たす' },
      { text: 'け' },
      { text: '隊', reading: 'たい' },
    ],
  },
  publishedAt: at,
  updatedAt: at,
} as unknown as PublishedRecord;
model.apply([{ removed: false, sequence: 1, record }]);

it.each(['おたすけたい', 'オタスケタイ', 'otasuketai'])(
  'a record is found by how its title is read: %s',
  (q) => {
    const query = { q, filters: {}, kinds: [], sort: 'relevance', exact: false };
    const { hits } = search.find(query, { limit: 10, offset: 0, mark: ['title'] });
    expect(hits.map(({ id }) => id)).toEqual(['otasuketai']);
  },
);
