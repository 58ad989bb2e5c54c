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
    ja: '地域。nationwideか、JIS X 0401の都道府県コード（13）',
    en: 'nationwide, or a prefecture code of JIS X 0401 (13)',
  },
  several: true,
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
