import type { Mention, Span } from '../mention.ts';
import { overlaps } from '../mention.ts';
import { BEFORE_COMPANY, hasLegalForm } from './legal-forms.ts';
import { HONORIFIC_AT_END, ROLE_AT_END } from './titles.ts';

/** Words of the field that name nobody, however much they look like names. */
const TERMS =
  /^(?:WAF|VPN|SSL-?VPN|EDR|XDR|MDR|IDS|IPS|UTM|SIEM|SOC|CSIRT|PSIRT|ISMS|BCP|DDoS|DoS|SQL|API|URL|IP|DNS|DHCP|HTTP|HTTPS|FTP|SSH|RDP|SMB|SMTP|LDAP|LAN|WAN|Wi-?Fi|USB|HDD|SSD|NAS|OS|PC|IT|OT|ICS|IoT|AI|ID|PDF|CSV|XML|JSON|HTML|JavaScript|PIN|OTP|MFA|SSO|PKI|CPU|GPU|RAM|BIOS|UEFI|CVSS|TTP|IoC|C2|C&C|PoC|PII|ICT|DX|SaaS|PaaS|IaaS|CDN|TCP|UDP|IPv[46]|MD5|SHA-?\d*|AES(?:-?\d+)?|RSA(?:-?\d+)?|TLS(?: ?\d(?:\.\d)?)?|SSL(?: ?\d(?:\.\d)?)?|UTF-?8|UUID|GUID|MAC|SID|CVE|CWE|ATT&CK)$/iu;

/** A name that is a common noun is believed from here on. */
const SURE = 0.5;

/** What the dictionaries say of the words of a text. */
export interface WordsOfText {
  /** Whether a word that can be a family name begins at an offset. */
  isSurname(at: number): boolean;
  /** Whether a stretch is one word, a common noun and nothing else. */
  isCommon(span: Span): boolean;
}

/**
 * Names as the model cut them, put right: without a title at their end or half a bracket, not cut within a katakana
 * word, and without what an identifier takes of them. The words tell family names and common nouns.
 */
export function correctNames(
  text: string,
  names: readonly Mention[],
  identifiers: readonly Span[],
  words: WordsOfText,
): Mention[] {
  return names
    .flatMap((name) => withoutIdentifiers(name, identifiers))
    .map((name) => withoutHalfBracket(text, name))
    .map((name) =>
      name.type === 'person' ||
      words.isSurname(name.start) ||
      HONORIFIC_AT_END.test(text.slice(name.start, name.end))
        ? withoutTitle(text, name)
        : name,
    )
    .map((name) => asCompany(text, name))
    .map((name) => withoutParticle(text, name))
    .map((name) => wholeKatakana(text, name, names))
    .map(({ start, end, ...rest }) => ({ ...rest, start, end, text: text.slice(start, end) }))
    .filter(({ start, end, text: name }) => start < end && !TERMS.test(name))
    .filter((name) => name.confidence >= SURE || !words.isCommon(name));
}

/** What is left of a name beside identifiers: the longest piece. */
function withoutIdentifiers(name: Mention, identifiers: readonly Span[]): Mention[] {
  let { start, end } = name;
  for (const identifier of identifiers) {
    if (!overlaps({ start, end }, identifier)) continue;
    const left = identifier.start - start;
    const right = end - identifier.end;
    if (left <= 0 && right <= 0) return [];
    if (left >= right) end = identifier.start;
    else start = identifier.end;
  }
  const lead =
    /^[\s、（()「・:：]*/u.exec(name.text.slice(start - name.start, end - name.start))?.[0].length ?? 0;
  const tail =
    start === name.start && end === name.end
      ? 0
      : (/[\s、（()「」）・:：]*$/u.exec(name.text.slice(start - name.start, end - name.start))?.[0].length ??
        0);
  if (start === name.start && end === name.end) return [name];
  return start + lead < end - tail ? [{ ...name, start: start + lead, end: end - tail }] : [];
}

function withoutHalfBracket(text: string, name: Mention): Mention {
  const written = text.slice(name.start, name.end);
  const open = /[（(「『【][^）)」』】]*$/u.exec(written)?.index ?? -1;
  if (open < 0) return name;
  return open * 2 >= written.length
    ? { ...name, end: name.start + open }
    : { ...name, start: name.start + open + 1 };
}

function withoutTitle(text: string, name: Mention): Mention {
  const written = text.slice(name.start, name.end);
  const title = HONORIFIC_AT_END.exec(written) ?? ROLE_AT_END.exec(written);
  if (!title || title.index < 2) return name;
  return { ...name, end: name.start + title.index, type: 'person' };
}

/** What has a legal form is an organisation, without what it is to somebody before it (委託先). */
function asCompany(text: string, name: Mention): Mention {
  const written = text.slice(name.start, name.end);
  if (!hasLegalForm(written)) return name;
  const lead = BEFORE_COMPANY.exec(written)?.[0].length ?? 0;
  return { ...name, start: name.start + lead, type: 'organisation' };
}

function withoutParticle(text: string, name: Mention): Mention {
  const isParticle = /[\p{Script=Han}\p{Script=Katakana}A-Za-zー][のはがをにで]$/u.test(
    text.slice(name.start, name.end),
  );
  return isParticle ? { ...name, end: name.end - 1 } : name;
}

/** A name goes on to the ends of a katakana word; also over 「・」 where nothing else is named there. */
function wholeKatakana(text: string, name: Mention, names: readonly Mention[]): Mention {
  const isFree = (at: number) =>
    !names.some((other) => other !== name && other.start <= at && at < other.end);
  let { start, end } = name;
  const isKatakana = (sign: string | undefined) => sign !== undefined && /[ァ-ヺー]/.test(sign);
  if (isKatakana(text[start])) while (isKatakana(text[start - 1]) && isFree(start - 1)) start--;
  if (isKatakana(text[end - 1])) while (isKatakana(text[end]) && isFree(end)) end++;
  if (
    isKatakana(text[end - 1]) &&
    /[・･]/.test(text[end] ?? '') &&
    isKatakana(text[end + 1]) &&
    isFree(end + 1)
  ) {
    end++;
    while (isKatakana(text[end]) && isFree(end)) end++;
  }
  if (
    isKatakana(text[start]) &&
    /[・･]/.test(text[start - 1] ?? '') &&
    isKatakana(text[start - 2]) &&
    isFree(start - 2)
  ) {
    start--;
    while (isKatakana(text[start - 1]) && isFree(start - 1)) start--;
  }
  return { ...name, start, end };
}
