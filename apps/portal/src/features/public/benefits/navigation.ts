import type { NavigationEntry } from '../../../platform/web/page-context.ts';
import type { SiteMapSection } from '../../../platform/web/site-map.ts';
import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { benefitPaths } from './paths.ts';

const navigationText = phrasebook({
  ja: { menu: '｜学《まな》びの｜給付《きゅうふ》' },
  en: { menu: 'Training benefits' },
});
const label: NonNullable<NavigationEntry['header']>['label'] = (reading) => navigationText(reading).text.menu;

export const benefitNavigation: readonly NavigationEntry[] = [
  {
    path: benefitPaths.landing,
    header: { position: 40, label },
    footer: { group: 'find', position: 40, label },
  },
];

export const benefitSiteMap: readonly SiteMapSection[] = [
  {
    name: 'benefits',
    heading: { ja: '教育訓練給付', en: 'Training benefits' },
    position: 40,
    pages: [
      { path: benefitPaths.landing, label: { ja: '3つの種類', en: 'The three kinds' } },
      { path: benefitPaths.calculator, label: { ja: 'いくら戻るか計算する', en: 'Calculator' } },
      {
        path: benefitPaths.designation,
        label: { ja: '講座の指定要件を確かめる', en: 'Check a course against the designation rules' },
      },
    ],
  },
];
