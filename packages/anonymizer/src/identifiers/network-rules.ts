import { AT, COLON, DASH, DOT, type IdentifierRule, rule, WORD_END, WORD_START } from './rule.ts';
import { isTopLevelDomain } from './top-level-domains.ts';

const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const HOST = `(?:${LABEL}${DOT}){1,10}(?:[A-Za-z]{2,24}|xn--[A-Za-z0-9-]{2,40})`;
const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const IPV4 = `${OCTET}(?:${DOT}${OCTET}){3}`;
const HEX4 = '[0-9A-Fa-f]{1,4}';
const IPV6 = `(?:${HEX4}${COLON}|${COLON}(?=${COLON})|${COLON}){2,8}(?:${IPV4}|${HEX4})?`;
const URL_SIGN = String.raw`[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%{}]`;
const PRODUCTS_LIKE_DOMAINS = /^(?:asp|vb|ado|dot|ml|entity)\.net$/i;

function undefanged(value: string): string {
  return value.replace(new RegExp(DOT, 'gu'), '.').replace(new RegExp(COLON, 'gu'), ':').replace(/\s/g, '');
}

/** What stands before says that the number is a version. */
const VERSION_BEFORE =
  /(?:バージョン|ヴァージョン|版|ビルド|リリース|[vV]er(?:sion)?\.?|[bB]uild|[rR]elease|[vV])[:：\s]*$/u;

function isDomain(value: string): boolean {
  const plain = undefanged(value);
  const labels = plain.split('.');
  return isTopLevelDomain(labels.at(-1) ?? '') && !PRODUCTS_LIKE_DOMAINS.test(plain);
}

function isIpv6(value: string): boolean {
  const plain = undefanged(value);
  const [head = '', tail, ...more] = plain.split('::');
  if (more.length > 0) return false;
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const all = [...groups(head), ...groups(tail)];
  const size = all.reduce((sum, group) => sum + (group.includes('.') ? 2 : 1), 0);
  if (!all.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group) || group.includes('.'))) return false;
  return tail === undefined ? size === 8 : size <= 7 && size >= 1;
}

/** Words that hosts' names begin with or consist of. */
const HOST_WORD =
  '(?:srv|sv|svr|server|dc|adc|ad|db|sql|ora|web|www|app|ap|api|mail|mx|smtp|ns|dns|dhcp|fs|file|filesv|nas|san|fw|utm|vpn|gw|rt|sw|lb|pc|ws|wks|host|node|vm|esx|esxi|hv|proxy|px|bastion|jump|prod|prd|stg|dev|test|bk|bkup|backup|log|syslog|siem|mgmt|mng|prn|print|client|cl|laptop|desktop|note|nb|term|edr|wsus|rdp|rds|citrix|radius|auth|erp|crm|pos|plc|scada|hmi|ot|kiosk)';

const STANDARDS =
  /^(?:SHA|AES|UTF|ISO|IEC|RFC|COVID|GPT|TLS|SSL|IEEE|RSA|MD|CVSS|CWE|JIS|NIST|SP|FIPS|PCI|HTTP|IPV|WPA|MPEG|H|USB|ATT|TA|T|LTE|BASE|WIN|X|EC|ED|CP|EUC|SJIS|S|Q|FY|G|P|R|A|B|V|VER|PHP|PYTHON|JAVA|WINDOWS|OFFICE|CVE|MS|KB|JVN|JVNDB|VU|GHSA|CRC|ECDSA|HMAC|KYBER|COBOL|FORTRAN)[-_]?\d{1,4}(?:[-_.]\d+)*$|^log4j2?$|^db2$|^web[23]$|^(?:app|web|db|pc|ap|ot|it|node|host|file|mail)\d?$/i;

function isHostName(value: string): boolean {
  return /[A-Za-z]/.test(value) && /\d/.test(value) && !STANDARDS.test(value);
}

