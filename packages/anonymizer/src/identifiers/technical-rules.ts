import { createHash } from 'node:crypto';
import { type IdentifierRule, rule, WORD_END, WORD_START } from './rule.ts';

const HASH_LENGTHS = [128, 96, 64, 56, 40, 32];
const EXTENSION =
  '(?:exe|dll|sys|drv|scr|bat|cmd|ps1|psm1|vbs|vbe|jse?|wsf|hta|msi|lnk|iso|img|vhdx?|zip|rar|7z|tar|gz|tgz|bz2|xz|cab|docx?|docm|dotm|xlsx?|xlsm|xlsb|xltm|pptx?|pptm|rtf|pdf|one|csv|tsv|txt|log|json|xml|ya?ml|ini|conf|cfg|db|sqlite|mdb|accdb|bak|sql|eml|msg|pst|ost|php|aspx?|jspx?|cgi|py|pl|sh|rb|jar|war|class|apk|ipa|dmg|pkg|deb|rpm|so|dylib|bin|dat|tmp|pcap|pcapng|evtx?|dmp|reg|key|pem|pfx|p12|crt|cer|html?|css|md|png|jpe?g|gif|svg|mp4|wav|locked|encrypted|crypt|lockbit)';
const NAME = '[A-Za-z0-9_\\-.~$%()@+\\p{Script=Han}\\p{Script=Katakana}ー々]';
const FOLDER = '[^\\\\/:*?"<>|\\s、。，「」『』（）()]';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Base58Check: the last four bytes are the beginning of the doubled SHA-256 of the rest. */
function hasBase58Check(value: string): boolean {
  let number = 0n;
  for (const sign of value) {
    const digit = BASE58.indexOf(sign);
    if (digit < 0) return false;
    number = number * 58n + BigInt(digit);
  }
  const hex = number.toString(16).padStart(50, '0');
  if (hex.length !== 50) return false;
  const bytes = Buffer.from(hex, 'hex');
  const once = createHash('sha256').update(bytes.subarray(0, 21)).digest();
  return createHash('sha256').update(once).digest().subarray(0, 4).equals(bytes.subarray(21));
}

/** A made-up address of the right shape: all three sorts of signs, mixed. */
function looksLikeBase58(value: string): boolean {
  return (
    hasBase58Check(value) ||
    (/[a-z]/.test(value) && /[A-Z]/.test(value) && (value.match(/\d/g) ?? []).length >= 3)
  );
}

function isHash(value: string): boolean {
  return /\d/.test(value) && /[a-f]/i.test(value);
}

