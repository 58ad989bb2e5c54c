import type { Label } from '../../../../../platform/i18n/localised.ts';
import { kakehashi, skillWords } from '../../skills.ts';

type Words = Readonly<Record<string, Label>>;

/** Lines of business, as the sections of the Japan Standard Industrial Classification, some taken together. */
export const industries = {
  construction: { ja: '建設業', en: 'Construction' },
  manufacturing: { ja: '製造業', en: 'Manufacturing' },
  infrastructure: { ja: '電気・ガス・水道', en: 'Electricity, gas and water' },
  information: { ja: '情報通信業', en: 'Information and communications' },
  transport: { ja: '運輸・郵便', en: 'Transport and postal services' },
  trade: { ja: '卸売・小売', en: 'Wholesale and retail' },
  finance: { ja: '金融・保険', en: 'Finance and insurance' },
  'real-estate': { ja: '不動産・物品賃貸', en: 'Real estate and leasing' },
  professional: { ja: '専門・技術サービス', en: 'Professional and technical services' },
  hospitality: { ja: '宿泊・飲食・生活関連', en: 'Hotels, food and personal services' },
  education: { ja: '教育・学習支援', en: 'Education' },
  health: { ja: '医療・福祉', en: 'Health and welfare' },
  public: { ja: '公務', en: 'Government' },
  other: { ja: 'その他', en: 'Other' },
} as const satisfies Words;

/** Sizes of an organisation by the people who work there. */
export const sizes = {
  'to-20': { ja: '20人まで', en: 'Up to 20 people' },
  'to-100': { ja: '21〜100人', en: '21 to 100' },
  'to-300': { ja: '101〜300人', en: '101 to 300' },
  'to-1000': { ja: '301〜1,000人', en: '301 to 1,000' },
  'over-1000': { ja: '1,001人から', en: 'Over 1,000' },
} as const satisfies Words;

const namesOf = ({ ja, en }: { readonly ja?: string; readonly en?: string }, id: string): Label => ({
  ja: ja ?? id,
  en: en ?? id,
});

export const roleWords: Words = Object.fromEntries(
  kakehashi.roles.map(({ id, title }) => [id, namesOf(title, id)]),
);

/** Areas of skills in the framework's order, each with its skills. */
export const areas: readonly {
  readonly id: string;
  readonly label: Label;
  readonly skills: readonly string[];
}[] = kakehashi.groups
  .filter(({ kind }) => kind === 'area')
  .map(({ id, title }) => ({
    id,
    label: namesOf(title, id),
    skills: kakehashi.items.flatMap((item) => (item.group === id ? item.id : [])),
  }));

/** Every value that each dimension of the published tables may take, in order of display. */
export const domains = {
  role: Object.keys(roleWords),
  skill: Object.keys(skillWords),
  prefecture: Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, '0')),
  industry: Object.keys(industries),
  size: Object.keys(sizes),
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Dimension = keyof typeof domains;
export type Domains = Readonly<Record<Dimension, readonly string[]>>;
export const dimensions = Object.keys(domains) as Dimension[];
