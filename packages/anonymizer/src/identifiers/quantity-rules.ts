import { type IdentifierRule, rule } from './rule.ts';

const FIGURES = '(?:\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d{1,9})?|\\d{1,15}(?:\\.\\d{1,9})?)';
const KANJI_FIGURES = '[〇一二三四五六七八九十百千万億兆]';
const SCALE = '(?:[十百千]?[万億兆]|[百千])';
/** 300, 3億5,000万, 数百万, 三百万, 十数. */
const NUMBER = `(?:${FIGURES}(?: ?${SCALE} ?${FIGURES}){0,3}(?: ?${SCALE})?|[数何十百千]{0,2}(?:${KANJI_FIGURES}|[数何]){1,12})`;
const ABOUT = '(?:約|およそ|推定|最大|最低|少なくとも|計|総額|延べ|のべ)?';
const OR_SO = '(?:余り|あまり|余|強|弱|程度|ほど|前後|超|以上|以下|未満)?';
const MONEY =
  '(?:円|ドル|ユーロ|ポンド|元|ウォン|フラン|ルピー|人民元|米ドル|USドル|BTC|ETH|ビットコイン|JPY|USD|EUR)';

/** What people, things and places are counted by. */
const COUNTER =
  '(?:人|名|件|台|社|店舗?|棟|[かヶケカ箇]所|個所|箇所|[かヶケカ箇]国|拠点|床|世帯|戸|校|部署|部門|課|回線|口座|アカウント|ユーザー?|ID|端末|サーバー?|ファイル|レコード|ページ|通|本|枚|冊|個|社員|従業員|GB|TB|MB|KB|PB|ギガバイト|テラバイト|メガバイト|ペタバイト|時間|分間|秒間|日間|週間|[かヶケカ箇]月間?|年間|営業日|台分|人分|人月|割|％|%|パーセント|坪|平方メートル|㎡|ヘクタール|トン|キロ|km|歳|才)';

export const QUANTITY_RULES: readonly IdentifierRule[] = [
  rule('amount', `${ABOUT}(?<![\\d.])${NUMBER} ?${MONEY}${OR_SO}(?![件本建])`, 1, isAmount),
  rule(
    'amount',
    `(?:[¥￥$€£]|US\\$|USD |JPY |EUR )\\s?${FIGURES}(?:\\s?(?:百万|十億|million|billion|thousand|[KMB](?![A-Za-z])|${SCALE}))?`,
    1,
  ),
  rule('amount', `${FIGURES} ?(?:million|billion|thousand)? ?(?:yen|dollars|euros)(?![a-z])`, 0.97),
  rule(
    'count',
    `${ABOUT}(?<![\\d.A-Za-z,])${FIGURES}(?: ?${SCALE} ?${FIGURES}){0,3}(?: ?${SCALE})? ?${COUNTER}${OR_SO}(?![A-Za-z])`,
    0.9,
    isCount,
  ),
  rule(
    'count',
    `${ABOUT}(?<![\\d.〇一二三四五六七八九十百千万億兆第])(?:[数何十百千]{0,2}${KANJI_FIGURES}?[百千万億]${KANJI_FIGURES}{0,8}|${KANJI_FIGURES}{1,4}[十百千万]${KANJI_FIGURES}{0,6}|[数十]{1,2})${COUNTER}${OR_SO}`,
    0.8,
  ),
];

/** 元 also is the first year of an era and "former"; a number of kanji alone needs more than one figure. */
function isAmount(value: string): boolean {
  if (/[元]$/.test(value)) return /\d/.test(value);
  return /[\d一二三四五六七八九十百千万億兆数]/.test(value);
}

function isCount(value: string, before: string): boolean {
  return !/第$/.test(before) && /\d/.test(value);
}
