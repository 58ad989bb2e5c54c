import { defineFacet } from '../../../platform/collections/facet.ts';
import type { Label } from '../../../platform/i18n/localised.ts';
import { skillWords } from './skills.ts';

/** For which people of a company that is no security company. */
export const people = defineFacet({
  name: 'people',
  label: { ja: '対象の人', en: 'For whom' },
  meaning: { ja: 'どのような立場の人のための講座か', en: 'People that the programme is for' },
  values: {
    executives: { ja: '経営層', en: 'Executives' },
    managers: { ja: '管理職・DX推進', en: 'Managers and digital leads' },
    practitioners: {
      ja: '実務者（営業・総務・法務など）',
      en: 'Practitioners (sales, administration, legal …)',
    },
    engineers: { ja: '技術者（開発・設計・生産）', en: 'Engineers (development, design, production)' },
    'it-staff': { ja: '情報システム担当', en: 'IT staff' },
    everybody: { ja: 'すべての社員', en: 'All staff' },
  },
  several: true,
  open: true,
  column: {
    name: 'people',
    label: { ja: '対象の人', en: 'For whom' },
    meaning: { ja: '対象の人の値。', en: 'Values of the people it is for.' },
    example: 'executives;managers',
  },
});

/** In which situation of work it helps. */
export const situation = defineFacet({
  name: 'situation',
  label: { ja: '仕事の場面', en: 'Situation at work' },
  meaning: { ja: 'どのような仕事の場面で役に立つか', en: 'Situation at work in which it helps' },
  values: {
    'decide-investment': { ja: '投資や体制を決める', en: 'Deciding on investment and organisation' },
    'plan-dx': { ja: 'DXや新しい事業を企画する', en: 'Planning digital change or a new business' },
    'buy-cloud': { ja: 'クラウドや製品を選ぶ', en: 'Choosing cloud services and products' },
    'manage-suppliers': { ja: '取引先・委託先と仕事をする', en: 'Working with suppliers and contractors' },
    'handle-personal-data': { ja: '個人情報を扱う', en: 'Handling personal data' },
    'build-products': { ja: '製品やサービスを作る', en: 'Building products and services' },
    'run-systems': { ja: '社内のシステムを動かす', en: 'Running systems of the company' },
    'run-plant': { ja: '工場や設備を動かす', en: 'Running a plant or equipment' },
    'work-outside': { ja: '社外や自宅で働く', en: 'Working outside the office' },
    'face-incident': { ja: '事故に対応する', en: 'Facing an incident' },
    'teach-others': { ja: '社内で教える・広める', en: 'Teaching others in the company' },
    'audit-others': { ja: '監査や点検をする', en: 'Auditing and checking' },
  },
  several: true,
  column: {
    name: 'situations',
    label: { ja: '仕事の場面', en: 'Situations' },
    meaning: { ja: '仕事の場面の値。', en: 'Situation values.' },
    example: 'manage-suppliers',
  },
});

/** What one can do afterwards, whatever the level reached. */
export const skill = defineFacet({
  name: 'skill',
  label: { ja: '身につくこと', en: 'Skill' },
  meaning: {
    ja: '身につくこと（架け橋のスキルの識別子）。レベルを問いません',
    en: 'Skill that it teaches, at any level (identifier of the Kakehashi set)',
  },
  values: skillWords,
  several: true,
  column: {
    name: 'skills',
    label: { ja: '身につくこと', en: 'Skills' },
    meaning: { ja: '身につくことの識別子。', en: 'Identifiers of skills.' },
    example: 'risk-assessment;inc-plan',
  },
});

