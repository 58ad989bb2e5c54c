import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type Candidate, findCandidates, LEAST_SCORE } from './candidates.ts';
import { type Applied, type ApplyOptions, applyDecisions } from './decisions/apply.ts';
import type { Decision } from './decisions/decision.ts';
import { type Entity, groupMentions, type Named } from './decisions/group-mentions.ts';
import { detect, type Resources } from './detect.ts';
import { findLeftovers, type Leftover } from './leftovers/find-leftovers.ts';
import type { Mention } from './mention.ts';
import { readNameReadings } from './names/readings.ts';
import { readGazetteer } from './places/gazetteer.ts';
import { readLexicon } from './recognition/lexicon.ts';
import { readNameModel } from './recognition/name-model.ts';
import { createNameTagger } from './recognition/name-tagger.ts';
import { type Risk, type RiskCase, type RiskOptions, risk } from './risk/risk.ts';

/**
 * Added to the score of being no name. Below 0 more is found, and more of it is none: docs/decisions/anonymizer.md has
 * the figures.
 */
const OUTSIDE = -0.3;

export interface Anonymizer {
  /** What gives somebody away, none overlapping, in the order of the text. */
  detect(text: string): Mention[];
  /** What `detect` finds, and every further stretch that a person should look at. Stretches below `least` are left out. */
  candidates(text: string, options?: { readonly least?: number }): Candidate[];
  /** Puts mentions of one thing together, so that one decision does for all. */
  group<M extends Named>(mentions: readonly M[]): Entity<M>[];
  /** Carries out decisions: the same thing everywhere alike, and no way back but the key. */
  apply(text: string, decisions: readonly Decision[], options?: ApplyOptions): Applied;
  /** Whatever was to be hidden and still shows in a result, also spelled otherwise, in part, or by its reading. */
  leftovers(
    original: string,
    result: string | Pick<Applied, 'text'>,
    decisions: readonly Decision[],
  ): Leftover[];
  risk(cases: readonly RiskCase[], options?: RiskOptions): Risk;
}

const unpack = promisify(brotliDecompress);
/** Found by the package's name, so that a program that bundles its code finds them too. */
const { resolve } = createRequire(import.meta.url);

async function resource(name: string, file?: string): Promise<Buffer> {
  const content = await readFile(file ?? resolve(`@kakehashi/anonymizer/resources/${name}`));
  return name.endsWith('.br') || file ? unpack(content) : content;
}

export interface AnonymizerOptions {
  /** Another model than the package's, as `train/train-model.ts` writes it. */
  readonly modelFile?: string;
  /** Rules and lists alone: to measure what the model is worth. */
  readonly withoutModel?: boolean;
}

/** Loads lexicon, model and lists of names from the package's resources, once for each call: keep the result. */
export async function createAnonymizer(options: AnonymizerOptions = {}): Promise<Anonymizer> {
  const [lexicon, model, names, municipalities] = await Promise.all([
    resource('lexicon.bin.br'),
    resource('name-model.bin.br', options.modelFile),
    resource('name-readings.tsv.br'),
    resource('municipalities.tsv'),
  ]);
  const gazetteer = readGazetteer(municipalities.toString('utf8'));
  const readings = readNameReadings(names.toString('utf8'), gazetteer.readings);
  const sources: Resources = {
    tag: createNameTagger(
      readLexicon(lexicon),
      readNameModel(model),
      options.withoutModel ? Number.MAX_VALUE : OUTSIDE,
    ),
    gazetteer,
    readings,
  };
  return {
    detect: (text) => detect(text, sources),
    candidates(text, { least = LEAST_SCORE } = {}) {
      const sentences = sources.tag(text);
      return findCandidates(text, sentences, detect(text, sources, sentences), least);
    },
    group: (mentions) => groupMentions(mentions, readings),
    apply: (text, decisions, applyOptions) =>
      applyDecisions(text, decisions, { readings, regionOf: gazetteer.regionOf }, applyOptions),
    leftovers: (original, result, decisions) =>
      findLeftovers(original, typeof result === 'string' ? result : result.text, decisions, { readings }),
    risk,
  };
}
