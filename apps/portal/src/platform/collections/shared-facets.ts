import { defineFacet } from './facet.ts';

/** Purpose of the reader. */
export const purpose = defineFacet({
  name: 'purpose',
  label: { ja: '目的', en: 'Purpose' },
  meaning: { ja: '目的', en: 'Purpose' },
  several: true,
  open: true,
  column: {
    name: 'purposes',
    label: { ja: '目的', en: 'Purposes' },
    meaning: { ja: '目的の値。', en: 'Purpose values.' },
    example: 'train;respond',
  },
});

/** For people of which age. */
export const age = defineFacet({
  name: 'age',
  label: { ja: '年齢層', en: 'Age group' },
  meaning: { ja: '年齢層', en: 'Age group' },
  several: true,
  open: true,
  column: {
    name: 'ages',
    label: { ja: '年齢層', en: 'Age groups' },
    meaning: { ja: '年齢層の値。', en: 'Age group values.' },
    example: 'adult',
  },
});

/** For people of which organisations. */
export const affiliation = defineFacet({
  name: 'affiliation',
  label: { ja: '所属', en: 'Affiliation' },
  meaning: { ja: '所属', en: 'Affiliation' },
  several: true,
  open: true,
  column: {
    name: 'affiliations',
    label: { ja: '所属', en: 'Affiliations' },
    meaning: { ja: '所属の値。', en: 'Affiliation values.' },
    example: 'public;critical',
  },
});

/** Where it is held or can be used. */
export const region = defineFacet({
  name: 'region',
  label: { ja: '地域', en: 'Region' },
  meaning: {
    ja: '地域。nationwideか、JIS X 0401の都道府県コード（13）。都道府県を選ぶと、その都道府県のもののあとに、全国で使えるものも含み、件数にも数えます。nationwideは全国のものだけです',
    en: 'nationwide, or a prefecture code of JIS X 0401 (13). A prefecture finds and counts what is nationwide too, after its own; nationwide finds only that',
  },
  several: true,
  everywhere: 'nationwide',
  column: {
    name: 'regions',
    label: { ja: '地域', en: 'Regions' },
    meaning: {
      ja: 'nationwide または都道府県コード（JIS X 0401）。',
      en: 'nationwide, or prefecture codes (JIS X 0401).',
    },
    example: 'nationwide',
  },
});

/** Cost to the user. */
export const cost = defineFacet({
  name: 'cost',
  label: { ja: '費用', en: 'Cost' },
  meaning: { ja: '費用', en: 'Cost' },
  several: false,
  column: {
    name: 'cost',
    label: { ja: '費用', en: 'Cost' },
    meaning: { ja: 'free、partly、paid、unknown のどれか。', en: 'free, partly, paid or unknown.' },
    example: 'partly',
  },
});

/** In which form it is given, such as online. */
export const format = defineFacet({
  name: 'format',
  label: { ja: '形式', en: 'Format' },
  meaning: { ja: '形式', en: 'Format' },
  several: true,
  column: {
    name: 'formats',
    label: { ja: '形式', en: 'Formats' },
    meaning: { ja: '形式の値。', en: 'Format values.' },
    example: 'online',
  },
});

/** For which school grades. */
export const grade = defineFacet({
  name: 'grade',
  label: { ja: '学校の段階', en: 'School grade' },
  meaning: { ja: '学校の段階', en: 'School grade' },
  values: {
    preschool: { ja: '幼稚園・保育園', en: 'Preschool' },
    primary: { ja: '小学校', en: 'Primary school' },
    'junior-high': { ja: '中学校', en: 'Junior high school' },
    'senior-high': { ja: '高校', en: 'Senior high school' },
    'technology-college': { ja: '高専', en: 'College of technology (kosen)' },
    university: { ja: '大学', en: 'University' },
    graduate: { ja: '大学院', en: 'Graduate school' },
    'special-needs': { ja: '特別支援学校', en: 'Special needs school' },
  },
  several: true,
  column: {
    name: 'grades',
    label: { ja: '学校の段階', en: 'School grades' },
    meaning: { ja: '学校の段階の値。', en: 'School grade values.' },
    example: 'junior-high',
  },
});

/** For which school subjects. */
export const subject = defineFacet({
  name: 'subject',
  label: { ja: '教科', en: 'School subject' },
  meaning: { ja: '教科', en: 'School subject' },
  values: {
    'technology-home': { ja: '技術・家庭', en: 'Technology and home economics' },
    informatics: { ja: '情報', en: 'Informatics' },
    'social-studies': { ja: '社会・公民', en: 'Social studies and civics' },
    moral: { ja: '道徳', en: 'Moral education' },
    integrated: { ja: '総合的な学習・探究の時間', en: 'Integrated studies and inquiry' },
    activities: { ja: '学級活動・ホームルーム', en: 'Class activities' },
  },
  several: true,
  column: {
    name: 'subjects',
    label: { ja: '教科', en: 'School subjects' },
    meaning: { ja: '教科の値。', en: 'School subject values.' },
    example: 'technology-home',
  },
});

/** Whether it may be copied and handed out. */
export const copying = defineFacet({
  name: 'copying',
  label: { ja: '複製や配布', en: 'Copying' },
  meaning: { ja: '複製して配ってよいか', en: 'Whether it may be copied and handed out' },
  values: {
    free: { ja: 'だれでも複製・配布できる', en: 'Anybody may copy it and hand it out' },
    lessons: { ja: '授業や研修のためなら複製・配布できる', en: 'May be copied for lessons and training' },
    ask: { ja: '複製・配布には許可がいる', en: 'Copies need permission' },
    no: { ja: '複製・配布できない', en: 'May not be copied' },
  },
  searched: false,
  several: false,
  column: {
    name: 'copying',
    label: { ja: '複製や配布', en: 'Copying' },
    meaning: {
      ja: 'free、lessons（授業や研修なら）、ask（許可がいる）、no のどれか。分からないときは空。',
      en: 'free, lessons (for lessons and training), ask (with permission) or no; empty where it is not known.',
    },
    example: 'lessons',
  },
});

/** In which languages the official page is. */
export const pageLanguage = defineFacet({
  name: 'page-language',
  label: { ja: '公式ページの言語', en: 'Language of the official page' },
  meaning: { ja: '公式ページの言語（ISO 639-1）', en: 'Language of the official page (ISO 639-1)' },
  values: {
    ja: { ja: '日本語', en: 'Japanese' },
    en: { ja: '英語', en: 'English' },
    zh: { ja: '中国語', en: 'Chinese' },
    ko: { ja: '韓国語', en: 'Korean' },
    pt: { ja: 'ポルトガル語', en: 'Portuguese' },
    vi: { ja: 'ベトナム語', en: 'Vietnamese' },
  },
  searched: false,
  several: true,
  column: {
    name: 'pageLanguages',
    label: { ja: '公式ページの言語', en: 'Languages of the official page' },
    meaning: {
      ja: '公式ページの言語（ISO 639-1）。分からないときは空。',
      en: 'Languages of the official page (ISO 639-1); empty where they are not known.',
    },
    example: 'ja',
  },
});
