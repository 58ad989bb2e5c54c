/** Characters of a search that are kept. */
const longestTerm = 60;

/**
 * Normalises a search for counting. Undefined for possibly personal data, such as a mail
 * address, telephone number or account number entered by mistake.
 */
export function countedTerm(query: string): string | undefined {
  const term = query.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (term === '' || term.length > longestTerm || looksPersonal(term)) return undefined;
  return term;
}

/** CVE ids are public identifiers, not personal data. */
const vulnerability = /\bcve-\d{4}-\d{4,7}\b/g;
const separatorsInNumbers = /(?<=\d)[\s\-‐-―−()ー.,/_](?=[\d(])|[()]/g;

function looksPersonal(term: string): boolean {
  if (/[@]|:\/\/|www\.|\\/.test(term)) return true;
  // Telephone, personal, card and house numbers: six digits in a row, ignoring separators.
  const numbers = term.replaceAll(vulnerability, '').replace(separatorsInNumbers, '');
  if (/\d{6}/.test(numbers)) return true;
  // Honorifics follow names; a street address ends in 丁目, 番地 or 号.
  return /\p{L}(さん|様|君|ちゃん)$|\d+\s*(丁目|番地|号室)/u.test(term);
}
