import type { NavigationEntry } from '../../../platform/web/page-context.ts';
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
];
