import { hasCorporateDigit, hasIndividualDigit, hasLuhnDigit } from './check-digits.ts';
import { DASH, digitsOf, type IdentifierRule, rule, WORD_END, WORD_START } from './rule.ts';

/** What separates groups of figures in a telephone number. */
const GAP = `(?:\\s?${DASH}\\s?|\\s|\\s?\\(\\s?|\\s?\\)\\s?|\\.)`;
const BEHIND = `(?<![\\d.\\-])(?<!\\d${DASH})`;
const AHEAD = `(?![\\d]|${DASH}\\d|\\.\\d)`;

function isPhone(value: string): boolean {
  const digits = digitsOf(value);
  if (/^\+/.test(value.trim())) return digits.length >= 8 && digits.length <= 15;
  return /^0\d{9,10}$/.test(digits) && !/^00/.test(digits);
}

/** Regions on number plates have up to four signs; the kana leaves out お, し, へ, ん. */
const PLATE =
  '[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}]{1,4}[ ]?\\d{2,3}[A-Z]?[ ]?[あいうえかきくけこさすせそたちつてとなにぬねのはひふほまみむめもやゆよらりるれろをわ][ ]?(?:\\d{2}-\\d{2}|\\d{4}|[・.]{0,3}\\d{1,3})(?![\\d-])';

export const NUMBER_RULES: readonly IdentifierRule[] = [
  rule('corporate-number', `${WORD_START}T?\\d(?:[-‐− ]?\\d{4}){3}${WORD_END}`, 1, (value) =>
    hasCorporateDigit(digitsOf(value)),
  ),
  rule('corporate-number', `${WORD_START}(?:T\\d{13}|T?\\d(?:[-‐−]\\d{4}){3})${WORD_END}`, 0.9),
  rule(
    'corporate-number',
    `(?<=(?:法人番号|登録番号|インボイス番号)[:：はが「（( ]{0,3})T?\\d[\\d\\- ]{11,17}\\d${WORD_END}`,
    0.95,
  ),
  rule(
    'credit-card',
    `${BEHIND}\\d{4}(?:[- ]?\\d{4}){2}[- ]?\\d{1,7}${AHEAD}|${BEHIND}3[47]\\d{2}[- ]?\\d{6}[- ]?\\d{5}${AHEAD}`,
    1,
    (value) => {
      const digits = digitsOf(value);
      return digits.length >= 13 && digits.length <= 19 && /^[2-6]/.test(digits) && hasLuhnDigit(digits);
    },
  ),
  rule(
    'credit-card',
    `(?<=(?:カード番号|クレジットカード)[:：はが「（( ]{0,3})\\d[\\d\\- ]{11,22}\\d${AHEAD}`,
    0.95,
  ),
  rule(
    'telephone',
    `(?<![\\d+])\\+\\s?\\d{1,3}${GAP}?(?:\\(0\\)\\s?)?\\d{1,4}(?:${GAP}?\\d{2,4}){1,4}${AHEAD}`,
    1,
    isPhone,
  ),
  rule('telephone', `${BEHIND}\\(?0\\d{1,4}${GAP}{1,2}\\d{1,4}${GAP}{1,2}\\d{3,4}${AHEAD}`, 1, isPhone),
  rule('telephone', `${BEHIND}0(?:[5-9]0\\d{8}|120\\d{6}|800\\d{7}|570\\d{6})${AHEAD}`, 0.97),
  rule(
    'telephone',
    `(?<=(?:電話番号?|TEL|Tel|tel|FAX|Fax|fax|ＴＥＬ|連絡先|携帯)[:：はが（(. ]{0,3})\\+?\\d[\\d\\-() ]{7,16}\\d${AHEAD}`,
    0.97,
  ),
  rule('telephone', '(?<=内線(?:番号)?[:：はが（( ]{0,2})\\d{2,6}(?!\\d)', 0.9),
  rule('individual-number', `${BEHIND}\\d{4}[- ]?\\d{4}[- ]?\\d{4}${AHEAD}`, 0.98, (value) =>
    hasIndividualDigit(digitsOf(value)),
  ),
  rule(
    'individual-number',
    `(?<=(?:マイナンバー|個人番号)(?:カード)?[:：はが「（( ]{0,3})\\d{4}[- ]?\\d{4}[- ]?\\d{4}${AHEAD}`,
    0.97,
  ),
  rule('postal-code', `〒\\s?\\d{3}\\s?${DASH}?\\s?\\d{4}(?!\\d)`, 1),
  rule('postal-code', `(?<=郵便番号[:：はが「（( ]{0,3})\\d{3}${DASH}?\\d{4}(?!\\d)`, 1),
  rule('postal-code', `${BEHIND}(?<![A-Za-z])\\d{3}${DASH}\\d{4}${AHEAD}(?!${DASH})`, 0.9),
  rule('vehicle-plate', PLATE, 0.97),
  rule(
    'bank-account',
    '(?:普通|当座|貯蓄|定期)(?:預金|口座)*(?:番号)?[:：・ ]{0,3}(?:No\\.?\\s?)?\\d{5,8}(?!\\d)',
    0.97,
  ),
  rule('bank-account', '(?<=口座(?:番号)?[:：はが「（( ]{0,3})\\d[\\d\\-]{3,12}\\d(?!\\d)', 0.97),
  rule('bank-account', '記号[:： ]?\\d{5}[-・、, の]{0,2}\\d?[-・、, ]{0,2}番号[:： ]?\\d{6,8}(?!\\d)', 0.97),
  rule(
    'bank-account',
    `${WORD_START}[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?${WORD_END}`,
    0.9,
    isIban,
  ),
  rule(
    'account',
    `(?<=(?:社員番号|職員番号|学籍番号|会員番号|顧客番号|顧客ID|お客様番号|契約番号|保険者?番号|被保険者番号|旅券番号|パスポート番号|免許証?番号|患者ID|患者番号|診察券番号)[:：はが「（( ]{0,3})[A-Za-z]{0,4}[-]?\\d[\\dA-Za-z\\-]{2,16}${WORD_END}`,
    0.97,
  ),
];

/** ISO 13616: the rest by 97 is 1. */
function isIban(value: string): boolean {
  const plain = value.replace(/ /g, '');
  let rest = 0;
  for (const sign of plain.slice(4) + plain.slice(0, 4)) {
    const number = Number.parseInt(sign, 36);
    rest = (rest * (number > 9 ? 100 : 10) + number) % 97;
  }
  return rest === 1;
}