/** How much one has to know before. */
export const level = defineFacet({
  name: 'level',
  label: { ja: '難しさ', en: 'Level' },
  meaning: { ja: '始める前にどのくらい知っていればよいか', en: 'What one has to know before' },
  values: {
    first: { ja: '入門（予備知識なし）', en: 'First steps (nothing needed)' },
    basic: { ja: '基礎（仕事で使っている）', en: 'Basic (uses it at work)' },
    applied: { ja: '応用（担当している）', en: 'Applied (is in charge of it)' },
    advanced: { ja: '専門（人を率いる）', en: 'Advanced (leads others)' },
  },
  several: false,
  open: true,
  column: {
    name: 'level',
    label: { ja: '難しさ', en: 'Level' },
    meaning: { ja: 'first、basic、applied、advanced のどれか。', en: 'first, basic, applied or advanced.' },
    example: 'basic',
  },
});

/** Price bands in yen, each up to its limit; the last one has none. */
export const priceBands = [
  { value: 'free', most: 0, label: { ja: '無料', en: 'Free' } },
  { value: 'to-10000', most: 10_000, label: { ja: '1万円まで', en: 'Up to ¥10,000' } },
  {
    value: 'to-50000',
    most: 50_000,
    label: { ja: '1万円をこえ5万円まで', en: 'Over ¥10,000, up to ¥50,000' },
  },
  {
    value: 'to-150000',
    most: 150_000,
    label: { ja: '5万円をこえ15万円まで', en: 'Over ¥50,000, up to ¥150,000' },
  },
  {
    value: 'to-500000',
    most: 500_000,
    label: { ja: '15万円をこえ50万円まで', en: 'Over ¥150,000, up to ¥500,000' },
  },
  {
    value: 'over-500000',
    most: Number.POSITIVE_INFINITY,
    label: { ja: '50万円をこえる', en: 'Over ¥500,000' },
  },
] as const satisfies readonly { value: string; most: number; label: Label }[];

/** What it costs a participant, tax included. */
export const priceBand = defineFacet({
  name: 'price-band',
  label: { ja: '受講料（税込み）', en: 'Price (tax included)' },
  meaning: { ja: 'いちばん安い受講料の価格帯', en: 'Band of the lowest price' },
  values: Object.fromEntries(priceBands.map(({ value, label }) => [value, label])),
  several: false,
  searched: false,
  column: {
    name: 'priceBand',
    label: { ja: '価格帯', en: 'Price band' },
    meaning: {
      ja: 'いちばん安い受講料（税込み）の価格帯。',
      en: 'Band of the lowest price, tax included.',
    },
    example: 'to-50000',
  },
});

/** How it is taken. */
export const delivery = defineFacet({
  name: 'delivery',
  label: { ja: '受け方', en: 'Format' },
  meaning: { ja: '受け方', en: 'How it is taken' },
  values: {
    onsite: { ja: '会場で', en: 'In person' },
    live: { ja: 'オンライン（決まった時間）', en: 'Online at set times' },
    'on-demand': { ja: 'eラーニング（好きな時間）', en: 'E-learning at any time' },
    correspondence: { ja: '通信添削', en: 'By correspondence' },
    'at-company': { ja: '会社に講師が来る', en: 'At your company' },
  },
  several: true,
  open: true,
  column: {
    name: 'deliveries',
    label: { ja: '受け方', en: 'Formats' },
    meaning: { ja: '受け方の値。', en: 'Format values.' },
    example: 'onsite;live',
  },
});

const firstYear = 2026;
const years = 20;

/** Months in which a run may start, in order. */
function months(): Record<string, Label> {
  const names = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return Object.fromEntries(
    Array.from({ length: years * 12 }, (_, index) => {
      const year = firstYear + Math.floor(index / 12);
      const month = (index % 12) + 1;
      const value = `${year}-${String(month).padStart(2, '0')}`;
      return [value, { ja: `${year}年${month}月`, en: names.format(Date.UTC(year, month - 1)) }];
    }),
  );
}

/** The value of what starts whenever one likes. */
export const anyTime = 'any-time';

