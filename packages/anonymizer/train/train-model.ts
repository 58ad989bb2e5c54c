/**
 * Trains the model of names and writes resources/name-model.bin.br.
 *
 *     node train/train-model.ts NER-WIKIPEDIA.JSON [--held-out] [--output FILE]
 *
 * With --held-out a fixed fifth of the sentences is left out and the model is judged by it; without, the model learns
 * from all of them, and there is nothing left to judge it by.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { readLexicon } from '../src/recognition/lexicon.ts';
import { readNameModel } from '../src/recognition/name-model.ts';
import { createNameTagger } from '../src/recognition/name-tagger.ts';
import { ConditionalRandomField } from './conditional-random-field.ts';
import { isHeldOut, readSentences, sentencesWithoutNames } from './entities.ts';
import { numbered, numberFeatures, readExample } from './examples.ts';
import { modelFile } from './model-file.ts';
import { score } from './scores.ts';

const SETTINGS = { epochs: 10, rate: 0.1, penalty: 2e-6, dropout: 0.6, seed: 1 };
/** A feature that fewer signs have is not learnt. */
const AT_LEAST = 2;
const WEIGHTS = 600_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'held-out': { type: 'boolean', default: false }, output: { type: 'string' } },
});
const sentences = readSentences(positionals[0] as string);
const heldOut = values['held-out'] ? sentences.filter(({ text }) => isHeldOut(text)) : [];
const learnt = values['held-out'] ? sentences.filter(({ text }) => !isHeldOut(text)) : sentences;
const lexicon = readLexicon(
  brotliDecompressSync(readFileSync(new URL('../resources/lexicon.bin.br', import.meta.url))),
);

const read = [...learnt, ...sentencesWithoutNames()].map((sentence) => readExample(sentence, lexicon));
const numbers = numberFeatures(read, AT_LEAST);
const examples = read.map((example) => numbered(example, numbers));
console.log(`${learnt.length} sentences, ${numbers.size} features; ${heldOut.length} sentences held out`);
const field = new ConditionalRandomField(numbers.size);
field.train(examples, SETTINGS, (epoch, loss) => console.log(`epoch ${epoch}: loss ${loss.toFixed(3)}`));

const file = modelFile(field, numbers, WEIGHTS);
const packed = brotliCompressSync(file, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
const output = values.output ?? new URL('../resources/name-model.bin.br', import.meta.url);
writeFileSync(output, packed);
console.log(`${file.length} bytes, packed ${packed.length}`);

for (const outside of heldOut.length > 0 ? [0, -0.2, -0.4, -0.6] : []) {
  const tag = createNameTagger(lexicon, readNameModel(file), outside);
  const figures = score(heldOut, ({ text }) => tag(text).flatMap(({ names }) => names));
  console.log(
    `outside ${outside}:`,
    Object.entries(figures)
      .map(([name, value]) => `${name} ${value.toFixed(4)}`)
      .join(', '),
  );
}
