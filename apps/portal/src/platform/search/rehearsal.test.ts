import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerKinds } from '../../portal.ts';
import type { PublishedChange, PublishedRecord } from '../publishing/published-record.ts';
import { ReadModel } from '../read-model/read-model.ts';
import { Vocabulary } from '../vocabulary/vocabulary.ts';
import { createVocabularySource } from '../vocabulary/vocabulary-source.ts';
import { readGeneralSynonyms } from './general-synonyms.ts';
import { type SiteQuery, SiteSearch } from './site-search.ts';

const many = 10_000;
const subjects = ['研修', '相談', '演習', '教材', '診断', '資格', '講座', '訓練'];

let sequence = 0;
function change(id: string, kind: string, data: object): PublishedChange {
  sequence += 1;
  const day = '2026-11-23';
  const at = new Date(`${day}T00:00:00Z`);
  const record: PublishedRecord = {
    id,
    kind,
    data,
    typesetting: {},
    enteredOn: day,
    confirmedOn: day,
    publishedAt: at,
    updatedAt: at,
    expiresAt: null,
    changes: [],
    sequence,
  };
  return { removed: false, sequence, record };
}

const term = (ja: string) => ({ ja, en: ja });
const vocabulary = (tool: object) => ({
  facet: {},
  purpose: { train: term('人を育てる') },
  age: { adult: term('おとな') },
  affiliation: { sme: term('中小企業') },
  category: { tool: { ...term('ツール'), ...tool }, service: term('サービス') },
  region: { nationwide: term('全国') },
  regionGroup: {},
  cost: { free: term('無料') },
  format: { online: term('オンライン') },
  status: {},
  addressSeen: {},
});

function initiative(number: number): object {
  const subject = `${subjects[number % subjects.length]}${number}`;
  return {
    title: { ja: `情報セキュリティ${subject}` },
    summary: { ja: `小さな会社のための${subject}を、半日で学びます。パスワードとバックアップを扱います。` },
    description: { ja: `# 内容\n\n${subject}の進め方。${'守り方を、例を通して学びます。'.repeat(8)}` },
    operator: { ja: '見本の団体' },
    purposes: ['train'],
    ages: ['adult'],
    affiliations: ['sme'],
    category: number % 2 === 0 ? 'tool' : 'service',
    regions: ['nationwide'],
    cost: 'free',
    format: ['online'],
  };
}

const model = new ReadModel();
let search: SiteSearch;
const query = (q: string): SiteQuery => ({ q, filters: {}, kinds: [], sort: 'relevance', exact: false });
const total = (where: Pick<SiteSearch, 'find'>, q: string) =>
  where.find(query(q), { limit: 20, offset: 0 }).total;

/** Duration of some work, and the longest time it blocked the event loop, in milliseconds. */
async function timed<Value>(
  work: () => Value | Promise<Value>,
): Promise<{ value: Value; took: number; waited: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // The first turn is where it begins to count from.
  await new Promise((resolve) => setTimeout(resolve, 5));
  const start = performance.now();
  const value = await work();
  const took = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 5));
  delay.disable();
  return { value, took, waited: delay.max / 1e6 };
}

beforeAll(async () => {
  const kinds = registerKinds();
  const general = await readGeneralSynonyms();
  search = new SiteSearch(kinds, ['purpose', 'category', 'cost'], createVocabularySource(model), general);
  model.observe(search);
  model.apply([change('vocabulary', 'vocabulary', vocabulary({}))]);
  model.apply(
    Array.from({ length: many }, (_, number) => change(`i${number}`, 'initiative', initiative(number))),
  );
}, 60_000);

describe(`with ${many} records`, () => {
  const printTimes = (what: string, { took, waited }: { took: number; waited: number }) =>
    console.info(`${what}: ${took.toFixed(0)} ms, others waited ${waited.toFixed(0)} ms at most`);

  it('synonyms are rehearsed beside the published search, and published without indexing anew', async () => {
    const synonyms = { groups: [{ words: ['ぞむぺら', 'バックアップ'] }] };
    expect(total(search, 'ぞむぺら')).toBe(0);
    const rehearsed = await timed(() => search.rehearse({ synonyms }));
    printTimes('rehearsal of synonyms', rehearsed);
    expect(total(rehearsed.value, 'ぞむぺら')).toBe(many);
    expect(total(search, 'ぞむぺら')).toBe(0);
    const published = await timed(() => model.apply([change('synonyms', 'synonyms', synonyms)]));
    printTimes('publication of synonyms', published);
    expect(total(search, 'ぞむぺら')).toBe(many);
    expect(rehearsed.took + published.took).toBeLessThan(2_000);
  });

  it('another vocabulary is rehearsed and taken up a few records at a time', async () => {
    const data = vocabulary({ ja: 'どうぐばこ' });
    const rehearsed = await timed(() =>
      search.rehearse({ vocabulary: new Vocabulary({ kind: 'vocabulary', data, typesetting: {} }) }),
    );
    printTimes('rehearsal of a vocabulary', rehearsed);
    expect(total(rehearsed.value, 'どうぐばこ')).toBe(many / 2);
    expect(total(search, 'どうぐばこ')).toBe(0);
    const published = await timed(async () => {
      model.apply([change('vocabulary', 'vocabulary', data)]);
      while (total(search, 'どうぐばこ') < many / 2) await setImmediate();
    });
    printTimes('publication of a vocabulary', published);
    expect(search.counts().category?.get('tool')).toBe(many / 2);
  });
});
