/**
 * Build time, memory and query times of @kakehashi/search beside MiniSearch, SQLite FTS5 and, where it is
 * installed, Groonga. `--million` measures 1,000,000 documents instead (ours only; it takes minutes).
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import { createIndex, type SearchDocument, type SearchIndex } from '../packages/search/src/index.ts';
import { bigrams, type CorpusDocument, corpus, QUERIES } from './corpus.ts';

const isMillion = process.argv.includes('--million');
const COUNT = isMillion ? 1_000_000 : 50_000;
const LENGTH = isMillion ? 160 : 200;
const ROUNDS = isMillion ? 15 : 40;
/** Rounds before measuring, for every engine, until its code is compiled and its pages are in memory. */
const WARM_UP = 10;
const FILTER = 'protect';

interface Measured {
  readonly name: string;
  readonly buildSeconds: number;
  readonly megabytes: number;
  /** Milliseconds of every query, in the order measured. */
  readonly times: readonly number[];
  readonly note?: string;
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}

/** Bytes the process holds after a full collection. */
function heldBytes(): number {
  global.gc?.();
  global.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + Math.max(external, arrayBuffers);
}

function timeQueries(run: (query: string) => void): number[] {
  const times: number[] = [];
  for (let i = 0; i < WARM_UP; i++) for (const query of QUERIES) run(query);
  for (let round = 0; round < ROUNDS; round++) {
    for (const query of QUERIES) {
      const start = performance.now();
      run(query);
      times.push(performance.now() - start);
    }
  }
  return times;
}

function* searchDocuments(): Generator<SearchDocument> {
  for (const { id, title, body, kind, purposes } of corpus(COUNT, LENGTH)) {
    yield { id, fields: { title, body }, facets: { kind, purpose: purposes } };
  }
}

function measureOurs(): Measured {
  const documents = isMillion ? undefined : [...searchDocuments()];
  const before = heldBytes();
  let generating = 0;
  const timed = function* () {
    const source = searchDocuments();
    for (;;) {
      const start = performance.now();
      const next = source.next();
      generating += performance.now() - start;
      if (next.done) return;
      yield next.value;
    }
  };
  const start = performance.now();
  const index = createIndex({
    fields: { title: { weight: 3 }, body: { weight: 1 } },
    facets: ['kind', 'purpose'],
  });
  index.add(documents ?? timed());
  const buildSeconds = (performance.now() - start - generating) / 1000;
  const megabytes = (heldBytes() - before) / 1e6;
  let asked = 0;
  const times = timeQueries((query) => {
    asked += 1;
    index.search({
      // The plans of the last queries are kept; with other blanks each is read and looked up for itself.
      query: query + ' '.repeat(asked % 101),
      filters: { purpose: [FILTER] },
      facets: ['kind', 'purpose'],
      limit: 10,
      highlight: true,
    });
  });
  reportHostile(index);
  if (isMillion) console.log(`resident set: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
  return { name: '@kakehashi/search', buildSeconds, megabytes, times, note: 'filter, facets, highlight' };
}

/** Queries made to be slow; no one of them may take more than 50 ms at 50,000 documents. */
function reportHostile(index: SearchIndex): void {
  const text = [...corpus(50, 200)].map(({ body }) => body).join('');
  const hostile: readonly (readonly [string, string])[] = [
    ['100 kB of text', text.repeat(10)],
    ['10,000 terms', Array.from({ length: 10_000 }, (_, i) => `用語${i}`).join(' ')],
    ['text cut in pairs', text.replaceAll(/(..)/gu, '$1 ')],
    ['text cut in characters', text.replaceAll(/(.)/gu, '$1 ')],
    ['a sentence of common words', '装置を対策に情報の設定をリンクで確認する方法は何ですか'.repeat(20)],
    ['nothing but particles', 'のをにはがでとも'.repeat(100)],
    ['exclusions of common words', '装置 -情報 -対策 -の -を -に '.repeat(30)],
    [
      'misspelt words',
      Array.from({ length: 60 }, (_, i) => `ランサムウエヤ${'アイウエオ'[i % 5]}`).join(' '),
    ],
    ['lone surrogates', '\ud800 \udc00\ud800 a\udfff情報'.repeat(100)],
    ['characters of regular expressions', '.*+?^$()|[] (a+)+$ [^情報]'.repeat(50)],
  ];
  for (const [name, query] of hostile) {
    let longest = 0;
    for (let i = 0; i < 5; i++) {
      const start = performance.now();
      index.search({ query, filters: { purpose: [FILTER] }, highlight: true });
      longest = Math.max(longest, performance.now() - start);
    }
    console.log(`hostile: ${name.padEnd(36)} longest of 5 ${longest.toFixed(1).padStart(6)} ms`);
  }
}

function measureMiniSearch(documents: readonly CorpusDocument[]): Measured {
  const before = heldBytes();
  const start = performance.now();
  const index = new MiniSearch<CorpusDocument>({
    fields: ['title', 'body'],
    storeFields: ['kind', 'purposes'],
    tokenize: bigrams,
    processTerm: (term) => term,
    searchOptions: { boost: { title: 3 }, combineWith: 'AND' },
  });
  index.addAll(documents);
  const buildSeconds = (performance.now() - start) / 1000;
  const megabytes = (heldBytes() - before) / 1e6;
  const times = timeQueries((query) => {
    const counts = new Map<string, number>();
    const results = index.search(query);
    for (const { kind } of results) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    results.filter(({ purposes }) => purposes.includes(FILTER)).slice(0, 10);
  });
  return {
    name: 'MiniSearch',
    buildSeconds,
    megabytes,
    times,
    note: 'filter, facets; no phrases, no highlight',
  };
}

function measureSqlite(documents: readonly CorpusDocument[]): Measured {
  const start = performance.now();
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE VIRTUAL TABLE page USING fts5(title, body, tokenize = "unicode61 remove_diacritics 0");
    CREATE TABLE facet(id INTEGER PRIMARY KEY, kind TEXT, purposes TEXT)`);
  const insertPage = database.prepare('INSERT INTO page(rowid, title, body) VALUES (?, ?, ?)');
  const insertFacet = database.prepare('INSERT INTO facet VALUES (?, ?, ?)');
  database.exec('BEGIN');
  for (const [i, { title, body, kind, purposes }] of documents.entries()) {
    insertPage.run(i + 1, bigrams(title).join(' '), bigrams(body).join(' '));
    insertFacet.run(i + 1, kind, ` ${purposes.join(' ')} `);
  }
  database.exec('COMMIT');
  const buildSeconds = (performance.now() - start) / 1000;
  const pages = database.prepare(
    'SELECT page_count * page_size AS size FROM pragma_page_count, pragma_page_size',
  );
  const megabytes = Number(pages.get()?.size ?? 0) / 1e6;
  const top = database.prepare(
    `SELECT page.rowid FROM page JOIN facet ON facet.id = page.rowid
     WHERE page MATCH ? AND purposes LIKE ? ORDER BY bm25(page, 3, 1) LIMIT 10`,
  );
  const counts = database.prepare(
    'SELECT kind, count(*) FROM page JOIN facet ON facet.id = page.rowid WHERE page MATCH ? AND purposes LIKE ? GROUP BY kind',
  );
  const times = timeQueries((query) => {
    const phrases = query.split(' ').map((term) => `"${bigrams(term).join(' ')}"`);
    top.all(phrases.join(' AND '), `% ${FILTER} %`);
    counts.all(phrases.join(' AND '), `% ${FILTER} %`);
  });
  database.close();
  return { name: 'SQLite FTS5', buildSeconds, megabytes, times, note: 'filter, facets; no highlight' };
}

