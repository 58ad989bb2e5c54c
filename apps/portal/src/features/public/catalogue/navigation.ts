import type { NavigationEntry } from '../../../platform/web/page-context.ts';
import { sitePaths } from '../../../ui/shell/site-paths.ts';
import { type Partly, phrasebook } from '../../../ui/text/phrasebook.ts';
import { cataloguePaths } from './paths.ts';

const ja = {
  search: 'さがす',
  finder: '｜質問《しつもん》でさがす',
  features: '｜特集《とくしゅう》',
  calendar: '｜予定《よてい》｜表《ひょう》',
  help: '｜被害《ひがい》に｜遭《あ》ったら',
  about: 'このサイトについて',
  allInitiatives: 'すべての｜取組《とりくみ》',
  aboutSite: 'このサイトについて',
  accessibility: 'アクセシビリティ',
  terms: '｜利用《りよう》｜規約《きやく》',
  privacy: 'プライバシー',
  siteMap: 'サイトマップ',
  openData: 'オープンデータ',
  api: 'API',
  feed: '｜新着《しんちゃく》の｜配信《はいしん》（Atom）',
};

const en: typeof ja = {
  search: 'Search',
  finder: 'Guided finder',
  features: 'Special features',
  calendar: 'Calendar',
  help: 'Get help',
  about: 'About',
  allInitiatives: 'All initiatives',
  aboutSite: 'About this site',
  accessibility: 'Accessibility',
  terms: 'Terms of use',
  privacy: 'Privacy',
  siteMap: 'Site map',
  openData: 'Open data',
  api: 'API',
  feed: 'What is new (Atom)',
};

const easy: Partly<typeof ja> = {
  finder: '｜質問《しつもん》でさがす',
  help: '｜困《こま》ったとき',
};

/** What the catalogue's pages are called where they are linked from every page. */
export const navigationText = phrasebook({ ja, en, easy });

const word =
  (name: keyof typeof ja): NonNullable<NavigationEntry['header']>['label'] =>
  (reading) =>
    navigationText(reading).text[name];

/** The catalogue's links on every page. */
export const catalogueNavigation: readonly NavigationEntry[] = [
  {
    path: sitePaths.search,
    header: { position: 10, label: word('search') },
    footer: { group: 'find', position: 10, label: word('allInitiatives') },
  },
  {
    path: sitePaths.finder,
    header: { position: 20, label: word('finder') },
    footer: { group: 'find', position: 20, label: word('finder') },
  },
  {
    path: cataloguePaths.features,
    header: { position: 30, label: word('features') },
    footer: { group: 'find', position: 30, label: word('features') },
  },
  {
    path: cataloguePaths.calendar,
    footer: { group: 'find', position: 40, label: word('calendar') },
  },
  {
    path: sitePaths.help,
    header: { position: 50, label: word('help') },
    footer: { group: 'find', position: 50, label: word('help') },
  },
  {
    path: cataloguePaths.about,
    header: { position: 60, label: word('about') },
    footer: { group: 'site', position: 10, label: word('aboutSite') },
  },
  {
    path: cataloguePaths.accessibility,
    footer: { group: 'site', position: 20, label: word('accessibility') },
  },
  { path: cataloguePaths.terms, footer: { group: 'site', position: 30, label: word('terms') } },
  { path: cataloguePaths.privacy, footer: { group: 'site', position: 40, label: word('privacy') } },
  { path: cataloguePaths.siteMap, footer: { group: 'site', position: 60, label: word('siteMap') } },
  { path: cataloguePaths.openData, footer: { group: 'data', position: 10, label: word('openData') } },
  { path: cataloguePaths.api, footer: { group: 'data', position: 20, label: word('api') } },
  { path: sitePaths.feed, footer: { group: 'data', position: 30, label: word('feed') } },
];
