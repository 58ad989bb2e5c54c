/** Plurals and verb forms of English words, by rule: policy and policies, train, trained and training. */

const IRREGULAR = [
  'child children',
  'woman women',
  'man men',
  'person people',
  'datum data',
  'criterion criteria',
];
const irregular = new Map(
  IRREGULAR.map((pair) => pair.split(' ')).flatMap(([one = '', many = '']) => [
    [one, many],
    [many, one],
  ]),
);
/** Words that only look like a plural. */
const NO_PLURALS = new Set([
  'news',
  'this',
  'does',
  'series',
  'always',
  'perhaps',
  'means',
  'https',
  'windows',
]);
const SHORTEST = 4;
const SHORTEST_STEM = 3;
const VOWEL = /[aeiouy]/;

/** Other forms of a lower-case word; none where it is no plain word. */
export function englishForms(word: string): string[] {
  const other = irregular.get(word);
  if (other !== undefined) return [other];
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word) || NO_PLURALS.has(word)) return [];
  const forms = new Set<string>();
  for (const stem of [word, ...stemsOf(word)]) {
    if (stem.length < SHORTEST_STEM || !VOWEL.test(stem)) continue;
    for (const form of [stem, pluralOf(stem), ...verbFormsOf(stem)]) forms.add(form);
  }
  forms.delete(word);
  return [...forms];
}

function stemsOf(word: string): string[] {
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
  if (/(?:[sxz]|[cs]h)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)];
  if (/[^aius]s$/.test(word)) return [word.slice(0, -1)];
  const verb = /^(.+?)(?:ing|ed)$/.exec(word)?.[1];
  if (verb === undefined) return [];
  const isDoubled = /([bdgklmnprt])\1$/.test(verb);
  return [verb, `${verb}e`, ...(isDoubled ? [verb.slice(0, -1)] : [])];
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:[sxz]|[cs]h)$/.test(word) ? `${word}es` : `${word}s`;
}

function verbFormsOf(word: string): string[] {
  if (/(?:ing|ed)$/.test(word)) return [];
  const stem = /[^aeiou]e$/.test(word) ? word.slice(0, -1) : word;
  const doubled = /[^aeiou][aeiou][bdgmnprt]$/.test(word)
    ? [`${word}${word.at(-1)}ing`, `${word}${word.at(-1)}ed`]
    : [];
  return [`${stem}ing`, `${/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}i` : stem}ed`, ...doubled];
}

/** Words that say nothing of what an English query is about. */
const FUNCTION_WORDS = new Set(
  (
    'a an the i me my mine we our us you your he him his she her it its they them their this that these those ' +
    'is am are was were be been being do does did done have has had having will would can could should may might ' +
    'must shall to of in on at by for from with about into and or but if then so as not there here just any some ' +
    "what when where who whom whose which why how please want got i'm i've it's don't can't didn't doesn't what's"
  ).split(' '),
);

/** True for a word like “the”, but not for an acronym like IT. */
export function isEnglishFunctionWord(word: string): boolean {
  const isAcronym = word.length > 1 && word === word.toUpperCase();
  return !isAcronym && FUNCTION_WORDS.has(word.toLowerCase().replace('’', "'"));
}
