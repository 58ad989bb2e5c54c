/** Readers of the dictionaries that the lexicon is made of: IPADIC as mecab-ipadic ships it, SudachiDict in npm's `sudachi`. */
import { readdirSync, readFileSync } from 'node:fs';
import { type WordClass, WordFlag } from '../src/recognition/word-classes.ts';

/** A word of a dictionary: `left` and `right` are its context ids, `cost` is MeCab's (700 per natural logarithm). */
export interface DictionaryWord {
  readonly surface: string;
  readonly left: number;
  readonly right: number;
  readonly cost: number;
  readonly wordClass: WordClass;
  readonly flag: number;
  /** In katakana. */
  readonly reading: string;
}

/** The lines of IPADIC's .csv files in a folder (Debian: /usr/share/mecab/dic/ipadic). */
export function* ipadicWords(folder: string): Generator<DictionaryWord> {
  const decoder = new TextDecoder('euc-jp');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.csv'))) {
    for (const line of decoder.decode(readFileSync(`${folder}/${file}`)).split('\n')) {
      const [surface, left, right, cost, ...rest] = line.split(',');
      if (!surface || left === undefined) continue;
      const speech = rest.slice(0, 4);
      yield {
        surface,
        left: Number(left),
        right: Number(right),
        cost: Number(cost),
        wordClass: ipadicClass(speech),
        flag: ipadicFlag(speech),
        reading: rest[7] ?? '',
      };
    }
  }
}

/** MeCab's connection costs: `costs[right * size + left]` of a word whose right id is followed by a left id. */
export function ipadicConnections(folder: string): { size: number; costs: Int16Array } {
  const [head = '', ...lines] = readFileSync(`${folder}/matrix.def`, 'latin1').split('\n');
  const size = Number(head.split(' ')[0]);
  const costs = new Int16Array(size * size);
  for (const line of lines) {
    const [right, left, cost] = line.split(' ').map(Number);
    if (left !== undefined) costs[(right as number) * size + left] = cost as number;
  }
  return { size, costs };
}

function ipadicClass([major = '', minor = '', third = '', fourth = '']: string[]): WordClass {
  if (major === '名詞') {
    if (minor === '固有名詞') {
      if (third === '人名') return fourth === '姓' ? 'surname' : fourth === '名' ? 'given-name' : 'person';
      if (third === '地域') return fourth === '国' ? 'country' : 'place';
      return third === '組織' ? 'organisation' : 'proper-noun';
    }
    if (minor === '接尾') {
      const kinds: Record<string, WordClass> = {
        一般: 'suffix',
        人名: 'person-suffix',
        地域: 'place-suffix',
        助数詞: 'counter',
      };
      return kinds[third] ?? 'other-suffix';
    }
    const kinds: Record<string, WordClass> = {
      サ変接続: 'verbal-noun',
      形容動詞語幹: 'adjectival-noun',
      副詞可能: 'adverbial-noun',
      数: 'number',
      代名詞: 'pronoun',
      非自立: 'dependent-noun',
    };
    return kinds[minor] ?? 'noun';
  }
  if (major === '動詞') return minor === '自立' ? 'verb' : 'dependent-verb';
  if (major === '助詞') {
    const kinds: Record<string, WordClass> = {
      格助詞: 'case-particle',
      係助詞: 'topic-particle',
      連体化: 'genitive-particle',
      接続助詞: 'connective-particle',
    };
    return kinds[minor] ?? 'particle';
  }
  if (major === '記号') {
    const kinds: Record<string, WordClass> = {
      読点: 'stop',
      句点: 'stop',
      括弧開: 'open-bracket',
      括弧閉: 'close-bracket',
    };
    return kinds[minor] ?? 'symbol';
  }
  if (major === '接頭詞') return minor === '名詞接続' ? 'noun-prefix' : 'prefix';
  const kinds: Record<string, WordClass> = {
    形容詞: 'adjective',
    副詞: 'adverb',
    連体詞: 'adnominal',
    接続詞: 'conjunction',
    助動詞: 'auxiliary',
  };
  return kinds[major] ?? 'interjection';
}

function ipadicFlag([major = '', minor = '', third = '', fourth = '']: string[]): number {
  if (major !== '名詞') return 0;
  if (minor !== '固有名詞') return /^(一般|サ変接続|形容動詞語幹)$/.test(minor) ? WordFlag.CommonNoun : 0;
  if (third === '人名')
    return fourth === '姓' ? WordFlag.Surname : fourth === '名' ? WordFlag.GivenName : WordFlag.Person;
  if (third === '地域') return fourth === '国' ? WordFlag.Country : WordFlag.Place;
  return third === '組織' ? WordFlag.Organisation : WordFlag.ProperNoun;
}

const SYSTEM_DICTIONARY = Buffer.from('e711d18bf1d36673', 'hex');

/** The nouns of the system dictionary within the WebAssembly module of npm's `sudachi` (its sudachi.js). */
export function* sudachiNouns(script: string): Generator<DictionaryWord> {
  const strings = readFileSync(script, 'latin1').split(/["'`]/);
  const encoded = strings.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
  const module = Buffer.from(encoded, 'base64');
  const file = module.subarray(module.indexOf(SYSTEM_DICTIONARY));
  let at = 272;
  const forward = (bytes: number) => {
    at += bytes;
    return at - bytes;
  };
  const short = () => file.readInt16LE(forward(2));
  const int = () => file.readUInt32LE(forward(4));
  const length = () => {
    const low = file[at++] as number;
    return low < 0x80 ? low : ((low & 0x7f) << 8) | (file[at++] as number);
  };
  const string = () => {
    const bytes = 2 * length();
    return file.toString('utf16le', forward(bytes), at);
  };
  const speeches = Array.from({ length: short() }, () => Array.from({ length: 6 }, string));
  const connections = short() * short();
  forward(2 * connections);
  const trie = int();
  forward(4 * trie);
  const identifiers = int();
  forward(identifiers);
  const words = int();
  const parameters = at;
  const offsets = parameters + 6 * words;
  for (let word = 0; word < words; word++) {
    at = file.readUInt32LE(offsets + 4 * word);
    const surface = string();
    length();
    const speech = speeches[short()] ?? [];
    string();
    int();
    const reading = string();
    if (speech[0] !== '名詞' || !/^(固有名詞|普通名詞)$/.test(speech[1] ?? '')) continue;
    const [wordClass, flag] = sudachiClass(speech);
    const cost = file.readInt16LE(parameters + 6 * word + 4);
    yield { surface, left: -1, right: -1, cost, wordClass, flag, reading: reading || surface };
  }
}

function sudachiClass([, minor = '', third = '', fourth = '']: string[]): [WordClass, number] {
  if (minor === '普通名詞') {
    const kinds: Record<string, WordClass> = {
      サ変可能: 'verbal-noun',
      形状詞可能: 'adjectival-noun',
      副詞可能: 'adverbial-noun',
      助数詞可能: 'counter',
    };
    return [kinds[third] ?? 'noun', WordFlag.CommonNoun];
  }
  if (third === '人名') {
    if (fourth === '姓') return ['surname', WordFlag.Surname];
    return fourth === '名' ? ['given-name', WordFlag.GivenName] : ['person', WordFlag.Person];
  }
  if (third === '地名') return fourth === '国' ? ['country', WordFlag.Country] : ['place', WordFlag.Place];
  return ['proper-noun', WordFlag.ProperNoun];
}
