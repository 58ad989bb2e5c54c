/** Characters of a search that are kept. */
const longestTerm = 60;

/**
 * A search as it is counted: equal however it was typed. Undefined for what may be somebody's own: nobody's mail
 * address, telephone number or account is kept because it was typed into the wrong box.
 */
export function countedTerm(query: string): string | undefined {
  const term = query.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (term === '' || term.length > longestTerm || looksPersonal(term)) return undefined;
  return term;
}

/** A published identifier, and nobody's own. */
const vulnerability = /\bcve-\d{4}-\d{4,7}\b/g;
const separatorsInNumbers = /(?<=\d)[\s\-‐-―−()ー.,/_](?=[\d(])|[()]/g;

function looksPersonal(term: string): boolean {
  if (/[@]|:\/\/|www\.|\\/.test(term)) return true;
  // Telephone numbers, numbers of persons, cards and houses: six digits in a row, however they are cut.
  const numbers = term.replaceAll(vulnerability, '').replace(separatorsInNumbers, '');
  if (/\d{6}/.test(numbers)) return true;
  // Honorifics follow names; a street address ends in 丁目, 番地 or 号.
  return /\p{L}(さん|様|君|ちゃん)$|\d+\s*(丁目|番地|号室)/u.test(term);
}