/** In which month a run starts that one can still apply for. */
export const start = defineFacet({
  name: 'start',
  label: { ja: '始まる時期', en: 'Starts' },
  meaning: {
    ja: 'いまから申し込める日程が始まる月（2027-01）か、any-time（いつでも）',
    en: 'Month in which a run starts that is open for application (2027-01), or any-time',
  },
  values: { [anyTime]: { ja: 'いつでも', en: 'At any time' }, ...months() },
  several: true,
  searched: false,
  column: {
    name: 'starts',
    label: { ja: '始まる時期', en: 'Starts' },
    meaning: {
      ja: 'いまから申し込める日程が始まる月か、any-time。',
      en: 'Months in which a run starts that is open for application, or any-time.',
    },
    example: '2027-01;2027-03',
  },
});

/** For which training benefit it is designated. */
export const benefit = defineFacet({
  name: 'benefit',
  label: { ja: '教育訓練給付', en: 'Training benefit' },
  meaning: { ja: '教育訓練給付の指定', en: 'Designated for a training benefit' },
  values: {
    practical: { ja: '専門実践教育訓練', en: 'Practical training' },
    specified: { ja: '特定一般教育訓練', en: 'Specified general training' },
    general: { ja: '一般教育訓練', en: 'General training' },
  },
  several: true,
  column: {
    name: 'benefits',
    label: { ja: '教育訓練給付の指定', en: 'Benefits' },
    meaning: { ja: 'general、specified、practical。', en: 'general, specified, practical.' },
    example: 'general',
  },
});

/** When in the week and the day it takes place. */
export const hoursOfDay = defineFacet({
  name: 'when',
  label: { ja: '曜日と時間帯', en: 'Evening and weekend' },
  meaning: { ja: '曜日と時間帯', en: 'When in the week and the day' },
  values: {
    daytime: { ja: '平日の昼', en: 'Weekdays in the daytime' },
    evening: { ja: '平日の夜', en: 'Weekday evenings' },
    weekend: { ja: '土日', en: 'Weekends' },
    'own-pace': { ja: '自分のペース', en: 'At one’s own pace' },
  },
  several: true,
  searched: false,
  column: {
    name: 'when',
    label: { ja: '曜日と時間帯', en: 'When' },
    meaning: { ja: '曜日と時間帯の値。', en: 'Values of when in the week and day.' },
    example: 'evening',
  },
});

/** Languages in which it is taught. */
export const taughtIn = defineFacet({
  name: 'language',
  label: { ja: '講座の言語', en: 'Language of teaching' },
  meaning: { ja: '講座の言語（ISO 639-1）', en: 'Language of teaching (ISO 639-1)' },
  values: {
    ja: { ja: '日本語', en: 'Japanese' },
    en: { ja: '英語', en: 'English' },
    zh: { ja: '中国語', en: 'Chinese' },
    vi: { ja: 'ベトナム語', en: 'Vietnamese' },
    pt: { ja: 'ポルトガル語', en: 'Portuguese' },
  },
  several: true,
  searched: false,
  column: {
    name: 'languages',
    label: { ja: '講座の言語', en: 'Languages' },
    meaning: { ja: '講座の言語（ISO 639-1）。', en: 'Languages of teaching (ISO 639-1).' },
    example: 'ja',
  },
});

/** What makes it possible to take part. */
export const support = defineFacet({
  name: 'support',
  label: { ja: '参加しやすさ', en: 'Accessibility and care' },
  meaning: { ja: '参加しやすくする用意', en: 'What makes it possible to take part' },
  values: {
    captions: { ja: '字幕・文字通訳', en: 'Captions' },
    'sign-language': { ja: '手話通訳', en: 'Sign language' },
    'screen-reader': { ja: '読み上げに対応した教材', en: 'Material for screen readers' },
    'step-free': { ja: '段差のない会場', en: 'Step-free venue' },
    'materials-ahead': { ja: '教材の事前配布', en: 'Material beforehand' },
    childcare: { ja: '託児あり', en: 'Child care' },
    'catch-up': { ja: '欠席した回の録画', en: 'Recordings of what was missed' },
  },
  several: true,
  searched: false,
  column: {
    name: 'support',
    label: { ja: '参加しやすさ', en: 'Accessibility and care' },
    meaning: { ja: '用意の値。', en: 'Values of what is provided.' },
    example: 'captions;childcare',
  },
});
