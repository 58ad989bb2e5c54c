/**
 * The results page as a plain Express and React template makes it: records in memory, filtered one by one,
 * counted, and rendered to a string. The peer of `portal.bench.ts`.
 */
import express from 'express';
import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';

export interface PeerRecord {
  id: string;
  title: string;
  summary: string;
  operator: string;
  facets: Record<string, string[]>;
}

const facetNames = ['purpose', 'age', 'affiliation', 'category', 'region', 'cost', 'format'];
const pageSize = 20;

process.once('message', (records) => {
  const app = express();
  app.get('/search', (request, response) => {
    response
      .type('html')
      .send(`<!DOCTYPE html>${renderToString(page(records as PeerRecord[], request.query))}`);
  });
  const server = app.listen(0, '127.0.0.1', () => process.send?.(server.address()));
});

function page(records: PeerRecord[], query: Record<string, unknown>) {
  const words = String(query.q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const matching = records.filter(({ title, summary }) =>
    words.every((word) => title.includes(word) || summary.includes(word)),
  );
  const set = (facet: string) => [query[facet] ?? []].flat().map(String);
  const passes = (record: PeerRecord, except?: string) =>
    facetNames.every((facet) => {
      const values = facet === except ? [] : set(facet);
      return values.length === 0 || values.some((value) => record.facets[facet]?.includes(value));
    });
  const found = matching.filter((record) => passes(record));
  const start = (Number(query.page ?? 1) - 1) * pageSize;
  return h(
    'html',
    { lang: 'ja' },
    h('head', null, h('title', null, `${words.join(' ')} の検索結果`)),
    h(
      'body',
      null,
      h(
        'form',
        null,
        facetNames.map((facet) =>
          facetBox(
            facet,
            matching.filter((record) => passes(record, facet)),
            set(facet),
          ),
        ),
      ),
      h('h1', null, `${found.length}件`),
      h('ul', null, found.slice(start, start + pageSize).map(card)),
    ),
  );
}

function facetBox(facet: string, records: PeerRecord[], selected: string[]) {
  const counts = new Map<string, number>();
  for (const record of records)
    for (const value of record.facets[facet] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
  return h(
    'fieldset',
    { key: facet },
    h('legend', null, facet),
    [...counts].map(([value, count]) =>
      h(
        'label',
        { key: value },
        h('input', { type: 'checkbox', name: facet, value, defaultChecked: selected.includes(value) }),
        h('span', null, value),
        h('span', { className: 'count' }, count),
      ),
    ),
  );
}

function card(record: PeerRecord) {
  return h(
    'li',
    { key: record.id },
    h('p', { className: 'category' }, record.facets.category?.[0]),
    h('h2', null, h('a', { href: `/initiatives/${record.id}` }, record.title)),
    h('p', null, record.summary),
    h('p', { className: 'meta' }, [record.operator, ...(record.facets.affiliation ?? [])].join('　')),
  );
}
