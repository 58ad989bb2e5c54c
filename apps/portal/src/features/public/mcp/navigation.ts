import type { NavigationEntry } from '../../../platform/web/page-context.ts';
import type { SiteMapSection } from '../../../platform/web/site-map.ts';
import { phrasebook } from '../../../ui/text/phrasebook.ts';
import { mcpPaths } from './paths.ts';

const navigationText = phrasebook({
  ja: { guide: 'AIから｜使《つか》う（MCP）' },
  en: { guide: 'Use with an AI assistant (MCP)' },
});

export const mcpNavigation: readonly NavigationEntry[] = [
  {
    path: mcpPaths.guide,
    footer: { group: 'data', position: 25, label: (reading) => navigationText(reading).text.guide },
  },
];

export const mcpSiteMap: readonly SiteMapSection[] = [
  {
    name: 'site',
    heading: { ja: 'このサイトについて', en: 'About this site' },
    position: 50,
    pages: [
      { path: mcpPaths.guide, label: { ja: 'AIから使う（MCP）', en: 'Use with an AI assistant (MCP)' } },
    ],
  },
];
