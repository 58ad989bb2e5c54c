/**
 * From a question to the paragraph that answers it: JSQuAD's validation set (1,145 paragraphs, 4,442 questions)
 * in @kakehashi/search with nothing but its fields declared, beside MiniSearch and SQLite FTS5 on the same folded
 * pairs of characters. The halves split the articles, to show how far the figures can be trusted elsewhere.
 */
import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import { createIndex } from '../packages/search/src/index.ts';
import { bigrams } from './corpus.ts';

const file = new URL('../../shared/data/search/jsquad-valid.jsonl', import.meta.url);

interface Paragraph {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly questions: readonly string[];
}

/** Ids of the ten best paragraphs for a question, best first. */
type Retrieve = (question: string) => readonly string[];

interface Figures {
  readonly first: number;
  readonly tenth: number;
  readonly reciprocalRank: number;
}

function ours(paragraphs: readonly Paragraph[]): Retrieve {
  const index = createIndex({ fields: { title: { weight: 3 }, body: { weight: 1 } } });
  index.add(paragraphs.map(({ id, title, text }) => ({ id, fields: { title, body: text } })));
  return (query) => index.search({ query, limit: 10 }).hits.map(({ id }) => id);
}

function miniSearch(paragraphs: readonly Paragraph[]): Retrieve {
  const index = new MiniSearch<Paragraph>({
    fields: ['title', 'text'],
    tokenize: bigrams,
    processTerm: (term) => term,
    searchOptions: { boost: { title: 3 }, combineWith: 'OR' },
  });
  index.addAll(paragraphs);
  return (question) =>
    index
      .search(question)
      .slice(0, 10)
      .map(({ id }) => id as string);
}

function sqlite(paragraphs: readonly Paragraph[]): Retrieve {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE VIRTUAL TABLE page USING fts5(id UNINDEXED, title, body, tokenize = "unicode61")');
  const insert = database.prepare('INSERT INTO page VALUES (?, ?, ?)');
  for (const { id, title, text } of paragraphs)
    insert.run(id, bigrams(title).join(' '), bigrams(text).join(' '));
  const top = database.prepare(
    'SELECT id FROM page WHERE page MATCH ? ORDER BY bm25(page, 0, 3, 1) LIMIT 10',
  );
  return (question) => {
    const terms = [...new Set(bigrams(question))].map((term) => `"${term}"`);
    return terms.length === 0 ? [] : top.all(terms.join(' OR ')).map(({ id }) => String(id));
  };
}

function figuresOf(retrieve: Retrieve, paragraphs: readonly Paragraph[]): Figures {
  let questions = 0;
  let first = 0;
  let tenth = 0;
  let reciprocalRank = 0;
  for (const { id, questions: asked } of paragraphs) {
    for (const question of asked) {
      const rank = retrieve(question).indexOf(id);
      questions++;
      if (rank === 0) first++;
      if (rank >= 0) {
        tenth++;
        reciprocalRank += 1 / (rank + 1);
      }
    }
  }
  return { first: first / questions, tenth: tenth / questions, reciprocalRank: reciprocalRank / questions };
}

function run(): void {
  const paragraphs = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Paragraph => JSON.parse(line));
  const articles = [...new Set(paragraphs.map(({ title }) => title))];
  const halfOf = (title: string) => articles.indexOf(title) % 2;
  const sets = [
    ['all', paragraphs],
    ['odd articles', paragraphs.filter(({ title }) => halfOf(title) === 0)],
    ['even articles', paragraphs.filter(({ title }) => halfOf(title) === 1)],
  ] as const;
  console.log('engine             questions       recall@1  recall@10  MRR@10');
  for (const [name, build] of [
    ['@kakehashi/search', ours],
    ['MiniSearch', miniSearch],
    ['SQLite FTS5', sqlite],
  ] as const) {
    const retrieve = build(paragraphs);
    for (const [set, asked] of sets) {
      const { first, tenth, reciprocalRank } = figuresOf(retrieve, asked);
      const figures = [
        first.toFixed(4).padStart(8),
        tenth.toFixed(4).padStart(10),
        reciprocalRank.toFixed(4).padStart(7),
      ];
      console.log(name.padEnd(18), set.padEnd(15), ...figures);
    }
  }
}

if (existsSync(file)) run();
else console.log('Left out: the question set ../shared/data/search/jsquad-valid.jsonl is not here.');
