import type { NavigationEntry } from '../../../platform/web/page-context.ts';
import type { SiteMapSection } from '../../../platform/web/site-map.ts';
import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { securityPath } from './paths.ts';

const navigationText = phrasebook({
  ja: { security: '｜弱点《じゃくてん》を｜見《み》つけた｜方《かた》へ' },
  en: { security: 'Reporting a weakness' },
});

export const securityNavigation: readonly NavigationEntry[] = [
  {
    path: securityPath,
    footer: { group: 'site', position: 50, label: (reading) => navigationText(reading).text.security },
  },
];

const heading = { ja: 'このサイトについて', en: 'About this site' };
const label = { ja: '弱点を見つけた方へ', en: 'Reporting a weakness' };

export const securitySiteMap: readonly SiteMapSection[] = [
  { name: 'site', heading, position: 50, pages: [{ path: securityPath, label }] },
];
