/**
 * What a model finds in the sentences held out: exact F1, coverage by `detect`, and the curve of coverage by `detect`
 * and `candidates` against the share of signs that are marked.
 *
 *     node train/evaluate.ts NER-WIKIPEDIA.JSON MODEL-FILE
 */
import { createAnonymizer } from '../src/create-anonymizer.ts';
import { NAME_TYPES } from '../src/recognition/labels.ts';
import { isHeldOut, readSentences } from './entities.ts';
import { score } from './scores.ts';

const [data, modelFile] = process.argv.slice(2) as [string, string];
const heldOut = readSentences(data).filter(({ text }) => isHeldOut(text));
const anonymizer = await createAnonymizer({ modelFile });
const types: readonly string[] = NAME_TYPES;

const detected = new Map(heldOut.map(({ text }) => [text, anonymizer.detect(text)]));
const exact = score(heldOut, ({ text }) =>
  (detected.get(text) ?? []).filter(({ type }) => types.includes(type)),
);
console.log('names:', exact);
console.log(
  'everything detected:',
  score(heldOut, ({ text }) => detected.get(text) ?? []).covered,
  score(heldOut, ({ text }) => detected.get(text) ?? []).marked,
);
for (const type of NAME_TYPES) {
  const of = heldOut.map(({ text, entities }) => ({
    text,
    entities: entities.filter((one) => one.type === type),
  }));
  const { precision, recall, f1 } = score(of, ({ text }) =>
    (detected.get(text) ?? []).filter((one) => one.type === type),
  );
  console.log(type, precision.toFixed(3), recall.toFixed(3), f1.toFixed(3));
}
for (const source of ['model', 'rule', 'gazetteer', 'text']) {
  const { precision } = score(heldOut, ({ text }) =>
    (detected.get(text) ?? []).filter((one) => types.includes(one.type) && one.source === source),
  );
  const count = [...detected.values()]
    .flat()
    .filter((one) => types.includes(one.type) && one.source === source).length;
  console.log('source', source, count, precision);
}
console.log('least score, covered, marked');
const all = new Map(heldOut.map(({ text }) => [text, anonymizer.candidates(text, { least: 0.005 })]));
void all;
for (const least of [0.01, 0.02, 0.03, 0.04, 0.06, 0.08, 0.11, 0.13, 0.16, 0.2, 0.3, 0.4, 0.6, 0.8]) {
  const { covered, marked } = score(
    heldOut,
    ({ text }) => anonymizer.candidates(text, { least }).filter((one) => one.score >= least) as never,
  );
  console.log(least, covered.toFixed(4), marked.toFixed(4));
}
