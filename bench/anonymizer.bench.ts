/**
 * What the anonymizer finds of the names in the fifth of ner-wikipedia that training sets aside, how fast, and what it
 * costs to load; beside it the tags of the morphological analyser alone (lindera with IPADIC) and rules without a model.
 *
 * The model of the package learned from all sentences, so the figures of quality come from one that is trained here on
 * four fifths (about two minutes of processor time; KAKEHASHI_HELD_OUT_MODEL names the file to keep and use again).
 * Data: ../shared/data/ner/ner-wikipedia.json, or the file that KAKEHASHI_NAMES names.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readIncidents } from '../packages/anonymizer/cases/read-incidents.ts';
import { type Anonymizer, createAnonymizer } from '../packages/anonymizer/src/index.ts';
import { isHeldOut, readSentences, type Sentence } from '../packages/anonymizer/train/entities.ts';
import { type Span, score } from '../packages/anonymizer/train/scores.ts';

const NAMES: readonly string[] = ['person', 'organisation', 'place', 'facility', 'product', 'event'];
const data =
  process.env.KAKEHASHI_NAMES ??
  fileURLToPath(new URL('../../shared/data/ner/ner-wikipedia.json', import.meta.url));

function line(name: string, { precision, recall, f1, covered, marked }: ReturnType<typeof score>): void {
  const figures = { precision, recall, 'exact F1': f1, covered, marked };
  console.log(
    `${name}: ${Object.entries(figures)
      .map(([label, value]) => `${label} ${value.toFixed(3)}`)
      .join(', ')}`,
  );
}

function megabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1024 / 1024;
}

async function cost(): Promise<Anonymizer> {
  const before = megabytes();
  const begun = performance.now();
  const anonymizer = await createAnonymizer();
  const loaded = performance.now() - begun;
  const after = megabytes();
  console.log(
    `loaded in ${loaded.toFixed(0)} ms; memory ${after.toFixed(0)} MB, ${(after - before).toFixed(0)} MB of it for the anonymizer`,
  );
  const text = readIncidents()
    .map((incident) => incident.text)
    .join('\n');
  anonymizer.detect(text);
  const times = Array.from({ length: 5 }, () => {
    const { user, system } = process.cpuUsage();
    anonymizer.detect(text);
    const spent = process.cpuUsage();
    return (spent.user + spent.system - user - system) / 1e6;
  }).sort((a, b) => a - b);
  const median = times[2] as number;
  console.log(
    `detect: ${Math.round(text.length / median).toLocaleString('en')} characters a second (processor time, ${text.length} characters of incident texts)`,
  );
  const five = text.repeat(2).slice(0, 5000);
  const from = performance.now();
  anonymizer.candidates(five);
  console.log(`5,000 characters are ready for review in ${(performance.now() - from).toFixed(0)} ms`);
  console.log(`memory after use: ${megabytes().toFixed(0)} MB`);
  return anonymizer;
}

function incidents(anonymizer: Anonymizer): void {
  let identifiers = 0;
  let found = 0;
  let all = 0;
  let covered = 0;
  for (const { text, expected } of readIncidents()) {
    const mentions = anonymizer.detect(text);
    for (const one of expected) {
      const over = mentions.filter((mention) => mention.start < one.end && one.start < mention.end);
      const isWhole =
        over.reduce(
          (sum, mention) => sum + Math.min(mention.end, one.end) - Math.max(mention.start, one.start),
          0,
        ) ===
        one.end - one.start;
      all++;
      if (isWhole) covered++;
      if (NAMES.includes(one.type)) continue;
      identifiers++;
      if (isWhole) found++;
    }
  }
  console.log(
    `incident texts: ${found} of ${identifiers} technical and official identifiers, ${covered} of ${all} of everything covered whole`,
  );
}

/** Proper nouns of the analyser, those side by side of one kind joined, as names. */
function analyserNames(): (sentence: Sentence) => Span[] {
  const { TokenizerBuilder } = createRequire(import.meta.url)('lindera-wasm-nodejs-ipadic');
  const builder = new TokenizerBuilder();
  builder.setDictionary('embedded://ipadic');
  builder.setMode('normal');
  const tokenizer = builder.build();
  const kinds: Record<string, string> = {
    人名: 'person',
    地域: 'place',
    組織: 'organisation',
    一般: 'product',
  };
  return ({ text }) => {
    const spans: { start: number; end: number; type: string }[] = [];
    let at = 0;
    for (const token of tokenizer.tokenize(text)) {
      const start = text.indexOf(token.surface, at);
      if (start < 0) continue;
      at = start + token.surface.length;
      if (token.partOfSpeechSubcategory1 !== '固有名詞') continue;
      const type = kinds[token.partOfSpeechSubcategory2] ?? 'product';
      const last = spans.at(-1);
      if (last?.end === start && last.type === type) last.end = at;
      else spans.push({ start, end: at, type });
    }
    return spans;
  };
}

function heldOutModel(): string {
  const file =
    process.env.KAKEHASHI_HELD_OUT_MODEL ?? join(tmpdir(), `kakehashi-held-out-${process.pid}.bin.br`);
  if (existsSync(file)) return file;
  const script = fileURLToPath(new URL('../packages/anonymizer/train/train-model.ts', import.meta.url));
  spawnSync(process.execPath, [script, data, '--held-out', '--output', file], { stdio: 'ignore' });
  return file;
}

const anonymizer = await cost();
incidents(anonymizer);
if (!existsSync(data)) console.log(`${data} is not here: no figures of quality`);
else {
  const sentences = readSentences(data).filter(({ text }) => isHeldOut(text));
  const entities = sentences.reduce((sum, one) => sum + one.entities.length, 0);
  console.log(`\n${sentences.length} sentences set aside, ${entities} names`);
  const judged = await createAnonymizer({ modelFile: heldOutModel() });
  const detected = new Map(sentences.map(({ text }) => [text, judged.detect(text)]));
  const of = ({ text }: Sentence) => detected.get(text) ?? [];
  const named = (sentence: Sentence) => of(sentence).filter(({ type }) => NAMES.includes(type));
  line('model and rules', score(sentences, named));
  const withoutModel = await createAnonymizer({ withoutModel: true });
  line(
    'rules alone',
    score(sentences, ({ text }) => withoutModel.detect(text).filter(({ type }) => NAMES.includes(type))),
  );
  line('tags of the analyser alone', score(sentences, analyserNames()));
  for (const type of NAMES) {
    const parts = sentences.map(({ text, entities: all }) => ({
      text,
      entities: all.filter((one) => one.type === type),
    }));
    line(
      `  ${type}`,
      score(parts, (sentence) => of(sentence).filter((one) => one.type === type)),
    );
  }
  console.log('\ndetect and candidates, by the least score: covered against marked');
  for (const least of [0.01, 0.02, 0.03, 0.05, 0.08, 0.13, 0.2, 0.4, 0.6, 0.8, 0.95]) {
    const { covered, marked } = score(sentences, ({ text }) =>
      judged
        .candidates(text, { least })
        .filter((one) => one.score >= least)
        .map(({ start, end }) => ({ start, end, type: '' })),
    );
    const bar = '#'.repeat(Math.round(covered * 50));
    console.log(`${least.toFixed(2)}  covered ${covered.toFixed(4)}  marked ${marked.toFixed(4)}  ${bar}`);
  }
}