/** Groonga as a child process, one command a line: no HTTP in the times. */
async function measureGroonga(documents: readonly CorpusDocument[]): Promise<Measured | undefined> {
  if (spawnSync('groonga', ['--version']).error) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'kakehashi-bench-'));
  const groonga = spawn('groonga', ['--encoding', 'utf8', '-n', join(folder, 'db')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting: (() => void)[] = [];
  let partial = '';
  groonga.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (partial + chunk).split('\n');
    partial = lines.pop() ?? '';
    for (const _ of lines) waiting.shift()?.();
  });
  const command = (line: string) =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      groonga.stdin.write(`${line}\n`);
    });
  // It would answer the second round from its cache of results.
  await command('cache_limit 0');
  const start = performance.now();
  await command('table_create Page TABLE_HASH_KEY ShortText');
  for (const column of ['title ShortText', 'body Text', 'kind ShortText']) {
    await command(`column_create Page ${column.split(' ')[0]} COLUMN_SCALAR ${column.split(' ')[1]}`);
  }
  await command('column_create Page purposes COLUMN_VECTOR ShortText');
  await command(
    'table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto',
  );
  await command('column_create Terms page COLUMN_INDEX|WITH_POSITION|WITH_SECTION Page title,body');
  const rows = documents.map(({ id, ...rest }) => JSON.stringify({ _key: id, ...rest }));
  await command(`load --table Page\n[\n${rows.join(',\n')}\n]`);
  const buildSeconds = (performance.now() - start) / 1000;
  const times: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const query of QUERIES) {
      const begin = performance.now();
      await command(
        `select Page --match_columns title*3||body --query '${query}' --filter 'purposes @ "${FILTER}"' --sort_keys -_score --limit 10 --output_columns '_key,_score,snippet_html(body)' --drilldown kind,purposes`,
      );
      if (round >= 0) times.push(performance.now() - begin);
    }
  }
  const size = spawnSync('du', ['-sk', folder], { encoding: 'utf8' }).stdout;
  groonga.stdin.end();
  rmSync(folder, { recursive: true, force: true });
  return {
    name: 'Groonga',
    buildSeconds,
    megabytes: Number.parseInt(size, 10) / 1000,
    times,
    note: 'filter, facets, snippets; over a pipe',
  };
}

function report(results: readonly Measured[]): void {
  const [ours] = results;
  if (!ours) return;
  console.log(
    `${COUNT.toLocaleString('en')} documents of ${LENGTH} characters, ${QUERIES.length} queries, top 10`,
  );
  console.log('engine             build s  memory MB   p50 ms   p99 ms  p50 ratio  p99 ratio');
  for (const { name, buildSeconds, megabytes, times, note } of results) {
    const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
    console.log(
      [
        name.padEnd(18),
        buildSeconds.toFixed(1).padStart(7),
        megabytes.toFixed(0).padStart(10),
        p50.toFixed(2).padStart(8),
        p99.toFixed(2).padStart(8),
        `${(p50 / percentile(ours.times, 0.5)).toFixed(1)}x`.padStart(10),
        `${(p99 / percentile(ours.times, 0.99)).toFixed(1)}x`.padStart(10),
        ` ${note ?? ''}`,
      ].join(' '),
    );
  }
}

const results: Measured[] = [measureOurs()];
if (!isMillion) {
  const documents = [...corpus(COUNT, LENGTH)];
  results.push(measureSqlite(documents), measureMiniSearch(documents));
  const groonga = await measureGroonga(documents);
  if (groonga) results.push(groonga);
  else console.log('Groonga is not installed (Debian: apt-get install groonga-bin) and is left out.');
}
report(results);
if (!global.gc) console.log('Memory includes garbage: run with node --expose-gc for what is really held.');
