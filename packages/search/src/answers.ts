import { fold } from './fold.ts';
import type { Query } from './query.ts';

/** A likely property of texts that answer a question, with its weight as evidence. */
export interface ExpectedAnswer {
  readonly weight: number;
  /** Looked for in what names a document, or in its other texts. */
  readonly where: 'name' | 'text';
  isIn(text: string): boolean;
}

/** Pattern of a question → pattern of texts that answer it. */
const ANSWERS: readonly (readonly [question: RegExp, answer: RegExp])[] = [
  [/いつ(?!も)|何(?:[年月日]|世紀)/u, /[\d０-９]\s?(?:年|月|日|世紀)/u],
  [
    /誰|だれ|何者|人物|氏名|[人者]の名|[著作]者|[者名]は/u,
    /[ァ-ヴー]{2}・[ァ-ヴー]{2}|\p{Script=Han}{2}(?:氏|さん)/u,
  ],
  [/なぜ|何故|どうして|理由|原因/u, /ため|から|ので|よって|により/u],
  [/割合|何(?:[%％割]|パーセント)/u, /[\d０-９][%％割]|パーセント|分の/u],
  [
    /別名|別称|名称|名前|呼び名|何と(?:呼|い|言)|なんと(?:呼|い|言)|というか/u,
    /[「『（(]|と呼|という|称|とも/u,
  ],
];

/** 何人, 何メートル, 何％: so many of what follows. */
const HOW_MANY = /何(\p{Script=Han}|[\p{Script=Katakana}ー]+|[%％])/gu;
/** A question asks for one or two. */
const MAX_COUNTED = 3;
const NUMERAL = '[\\d０-９一二三四五六七八九十百千万億兆]\\s?';

/** What is it? A text that begins with the thing tells it. */
const DEFINITION =
  /(?<!こ)とは(?:[何?？。]|なに|ど[のん]|$)|^[^をがで]{2,20}(?:は|って)(?:(?:何|なに)(?:[かでだ者?？。]|$)|ど(?:のよう|んな|ういう))/u;
/** A definition stands within so many characters, and its subject at the very beginning. */
const DEFINED_WITHIN = 40;

const WEIGHT = { answer: 1, definition: 2 };

/** Properties expected of texts that answer a question; empty if the query is not a question. */
export function expectedAnswers({ wantedText, isQuestion, parts }: Query): ExpectedAnswer[] {
  if (!isQuestion) return [];
  const question = wantedText.trim();
  const patterns = ANSWERS.filter(([asks]) => asks.test(question)).map(([, pattern]) => pattern);
  const counted = new Set([...question.matchAll(HOW_MANY)].map(([, unit = '']) => unit));
  for (const unit of [...counted].slice(0, MAX_COUNTED)) patterns.push(new RegExp(NUMERAL + unit, 'u'));
  const answers = patterns.map((pattern): ExpectedAnswer => {
    return { weight: WEIGHT.answer, where: 'text', isIn: (text) => pattern.test(text) };
  });
  const [subject] = parts;
  if (!subject || !DEFINITION.test(question)) return answers;
  const name = fold(subject.text);
  const isIn = (text: string) => fold(text.slice(0, DEFINED_WITHIN)).startsWith(name);
  const definitions = (['name', 'text'] as const).map((where) => ({
    weight: WEIGHT.definition,
    where,
    isIn,
  }));
  return [...answers, ...definitions];
}
