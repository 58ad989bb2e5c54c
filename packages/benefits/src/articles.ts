import type { Text } from './text.ts';

/** Legal source of a rule. */
export interface Article {
  readonly law: Text;
  /** Identifier in e-Gov's collection of laws. */
  readonly lawId: string;
  readonly article: Text;
  /** Whether the article's number was read in the law, or in a republished text. */
  readonly status: 'confirmed' | 'secondary';
}

interface Law {
  readonly law: Text;
  readonly lawId: string;
}

const employmentInsuranceAct: Law = {
  law: { ja: '雇用保険法', en: 'Employment Insurance Act' },
  lawId: '349AC0000000116',
};

const employmentInsuranceOrdinance: Law = {
  law: { ja: '雇用保険法施行規則', en: 'Ordinance for Enforcement of the Employment Insurance Act' },
  lawId: '350M50002000003',
};

const civilCode: Law = { law: { ja: '民法', en: 'Civil Code' }, lawId: '129AC0000000089' };

function article(law: Law, ja: string, en: string, status: Article['status'] = 'confirmed'): Article {
  return { ...law, article: { ja, en }, status };
}

const act = (ja: string, en: string) => article(employmentInsuranceAct, ja, en);
const readElsewhere = (ja: string, en: string) => article(employmentInsuranceOrdinance, ja, en, 'secondary');

/**
 * The articles the rules rest on. The ordinance's rules on training benefits run from its Article
 * 101-2-2; which of them holds which rule was read in a republished text.
 */
export const articles = {
  act60_2: act('第60条の2', 'Article 60-2'),
  act60_3: act('第60条の3', 'Article 60-3'),
  actSuppl11: act('附則第11条', 'Supplementary Provisions, Article 11'),
  actSuppl11_2: act('附則第11条の2', 'Supplementary Provisions, Article 11-2'),
  ordinanceFrom101_2_2: article(
    employmentInsuranceOrdinance,
    '第101条の2の2以下',
    'Article 101-2-2 and after',
  ),
  leavingWork: readElsewhere('第101条の2の5', 'Article 101-2-5'),
  rates: readElsewhere('第101条の2の7', 'Article 101-2-7'),
  ceilings: readElsewhere('第101条の2の8', 'Article 101-2-8'),
  floor: readElsewhere('第101条の2の9', 'Article 101-2-9'),
  interval: readElsewhere('第101条の2の10', 'Article 101-2-10'),
  claimGeneral: readElsewhere('第101条の2の11', 'Article 101-2-11'),
  claimSpecified: readElsewhere('第101条の2の11の2', 'Article 101-2-11-2'),
  claimPractical: readElsewhere('第101条の2の12', 'Article 101-2-12'),
  civilCodeTerms: article(civilCode, '第140条・第143条', 'Articles 140 and 143'),
} satisfies Record<string, Article>;

export function articleName(cited: Article): Text {
  const elsewhere = cited.status === 'secondary';
  return {
    ja: `${cited.law.ja}${cited.article.ja}${elsewhere ? '（条番号は二次資料による）' : ''}`,
    en: `${cited.law.en}, ${cited.article.en}${elsewhere ? ' (number from a secondary source)' : ''}`,
  };
}
