import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { findProjectRoot } from '../../../platform/config/project-root.ts';
import type { PublishedRecord } from '../../../platform/publishing/published-record.ts';
import { ReadModel } from '../../../platform/read-model/read-model.ts';
import { createSituationSearch } from './situation-search.ts';

const content = async (file: string) =>
  parse(await readFile(join(findProjectRoot(), 'content', file), 'utf8'));

let sequence = 0;
function published(kind: string, data: object): PublishedRecord {
  const day = new Date('2026-11-23T00:00:00Z');
  sequence += 1;
  return {
    id: kind,
    kind,
    data,
    typesetting: {},
    enteredOn: '2026-11-23',
    confirmedOn: null,
    publishedAt: day,
    updatedAt: day,
    expiresAt: null,
    changes: [],
    sequence,
  };
}

function show(model: ReadModel, record: PublishedRecord): void {
  model.apply([{ removed: false, sequence: record.sequence, record }]);
}

const model = new ReadModel();
show(model, published('synonyms', await content('synonyms.yaml')));
show(model, published('desk', await content('desks.yaml')));
const find = createSituationSearch(model);

test.each([
  ['お金を払ってしまった', 'paid'],
  ['偽サイトにカード番号を入力した', 'phishing'],
  ['ランサムウェア 感染', 'ransomware'],
  ['アカウント乗っ取り', 'account'],
  ['インスタのアカウントが乗っ取られたらどうすればいいですか', 'account'],
  ['個人情報が漏れた', 'data-breach'],
  ['脆弱性を見つけた', 'vulnerability'],
  ['my account was taken over', 'account'],
])('who looks for 「%s」 is offered the first steps', (query, situation) => {
  expect(find(query)).toContain(situation);
});

test.each(['', '研修', '資格試験', 'CSIRT 演習', '補助金', '-'])('who looks for 「%s」 is not', (query) => {
  expect(find(query)).toEqual([]);
});

test('two situations are offered at most', () => {
  expect(find('感染した 払った 漏れた 届いた 見つけた').length).toBeLessThanOrEqual(2);
});

test('a new list of desks is searched as soon as it is published', () => {
  const fresh = new ReadModel();
  const search = createSituationSearch(fresh);
  expect(search('停電した')).toEqual([]);
  show(fresh, published('desk', { situations: [{ id: 'power', title: { ja: '停電した' }, first: [] }] }));
  expect(search('停電した')).toEqual(['power']);
});
