import type { Mention, MentionType } from '../mention.ts';
import type { TaggedSentence } from '../recognition/name-tagger.ts';
import { classIndex, WordFlag } from '../recognition/word-classes.ts';
import { BEFORE_COMPANY, FORMS } from './legal-forms.ts';
import { AFTER_NAME, BEFORE_NAME } from './titles.ts';

const NAME_SIGN = '[\\p{Script=Han}\\p{Script=Katakana}ー・々ヶA-Za-z0-9&.\\-]';
const FORM_FIRST = new RegExp(
  `(?<!${NAME_SIGN})(?:${FORMS})[ 　]?(?:${NAME_SIGN}{1,30}|[\\p{Script=Hiragana}]{2,8}(?:[\\p{Script=Han}]{1,6}|(?=[はがのにをと、。（(]|$)))`,
  'gu',
);
const FORM_LAST = new RegExp(
  `(?:${NAME_SIGN}{1,30})[ 　]?(?:${FORMS})(?![\\p{Script=Han}\\p{Script=Katakana}])`,
  'gu',
);
const LATIN_COMPANY =
  /(?<![A-Za-z])(?:[A-Z][A-Za-z0-9&'-]*,? ){1,5}(?:Inc|Corp|Corporation|Co\.?,? ?Ltd|Ltd|LLC|GmbH|Limited|PLC|K\.K)\b\.?/gu;
const ROLE_BEHIND =
  /(?:の)?(?:代表取締役|取締役|代表社員|代表|社長|会長|専務|常務|部長|課長|運営幹事|幹事|本社|支社|支店|担当).*$/u;
/** Endings that make a name one of an organisation or a facility wherever they stand. */
const HIRAGANA_NAME =
  '(?<=^|[\\s、。「『（()・]|[のとやはがをに])[\\p{Script=Hiragana}]{2,8}[\\p{Script=Han}\\p{Script=Katakana}ー]{0,6}';
const ENDINGS: readonly (readonly [MentionType, RegExp])[] = [
  ['organisation', new RegExp(`${NAME_SIGN}{1,20}教育委員会`, 'gu')],
  [
    'organisation',
    new RegExp(
      `${HIRAGANA_NAME}(?:銀行|証券|信用金庫|商事|工業|製作所|建設|食品|運輸|電機|保険|生命)(?![\\p{Script=Han}])`,
      'gu',
    ),
  ],
  [
    'facility',
    new RegExp(
      `${HIRAGANA_NAME}(?:病院|医院|クリニック|医療センター|保育園|幼稚園|こども園|図書館|小学校|中学校|高等学校)(?![\\p{Script=Han}])`,
      'gu',
    ),
  ],
];
const NAMELIKE = WordFlag.Surname | WordFlag.GivenName | WordFlag.Person;
const UNKNOWN = new Set(
  (['unknown-kanji', 'unknown-katakana', 'unknown-latin', 'given-name', 'surname', 'person'] as const).map(
    classIndex,
  ),
);
const NAME_CLASSES = new Set((['surname', 'given-name', 'person'] as const).map(classIndex));
const NO_NAME =
  /^(?:いう|いった|した|する|された|ため|ような|における|による|として|とある|ある|いくつか|ほとんど|まずは?|すでに|さらに|ほか)/u;
const FUNCTION_WORDS = new Set(
  (
    [
      'adnominal',
      'conjunction',
      'auxiliary',
      'pronoun',
      'case-particle',
      'topic-particle',
      'genitive-particle',
      'connective-particle',
      'particle',
    ] as const
  ).map(classIndex),
);
const LONGEST_PERSON = 3;
const PLACE = classIndex('place');
/** 大阪市長 is no Mr 大阪. */
const OF_PLACES = /^(?:市長|町長|村長|知事|区長|支店長|工場長|局長|所長)/u;

/** Names that rules find, whatever the model thinks of them. */
export function findByNameRules(text: string, sentences: readonly TaggedSentence[]): Mention[] {
  const found: Mention[] = [];
  const push = (start: number, end: number, type: MentionType, confidence: number) => {
    found.push({ start, end, text: text.slice(start, end), type, confidence, source: 'rule' });
  };
  for (const pattern of [FORM_FIRST, FORM_LAST, LATIN_COMPANY])
    for (const { index, 0: name } of text.matchAll(pattern)) {
      const lead = BEFORE_COMPANY.exec(name)?.[0].length ?? 0;
      const tail = ROLE_BEHIND.exec(name)?.[0].length ?? 0;
      push(index + lead, index + name.length - tail, 'organisation', 0.95);
    }
  for (const [type, pattern] of ENDINGS)
    for (const { index, 0: name } of text.matchAll(pattern))
      if (!NO_NAME.test(name) && beginsNoun(index, sentences)) push(index, index + name.length, type, 0.9);
  for (const sentence of sentences) findPersons(text, sentence, push);
  return found;
}

/** Whether the word at an offset may begin a name: 「なお」 and 「この」 do not. */
function beginsNoun(at: number, sentences: readonly TaggedSentence[]): boolean {
  const sentence = sentences.find(({ start, end }) => start <= at && at < end);
  if (!sentence) return false;
  const word = sentence.words.at[at - sentence.start] as number;
  return !FUNCTION_WORDS.has(sentence.words.classes[word] as number);
}

function findPersons(
  text: string,
  { start: offset, words }: TaggedSentence,
  push: (start: number, end: number, type: MentionType, confidence: number) => void,
): void {
  const startOf = (word: number) => offset + (words.starts[word] as number);
  const endOf = (word: number) => offset + (words.ends[word] as number);
  const written = (word: number) => text.slice(startOf(word), endOf(word));
  const isNamelike = (word: number) =>
    isProper(written(word)) &&
    (((words.flags[word] as number) & NAMELIKE) !== 0 || UNKNOWN.has(words.classes[word] as number));
  const isBetween = (word: number) => word > 0 && /^[ 　・＝=]$/.test(written(word));
  const isCommonKatakana = (word: number) =>
    ((words.flags[word] as number) & WordFlag.CommonNoun) !== 0 && /^[ァ-ヺー]+$/.test(written(word));
  const mayBeName = (word: number) =>
    NAME_CLASSES.has(words.classes[word] as number) ||
    (((words.flags[word] as number) & WordFlag.Surname) !== 0 && !isCommonKatakana(word)) ||
    /^[A-Z][a-z]/.test(written(word));
  for (let word = 0; word < words.count; word++) {
    if (!isNamelike(word)) continue;
    AFTER_NAME.lastIndex = /[ 　]/.test(text[endOf(word)] ?? '') ? endOf(word) + 1 : endOf(word);
    const title = AFTER_NAME.exec(text)?.[0];
    if (title) {
      let first = word;
      for (let length = 1; length < LONGEST_PERSON && first > 0; length++) {
        const before = isBetween(first - 1) ? first - 2 : first - 1;
        if (before < 0 || !isNamelike(before) || !mayBeName(before)) break;
        first = before;
      }
      const isPlace = words.classes[word] === PLACE && first === word;
      if (mayBeName(first) && !(isPlace && OF_PLACES.test(title)))
        push(startOf(first), endOf(word), 'person', 0.85);
    }
    if (!NAME_CLASSES.has(words.classes[word] as number)) continue;
    const before = text.slice(Math.max(offset, startOf(word) - 20), startOf(word));
    const gap = word + 1 < words.count && isBetween(word + 1) ? 2 : 1;
    const next = word + gap < words.count && isNamelike(word + gap) ? word + gap : word;
    const isFull =
      next !== word &&
      ((words.flags[word] as number) & WordFlag.Surname) !== 0 &&
      ((words.flags[next] as number) & WordFlag.GivenName) !== 0;
    if (BEFORE_NAME.test(before)) push(startOf(word), endOf(isFull ? next : word), 'person', 0.85);
    else if (
      isFull &&
      words.classes[word] === classIndex('surname') &&
      words.classes[next] === classIndex('given-name')
    )
      push(startOf(word), endOf(next), 'person', 0.7);
  }
}

/** A name has kanji, katakana or capitals; a single hiragana word is too often something else. */
function isProper(name: string): boolean {
  return /^[\p{Script=Han}\p{Script=Katakana}ー々ヶ]+$/u.test(name) || /^[A-Z][A-Za-z'-]+$/.test(name);
}
