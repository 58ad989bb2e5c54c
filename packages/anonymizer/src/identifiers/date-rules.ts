import { type IdentifierRule, rule, WORD_END, WORD_START } from './rule.ts';

/** Figures in either script: 12, 十二, 二〇二四. */
const N = '(?:\\d{1,2}|[一二三四五六七八九十〇]{1,4})';
const YEAR = '(?:\\d{4}|[一二三四五六七八九〇]{4})';
const ERA = '(?:令和|平成|昭和|大正|明治)';
const ERA_YEAR = `(?:${ERA} ?(?:元|\\d{1,2}|[一二三四五六七八九十]{1,3}) ?年|(?<![A-Za-z0-9.])[RHSTMrhs]\\.?\\d{1,2}(?:年|(?=[./\\-])))`;
const WEEKDAY = '(?: ?[(（〔]?[月火水木金土日](?:曜日?)?(?:[・･]?祝)?[)）〕]|[月火水木金土日]曜日?)';
const PART_OF_MONTH = '(?:上旬|中旬|下旬|初旬|初め|末|半ば|頃|ごろ)';
const PART_OF_YEAR = '(?:春|夏|秋|冬|初頭|初め|末|半ば|前半|後半|上期|下期|上半期|下半期|頃|ごろ)';
const RELATIVE_YEAR = '(?:同|翌|前|昨|今|本|来|去|一昨|再来|翌々)年';
const RELATIVE_MONTH = '(?:同|翌|前|先|今|来|当)々?月';
const RELATIVE_DAY =
  '(?:昨日|本日|今日|明日|一昨日|おととい|きのう|前日|翌日|翌々日|同日|当日|前々日|先週|今週|来週|翌週|前週|先々週|先月|今月|来月|昨年|去年|今年|来年|一昨年)';
const MONTH_NAME =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const MONTH = `${N} ?月`;
const DAY = `${N} ?日`;
const CLOCK = '(?:[01]?\\d|2[0-4])[:：][0-5]\\d(?:[:：][0-5]\\d(?:[.,]\\d{1,9})?)?';
const HOURS = '(?:午前|午後|朝|昼|夕方|夜|深夜|未明|早朝|正午|AM|PM|am|pm)';
const ZONE = '(?: ?(?:Z|JST|UTC|GMT|[+\\-]\\d{2}:?\\d{2})(?![A-Za-z]))';

function isDay(value: string): boolean {
  const [, year, month, day] = /(\d{4})(\d{2})(\d{2})$/.exec(value) ?? [];
  return (
    Number(year) >= 1900 &&
    Number(year) < 2100 &&
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= 31
  );
}

