import type { NavigationEntry } from '../../../platform/web/page-context.ts';
import type { SiteMapSection } from '../../../platform/web/site-map.ts';
import { gapMapText } from './gap-map/messages.ts';
import { gapMapPaths } from './gap-map/paths.ts';
import { plusSecurityText } from './messages.ts';
import { plusSecurityPaths } from './paths.ts';

const label: NonNullable<NavigationEntry['header']>['label'] = (reading) =>
  plusSecurityText(reading).text.menu;

export const plusSecurityNavigation: readonly NavigationEntry[] = [
  {
    path: plusSecurityPaths.programmes,
    header: { position: 35, label },
    footer: { group: 'find', position: 35, label },
  },
  {
    path: gapMapPaths.map,
    footer: { group: 'data', position: 36, label: (reading) => gapMapText(reading).text.menu },
  },
];

export const plusSecuritySiteMap: readonly SiteMapSection[] = [
  {
    name: 'find',
    heading: { ja: 'さがす', en: 'Find' },
    position: 10,
    pages: [
      { path: plusSecurityPaths.comparison([]), label: { ja: '講座を比べる', en: 'Compare programmes' } },
      { path: gapMapPaths.map, label: { ja: '学びの需要と供給の差', en: 'Demand and supply of learning' } },
    ],
  },
];
