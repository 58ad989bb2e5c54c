/** The annotated sentences of ner-wikipedia (https://github.com/stockmarkteam/ner-wikipedia-dataset, CC BY-SA 3.0). */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { NameType } from '../src/recognition/labels.ts';

export interface Sentence {
  readonly text: string;
  readonly entities: readonly { start: number; end: number; type: NameType }[];
}

/** The three sorts of organisation are one. */
const TYPES: Record<string, NameType> = {
  人名: 'person',
  法人名: 'organisation',
  政治的組織名: 'organisation',
  その他の組織名: 'organisation',
  地名: 'place',
  施設名: 'facility',
  製品名: 'product',
  イベント名: 'event',
};

interface Row {
  text: string;
  entities: { span: [number, number]; type: string }[];
}

/** Reads the sentences; spans of the file count code points, ours UTF-16 code units. */
export function readSentences(file: string): Sentence[] {
  const rows = JSON.parse(readFileSync(file, 'utf8')) as Row[];
  return rows.map(({ text, entities }) => {
    const offsets = [0];
    for (const character of text) offsets.push((offsets.at(-1) as number) + character.length);
    return {
      text,
      entities: entities.map(({ span, type }) => ({
        start: offsets[span[0]] as number,
        end: offsets[span[1]] as number,
        type: TYPES[type] as NameType,
      })),
    };
  });
}

/** A fixed fifth by the hash of the text. */
export function isHeldOut(text: string): boolean {
  return (createHash('sha256').update(text).digest()[0] as number) % 5 === 0;
}

/** How often each sentence without names is learnt. */
const REPEATED = 2;

/** Sentences as incident reports have them, in which nobody is named. */
export function sentencesWithoutNames(): Sentence[] {
  const file = readFileSync(new URL('./sentences-without-names.txt', import.meta.url), 'utf8');
  return file
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((text) => Array.from({ length: REPEATED }, () => ({ text, entities: [] })));
}