export const NETWORK_RULES: readonly IdentifierRule[] = [
  rule(
    'url',
    `(?<![A-Za-z])(?:h\\*\\*ps?|[A-Za-z][A-Za-z0-9+.\\-]{1,11})${COLON}(?:\\[/\\]|/){2}${URL_SIGN}+[A-Za-z0-9/=#&_\\-]`,
    1,
    undefined,
    'gdui',
  ),
  rule('email', `${WORD_START}[A-Za-z0-9][A-Za-z0-9._%+\\-]{0,63}${AT}${HOST}${WORD_END}`, 1),
  rule('email', `${WORD_START}[A-Za-z0-9][A-Za-z0-9._%+\\-]{0,63}${AT}\\[?${IPV4}\\]?${WORD_END}`, 1),
  rule(
    'mac-address',
    `${WORD_START}[0-9A-Fa-f]{2}(?:[:\\-][0-9A-Fa-f]{2}){5}${WORD_END}|${WORD_START}[0-9A-Fa-f]{4}(?:\\.[0-9A-Fa-f]{4}){2}${WORD_END}`,
    1,
  ),
  rule(
    'ip-address',
    `(?<![A-Za-z0-9.])${IPV4}(?:/\\d{1,2}(?!\\d))?(?::\\d{2,5})?(?![A-Za-z0-9]|\\.\\d)`,
    1,
    (value, before) => !VERSION_BEFORE.test(before) && !/^0\d?(?:\.0){3}$/.test(value),
  ),
  rule('ip-address', `(?<![A-Za-z0-9:])${IPV6}(?:%[A-Za-z0-9]+)?(?:/\\d{1,3})?(?![A-Za-z0-9:])`, 1, (value) =>
    isIpv6(value.replace(/[%/].*$/, '')),
  ),
  rule('ip-address', `${WORD_START}(?:\\d{1,3}\\.){2,3}(?:x{1,3}|X{1,3}|\\*)${WORD_END}`, 0.9),
  rule(
    'domain',
    `(?<![A-Za-z0-9@_\\-])(?:\\*\\.)?${HOST}(?::\\d{2,5})?(?![A-Za-z0-9_]|-[A-Za-z0-9])`,
    0.97,
    (value) => isDomain(value.replace(/^\*\./, '').replace(/:\d+$/, '')),
  ),
  rule(
    'as-number',
    `${WORD_START}ASN?[ ：:#]?\\d{2,10}${WORD_END}|(?<=AS番号[:： ]?(?:は|が)?[:： ]?)\\d{2,10}`,
    0.95,
  ),
  rule(
    'host-name',
    `(?<![A-Za-z0-9_.@\\\\/\\-])${HOST_WORD}(?:[-_][A-Za-z0-9]{1,15}){0,5}[-_]?\\d{1,6}[A-Za-z]?(?![A-Za-z0-9_]|[-.]\\d|${DASH}[A-Za-z])`,
    0.9,
    isHostName,
    'gdui',
  ),
  // What Windows calls a computer that nobody named.
  rule('host-name', `${WORD_START}(?:WIN-[A-Z0-9]{11}|(?:DESKTOP|LAPTOP)-[A-Z0-9]{7})${WORD_END}`, 0.97),
  rule(
    'host-name',
    `(?<![A-Za-z0-9_.@\\\\/\\-])(?:[A-Za-z0-9]{1,15}[-_]){1,5}${HOST_WORD}\\d*(?:[-_][A-Za-z0-9]{1,15}){0,5}(?![A-Za-z0-9_]|[-.]\\d)`,
    0.9,
    isHostName,
    'gdui',
  ),
  rule(
    'host-name',
    `(?<![A-Za-z0-9_.@\\\\/\\-])[A-Za-z][A-Za-z0-9]{0,14}(?:[-_][A-Za-z0-9]{1,15}){0,5}[-_][A-Za-z0-9]*\\d[A-Za-z0-9]*(?![A-Za-z0-9_]|[-.]\\d)`,
    0.6,
    (value) => isHostName(value) && /[A-Za-z]{2}/.test(value) && !/^[A-Z]{2,10}-\d+$/.test(value),
  ),
  rule(
    'host-name',
    `(?<=(?:ホスト名?|サーバー?名?|端末名?|コンピューター?名?|機器名|マシン名|NetBIOS名|[Hh]ost ?[Nn]ame)[はが]?[:： 「『"（(]{1,2})[A-Za-z][A-Za-z0-9_\\-]{2,30}${WORD_END}`,
    0.9,
  ),
];