export const TECHNICAL_RULES: readonly IdentifierRule[] = [
  ...HASH_LENGTHS.map((length) => rule('hash', `${WORD_START}[0-9a-fA-F]{${length}}${WORD_END}`, 1, isHash)),
  rule('hash', '(?<![A-Za-z0-9])\\d{1,10}:[A-Za-z0-9+/]{8,}:[A-Za-z0-9+/]{8,}(?![A-Za-z0-9])', 0.97),
  rule('hash', '(?<![A-Za-z0-9])(?:sha(?:256|384|512)-|SHA(?:256|512):|MD5:)[A-Za-z0-9+/]{32,}={0,2}', 1),
  rule(
    'account',
    `${WORD_START}[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}${WORD_END}`,
    1,
  ),
  rule('account', `${WORD_START}S-1-\\d{1,2}(?:-\\d+){1,14}${WORD_END}`, 1),
  rule(
    'account',
    `${WORD_START}(?:AKIA|ASIA)[A-Z0-9]{16}${WORD_END}|${WORD_START}gh[pousr]_[A-Za-z0-9]{20,}${WORD_END}`,
    1,
  ),
  rule('account', `${WORD_START}arn:aws[a-z-]*:[a-z0-9-]*:[a-z0-9-]*:\\d{12}:[A-Za-z0-9/_\\-:.]+`, 1),
  rule('crypto-address', `${WORD_START}(?:bc1|tb1)[ac-hj-np-z02-9]{11,71}${WORD_END}`, 1, undefined, 'gdui'),
  rule('crypto-address', `${WORD_START}[13][1-9A-HJ-NP-Za-km-z]{25,34}${WORD_END}`, 0.97, looksLikeBase58),
  rule('crypto-address', `${WORD_START}0x[0-9a-fA-F]{40}${WORD_END}`, 1),
  rule('crypto-address', `${WORD_START}4[0-9AB][1-9A-HJ-NP-Za-km-z]{93}${WORD_END}`, 1),
  rule('vulnerability', `${WORD_START}CVE[-‐‑‒–—− ]\\d{4}[-‐‑‒–—−]\\d{4,7}${WORD_END}`, 1, undefined, 'gdui'),
  rule(
    'vulnerability',
    `${WORD_START}(?:JVNDB-\\d{4}-\\d{6}|JVN(?:VU)?#\\d{8}|VU#\\d{5,6}|GHSA(?:-[0-9a-z]{4}){3}|MS\\d{2}-\\d{3}|KB\\d{6,7}|ZDI-\\d{2}-\\d{3,4}|CWE-\\d{1,4})${WORD_END}`,
    1,
  ),
  rule(
    'file-path',
    `(?:%[A-Za-z0-9_()]+%|${WORD_START}[A-Za-z]:|\\$env:[A-Za-z]+)(?:[\\\\¥/]${FOLDER}+)+[\\\\¥/]?`,
    1,
  ),
  rule('file-path', `(?<![\\\\:])\\\\{2}${FOLDER}+(?:[\\\\¥]${FOLDER}+)+`, 1),
  rule('file-path', `${WORD_START}(?:HKEY_[A-Z_]+|HK(?:LM|CU|CR|U|CC))(?:\\\\[^\\\\"、。「」\\n]{1,60})+`, 1),
  rule(
    'file-path',
    `(?<![A-Za-z0-9_./:\\-<])(?:~|\\.{1,2})?/(?:[A-Za-z0-9_.\\-@+~$]+/)+[A-Za-z0-9_.\\-@+~$*]*`,
    0.97,
  ),
  rule(
    'file-path',
    `(?<![A-Za-z0-9_./:\\-<])/(?:etc|var|usr|tmp|home|opt|root|bin|dev|mnt|srv|proc)${WORD_END}`,
    0.9,
  ),
  rule(
    'file-path',
    `(?<![A-Za-z0-9_\\\\/.\\-])${NAME}{1,60}\\.${EXTENSION}${WORD_END}`,
    0.95,
    isFileName,
    'gdui',
  ),
  rule(
    'file-path',
    `(?<![A-Za-z0-9_./:\\-@])(?:[A-Za-z0-9_.\\-]{1,40}/){1,8}[A-Za-z0-9_\\-.]{1,60}\\.${EXTENSION}${WORD_END}`,
    0.96,
  ),
  rule(
    'account',
    `${WORD_START}[A-Za-z][A-Za-z0-9.\\-]{0,20}\\\\[A-Za-z_][A-Za-z0-9_.$\\-]{1,30}(?![\\\\A-Za-z0-9_])`,
    0.97,
  ),
  rule('account', `(?<![A-Za-z0-9@.])@[A-Za-z0-9_]{3,30}(?![A-Za-z0-9_.@])`, 0.95),
  rule(
    'account',
    `${WORD_START}(?:svc|adm|admin|usr|user|sa|sys|app|bat|batch|test|guest|root|tmp|ext)_[A-Za-z0-9_.\\-]{2,30}${WORD_END}|${WORD_START}(?:svc|adm)-[A-Za-z0-9_.\\-]{2,30}${WORD_END}`,
    0.9,
  ),
  rule(
    'account',
    `(?<=(?:アカウント(?:名|ID)?|ユーザー?(?:名|ID|ネーム)?|ログイン(?:名|ID)?|利用者ID|[Uu]ser(?: ?name|ID| ID)?|[Aa]ccount|[Ll]ogin|ID|サービスプリンシパル|テナントID|サブスクリプションID)[はが]?[:： =「『"'（(]{1,3})[A-Za-z0-9][A-Za-z0-9_.$\\-]{2,40}${WORD_END}`,
    0.95,
    (value) => !/^(?:and|the|for|is|was)$/i.test(value),
  ),
  rule('account', `(?<=AWS ?アカウント(?:ID)?[:： はが「（(]{0,2})\\d{12}${WORD_END}`, 1),
  rule('account', `${WORD_START}(?:user|test|guest|admin|svc|adm)\\d{1,4}${WORD_END}`, 0.9),
  rule('file-path', `(?<![A-Za-z0-9_./:\\-<])~/[A-Za-z0-9_.\\-@+~$]+`, 0.97),
  rule(
    'ticket',
    `${WORD_START}(?:INC|REQ|CHG|CHANGE|PRB|RITM|TASK|TICKET|TKT|CASE|SR|CS|IR|IM|ISSUE|BUG|SEC|SIRT|CSIRT|SOC|HD|HELP|ITSM|CRQ|WO)[-_#]?(?:\\d{4}-)?\\d{3,12}${WORD_END}`,
    0.97,
  ),
  rule('ticket', `${WORD_START}(?:JPCERT|JPCERT/CC|CERT)#\\d{6,10}${WORD_END}`, 1),
  rule(
    'ticket',
    `${WORD_START}[A-Z][A-Z0-9]{1,9}-(?:\\d{3,7}(?:-\\d{1,6})*|\\d{1,4}-\\d{1,7}(?:-\\d{1,6})*)${WORD_END}`,
    0.8,
    isTicket,
  ),
  rule(
    'ticket',
    `(?<=(?:チケット|受付|案件|管理|整理|問い?合わ?せ|お問合せ|インシデント|課題|申請|依頼|注文|発注|請求書?|文書|事件|契約|伝票|障害|照会|届出|受理|製造|シリアル|型式|認証|許可)(?:番号|No\\.?|ID|#)[はが]?[:： 「#（(]{0,3})[A-Za-z0-9#][A-Za-z0-9\\-_/#]{2,30}${WORD_END}`,
    0.97,
    (value) => /\d/.test(value),
  ),
  rule('ticket', `(?<![A-Za-z0-9&/])#\\d{3,10}${WORD_END}`, 0.9),
  rule('ticket', '[\\p{Script=Han}]{1,6}第 ?\\d{1,6} ?号(?!機|線|館|棟|車|室|艦|店|墳|作)', 0.7),
  rule(
    'version',
    `(?<=(?:バージョン|ヴァージョン|[vV]er(?:sion)?\\.?|[bB]uild|ビルド|リリース|ファームウェア)[:： ]?)\\d+(?:\\.\\d+){0,5}(?:[-.]?[a-z]{1,6}\\d{0,4})?${WORD_END}`,
    0.9,
  ),
  rule('version', `(?<=[A-Za-z]/)\\d{1,5}(?:\\.\\d{1,6}){1,5}(?![A-Za-z0-9/]|\\.\\d)`, 0.9),
  rule('version', `${WORD_START}v\\d+(?:\\.\\d+){1,4}${WORD_END}`, 0.9),
  rule(
    'version',
    `(?:(?<=[A-Za-z)] )\\d+(?:\\.\\d+){1,5}|(?<=[A-Za-z0-9][ ]?[(])\\d+(?:\\.\\d+){2,5})(?:[-.]?(?:p|rc|beta|alpha|sp|u|r|build)\\d{0,4})?(?![A-Za-z0-9%]|\\.\\d|[万億円])`,
    0.8,
  ),
];

/** Numbers of standards and algorithms, which give nobody away. */
const STANDARDS =
  /^(?:SHA|AES|UTF|ISO|IEC|RFC|COVID|GPT|TLS|SSL|IEEE|RSA|MD|CVSS|JIS|NIST|SP|FIPS|PCI|HTTP|WPA|MPEG|EC|ED|CP|TCP|UDP|PKCS|TA|ATT|WIN|X|CIS|ITU|ANSI|CRC|HMAC|IPV|STS)-\d/;

function isTicket(value: string): boolean {
  return !STANDARDS.test(value);
}

/** 「v1.2.pl」 and 「Node.js」 are no files. */
function isFileName(value: string): boolean {
  return (
    !/^(?:node|next|vue|react|nuxt|three|express|d3|ember|backbone|angular|electron|moment|chart)\.js$/i.test(
      value,
    ) && !/^[\d.]+$/.test(value)
  );
}
