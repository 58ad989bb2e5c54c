import { openDataWords } from '../../../../platform/collections/collection.ts';
import { tableColumns } from '../../../../platform/collections/collection-table.ts';
import type { Collections } from '../../../../platform/collections/collections.ts';
import { openDataFormats, openDataPath, tableFormats } from '../../../../platform/collections/open-data.ts';
import { dayInTokyo } from '../../../../platform/i18n/dates.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { SiteMapSection } from '../../../../platform/web/site-map.ts';
import type { Reader } from '../../../../ui/collections/card.ts';
import type { TextView } from '../../../../ui/collections/views.ts';
import { RecordWording } from '../../../../ui/text/record-wording.ts';
import type { Catalogue } from '../catalogue.ts';
import { initiativeKind } from '../kinds/initiative.ts';
import { sitePageKind } from '../kinds/site-page.ts';
import type { DocumentView, OpenDataView, SiteMapView } from '../views.ts';
import { situationLinks } from './help-view.ts';
import { specialFeatureBands } from './home-view.ts';

/** Pages of text in the order of the footer. */
export const sitePageIds = ['about', 'accessibility', 'terms', 'privacy'] as const;

export function sitePageView(id: string, catalogue: Catalogue, reader: Reader): DocumentView | undefined {
  const record = catalogue.model.get(id);
  if (record?.kind !== sitePageKind.name) return undefined;
  const data = dataOf(sitePageKind, record);
  const wording = new RecordWording(record, reader);
  return {
    title: wording.text(data.title, 'title'),
    ...wording.html(data.body, 'body'),
    updatedOn: dayInTokyo(record.updatedAt),
  };
}

const siteMapWords = {
  ja: {
    find: 'さがす',
    all: 'すべての取組',
    calendar: '予定表',
    finder: '質問に答えて探す',
    home: 'トップページ',
    features: '特集',
    help: '被害に遭ったら',
    records: '取組（五十音順）',
    site: 'このサイトについて',
    openData: 'オープンデータ',
    api: 'API',
  },
  en: {
    find: 'Find',
    all: 'All initiatives',
    calendar: 'Calendar',
    finder: 'Answer a few questions',
    home: 'Home',
    features: 'Special features',
    help: 'If something has happened',
    records: 'Initiatives',
    site: 'About this site',
    openData: 'Open data',
    api: 'API',
  },
} as const;

/** Initiatives that the site map names one by one; beyond, search lists them. */
const maxListed = 1_000;

/** @param others  what other capabilities put into the site map */
export function siteMapView(
  catalogue: Catalogue,
  others: readonly SiteMapSection[],
  reader: Reader,
): SiteMapView {
  const words = siteMapWords[reader.language];
  const link = (label: string, path: string) => ({ label: plain(label, reader), href: reader.href(path) });
  const pages = sitePageIds.flatMap((id) => {
    const view = sitePageView(id, catalogue, reader);
    return view ? [{ label: view.title, href: reader.href(`/${id}`) }] : [];
  });
  const { hits } = catalogue.search.find(
    { q: '', filters: {}, kinds: [initiativeKind.name], sort: 'title', exact: false },
    { limit: maxListed, offset: 0 },
  );
  const records = catalogue.pick(hits.map(({ id }) => id)).map((record) => ({
    label: new RecordWording(record, reader).text(dataOf(initiativeKind, record).title, 'title'),
    href: reader.href(catalogue.pagePath(record)),
  }));
  const own = [
    {
      name: 'find',
      position: 10,
      heading: words.find,
      links: [
        link(words.home, '/'),
        link(words.all, '/search'),
        link(words.finder, '/finder'),
        link(words.calendar, '/calendar'),
      ],
    },
    {
      name: 'help',
      position: 20,
      heading: words.help,
      links: [
        link(words.help, '/help'),
        ...situationLinks(catalogue, reader).map(({ title, href }) => ({ label: title, href })),
      ],
    },
    {
      name: 'features',
      position: 30,
      heading: words.features,
      links: specialFeatureBands(catalogue, reader).map(({ title, href }) => ({ label: title, href })),
    },
    {
      name: 'site',
      position: 50,
      heading: words.site,
      links: [...pages, link(words.openData, '/open-data'), link(words.api, '/api')],
    },
    { name: 'records', position: 60, heading: words.records, links: records },
  ];
  const linksOf = ({ pages }: SiteMapSection) =>
    pages.filter(({ fileOnly }) => !fileOnly).map(({ path, label }) => link(label[reader.language], path));
  const joined = own.map(({ name, links, ...section }) => {
    const more = others.find((other) => other.name === name);
    return { ...section, links: more ? [...links, ...linksOf(more)] : links };
  });
  const added = others
    .filter(({ name }) => own.every((section) => section.name !== name))
    .map((section) => ({
      position: section.position,
      heading: section.heading[reader.language],
      links: linksOf(section),
    }));
  return { sections: [...joined, ...added].sort((one, other) => one.position - other.position) };
}

function plain(text: string, reader: Reader): TextView {
  return { text, language: reader.language };
}

export function openDataView(collections: Collections, reader: Reader): OpenDataView {
  const { language } = reader;
  const files = collections.all().flatMap(({ declaration, columns }) => [
    {
      name: declaration.name,
      heading: declaration.label[language],
      title: openDataWords(declaration).title[language],
      description: openDataWords(declaration).description[language],
      downloads: openDataFormats.map(({ ending, label, description, mediaType }) => ({
        href: reader.href(openDataPath(declaration, ending)),
        label: label[language],
        mediaType: mediaType.split(';')[0] ?? mediaType,
        description: description[language],
      })),
      columns: columns.map(({ name, label, meaning, example }) => ({
        name,
        label: label[language],
        description: meaning[language],
        example,
      })),
    },
    ...(declaration.tables ?? []).map((table) => ({
      name: `${declaration.name}.${table.name}`,
      heading: table.label[language],
      title: table.label[language],
      description: table.description[language],
      downloads: tableFormats.map(({ ending, label, description, mediaType }) => ({
        href: reader.href(openDataPath(declaration, `${table.name}.${ending}`)),
        label: label[language],
        mediaType: mediaType.split(';')[0] ?? mediaType,
        description: description[language],
      })),
      columns: tableColumns(table).map(({ name, label, meaning, example }) => ({
        name,
        label: label[language],
        description: meaning[language],
        example,
      })),
    })),
  ]);
  const records = collections.whole.listed();
  const newest = new Date(Math.max(0, ...records.map(({ updatedAt }) => updatedAt.getTime())));
  return { files, total: records.length, updatedOn: dayInTokyo(newest) };
}