function isMonthAndDay(value: string): boolean {
  const [month = 0, day = 0] = (value.match(/\d+/g) ?? []).slice(-2).map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

export const DATE_RULES: readonly IdentifierRule[] = [
  // 2024-04-01T12:34:56+09:00
  rule(
    'date',
    `(?<![\\d.\\-/])\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:T${CLOCK}${ZONE}?|${WEEKDAY})?(?![\\d]|[-/.]\\d)`,
    1,
    (value) => isMonthAndDay(value.replace(/T.*$/, '')),
  ),
  rule(
    'date',
    `(?:${YEAR} ?年(?: ?[(（]${ERA} ?(?:元|\\d{1,2}) ?年?[)）])?|${ERA_YEAR}(?: ?[(（]\\d{4} ?年?[)）])?|${RELATIVE_YEAR})(?: ?度)?の?(?:(?: ?${MONTH}|${RELATIVE_MONTH})(?: ?${DAY}${WEEKDAY}?|の?${PART_OF_MONTH})?|第?[1-4一二三四](?:四半期|Q)|の?${PART_OF_YEAR}|代)?(?:頃|ごろ)?`,
    1,
    (value) => !/^(?:前|同|翌|今|本|昨|来|去)年度?$/.test(value),
  ),
  rule('date', `${MONTH} ?${DAY}${WEEKDAY}?(?:頃|ごろ)?`, 1),
  rule('date', `(?:${RELATIVE_MONTH}|${MONTH}) ?の?(?:${DAY}${WEEKDAY}?|${PART_OF_MONTH})`, 0.97),
  rule(
    'date',
    `(?<![\\d一二三四五六七八九十〇])(?:[1-9]|1[0-2]|[一二三四五六七八九]|十[一二]?) ?月(?![一-龠]|\\d)`,
    0.9,
  ),
  rule(
    'date',
    `(?<![\\d一二三四五六七八九十年月第毎数何〇])(?:[12]?\\d|3[01]|[一二三]?十[一二三四五六七八九]?) ?日${WEEKDAY}?(?![間以目本常当後前]|午)(?:頃|ごろ)?`,
    0.85,
  ),
  rule('date', `(?<![\\d一二三四五六七八九十年月第毎数何〇])(?:[12]?\\d|3[01]) ?日(?=午[前後])`, 0.85),
  rule(
    'date',
    `(?<![\\dA-Za-z.])(?:[RHSTM]|${ERA}) ?\\d{1,2}[./\\-]\\d{1,2}(?:[./\\-]\\d{1,2})?(?![\\d]|[./\\-]\\d)`,
    0.97,
  ),
  rule(
    'date',
    `(?<![\\d./\\-A-Za-z])\\d{1,2}/\\d{1,2}${WEEKDAY}?(?:頃|ごろ)?(?![\\d]|[./\\-]\\d)`,
    0.8,
    isMonthAndDay,
  ),
  rule('date', `(?<![\\d./\\-A-Za-z])\\d{4}/\\d{1,2}(?![\\d]|[./\\-]\\d)`, 0.8, (value) =>
    /^(?:19|20)\d\d\/(?:0?[1-9]|1[0-2])$/.test(value),
  ),
  rule('date', '(?<![\\d./\\-A-Za-z])\\d{2}/\\d{1,2}/\\d{1,2}(?![\\d]|[./\\-]\\d)', 0.9, isMonthAndDay),
  rule('date', '(?<![\\dA-Za-z.\\-])(?:19|20)\\d{6}(?![\\dA-Za-z]|[.\\-]\\d)', 0.8, isDay),
  rule('date', '第 ?[1-4一二三四] ?四半期', 0.9),
  rule('time', '正午|零時', 0.9),
  rule('date', `${WORD_START}${MONTH_NAME} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?${WORD_END}`, 1),
  rule('date', `${WORD_START}\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH_NAME},?(?: \\d{4})?${WORD_END}`, 1),
  rule('date', `${WORD_START}${MONTH_NAME} \\d{4}${WORD_END}`, 1),
  rule(
    'date',
    `${WORD_START}FY ?\\d{2,4}(?:[ -]?Q[1-4])?${WORD_END}|${WORD_START}\\d{4} ?Q[1-4]${WORD_END}`,
    0.9,
  ),
  rule('date', `${RELATIVE_DAY}(?:の?(?:${N} ?月|[月火水木金土日]曜日?|${N} ?日))?`, 0.7),
  rule(
    'time',
    `(?:${HOURS} ?)?(?<!\\d)(?:[01]?\\d|2[0-4]|[一二三四五六七八九十]{1,3}) ?時(?![間代点期世効計価制事々刻差折速短給系限])(?: ?(?:[0-5]?\\d|[一二三四五六七八九十]{1,3}) ?分(?: ?[0-5]?\\d ?秒)?|半)?(?:頃|ごろ|過ぎ|すぎ|前)?`,
    0.95,
  ),
  rule(
    'time',
    `(?:${HOURS} ?)?(?<![\\d:.])${CLOCK}${ZONE}?(?: ?(?:AM|PM|am|pm))?(?![\\d:]|\\.\\d)(?:頃|ごろ)?`,
    0.9,
  ),
];
