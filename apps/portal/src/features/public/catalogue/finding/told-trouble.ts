import { fold } from '@kakehashi/search';

/** Words that tell one thing of a sentence: what arrived, what was done, to whom. */
export interface ToldWords {
  name: string;
  words: readonly string[];
}

/** What a sentence must tell: something of each. */
export type Sign = readonly ToldWords[];

/** Reads signs as editors write them, `message arrived`; one with an unknown name tells nothing. */
export function readSigns(signs: readonly string[], told: readonly ToldWords[]): Sign[] {
  const byName = new Map(told.map((words) => [words.name, words]));
  return signs.flatMap((sign) => {
    const names = sign.split(/\s+/);
    const words = names.flatMap((name) => byName.get(name) ?? []);
    return words.length === names.length ? [words] : [];
  });
}

/**
 * How many things a sentence tells of the sign that it tells most of; 0 where it tells none in full. Who and where, and
 * names of shops, are in no sign and weigh nothing.
 */
export function toldOf(query: string, signs: readonly Sign[]): number {
  const sentence = query.normalize('NFKC').toLowerCase();
  const folded = fold(query);
  const tells = ({ words }: ToldWords) => words.some((word) => holds(sentence, folded, word));
  return Math.max(0, ...signs.filter((sign) => sign.every(tells)).map(({ length }) => length));
}

/** Words of letters from their beginning (pay, paid: each is listed), short ones whole; Japanese ones anywhere. */
function holds(sentence: string, folded: string, word: string): boolean {
  if (!/^[\x20-\x7e]+$/.test(word)) return folded.includes(fold(word));
  const form = formOf(word.toLowerCase());
  return form.test(sentence);
}

const forms = new Map<string, RegExp>();
/** Editors' words are few; a table that grows beyond is begun anew. */
const maxForms = 5_000;
const shortestBeginning = 5;

function formOf(word: string): RegExp {
  const known = forms.get(word);
  if (known) return known;
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const end = word.length < shortestBeginning ? '(?:s|es|ed)?(?![a-z0-9])' : '';
  const form = new RegExp(`(?<![a-z0-9])${escaped}${end}`);
  if (forms.size >= maxForms) forms.clear();
  forms.set(word, form);
  return form;
}
