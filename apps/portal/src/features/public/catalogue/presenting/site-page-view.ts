import { dayInTokyo } from '../../../../platform/i18n/dates.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import { sitePaths } from '../../../../ui/shell/site-paths.ts';
import type { Catalogue } from '../catalogue.ts';
import { initiativeKind } from '../kinds/initiative.ts';
import { sitePageKind } from '../kinds/site-page.ts';
import { openDataFiles } from '../open-data.ts';
import { openDataColumns } from '../open-data-columns.ts';
import type { DocumentView, OpenDataView, SiteMapView, TextView } from '../views.ts';
import { RecordWording } from '../wording.ts';
import type { Reader } from './card.ts';
import { situationLinks } from './help-view.ts';
import { featureBands } from './home-view.ts';

/** Pages of text in the order of the footer. */
export const sitePageIds = ['about', 'accessibility', 'terms', 'privacy'] as const;

export function sitePageView(id: string, catalogue: Catalogue, reader: Reader): DocumentView | undefined {
  const record = catalogue.model.get(id);
  if (record?.kind !== 'page') return undefined;
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
    finder: '質問に答えて探す',
    home: 'トップページ',
    features: '特集',
    calls: '募集',
    help: '被害に遭ったら',
    records: '取組（五十音順）',
    benefits: '教育訓練給付',
    benefitPages: {
      landing: '3つの種類',
      calculator: 'いくら戻るか計算する',
      designation: '講座の指定要件を確かめる',
    },
    site: 'このサイトについて',
    security: '弱点を見つけた方へ',
    openData: 'オープンデータ',
    api: 'API',
  },
  en: {
    find: 'Find',
    all: 'All initiatives',
    finder: 'Answer a few questions',
    home: 'Home',
    features: 'Special features',
    calls: 'Calls for entries',
    help: 'If something has happened',
    records: 'Initiatives',
    benefits: 'Training benefits',
    benefitPages: {
      landing: 'The three kinds',
      calculator: 'Calculator',
      designation: 'Check a course against the designation rules',
    },
    site: 'About this site',
    security: 'Reporting a weakness',
    openData: 'Open data',
    api: 'API',
  },
} as const;

/** Initiatives that the site map names one by one; beyond, search lists them. */
const mostListed = 1_000;

export function siteMapView(catalogue: Catalogue, reader: Reader): SiteMapView {
  const words = siteMapWords[reader.language];
  const link = (label: string, path: string) => ({ label: plain(label, reader), href: reader.href(path) });
  const pages = sitePageIds.flatMap((id) => {
    const view = sitePageView(id, catalogue, reader);
    return view ? [{ label: view.title, href: reader.href(`/${id}`) }] : [];
  });
  const { hits } = catalogue.search.find(
    { q: '', filters: {}, kinds: [initiativeKind.name], sort: 'title', exact: false },
    { limit: mostListed, offset: 0 },
  );
  const records = catalogue.pick(hits.map(({ id }) => id)).map((record) => ({
    label: new RecordWording(record, reader).text(dataOf(initiativeKind, record).title, 'title'),
    href: reader.href(catalogue.pagePath(record)),
  }));
  return {
    sections: [
      {
        heading: words.find,
        links: [
          link(words.home, '/'),
          link(words.all, '/search'),
          link(words.finder, '/finder'),
          link(words.calls, sitePaths.calls),
        ],
      },
      {
        heading: words.help,
        links: [
          link(words.help, '/help'),
          ...situationLinks(catalogue, reader).map(({ title, href }) => ({ label: title, href })),
        ],
      },
      {
        heading: words.features,
        links: featureBands(catalogue, reader).map(({ title, href }) => ({ label: title, href })),
      },
      {
        heading: words.benefits,
        links: [
          link(words.benefitPages.landing, sitePaths.benefits),
          link(words.benefitPages.calculator, sitePaths.benefitCalculator),
          link(words.benefitPages.designation, sitePaths.designation),
        ],
      },
      {
        heading: words.site,
        links: [
          ...pages,
          link(words.security, sitePaths.security),
          link(words.openData, '/open-data'),
          link(words.api, '/api'),
        ],
      },
      { heading: words.records, links: records },
    ],
  };
}

function plain(text: string, reader: Reader): TextView {
  return { text, language: reader.language };
}

export function openDataView(catalogue: Catalogue, reader: Reader): OpenDataView {
  const records = catalogue.listed();
  const newest = new Date(Math.max(0, ...records.map(({ updatedAt }) => updatedAt.getTime())));
  return {
    downloads: openDataFiles.map(({ path, label, description }) => ({
      href: path,
      label,
      description: description[reader.language],
    })),
    columns: openDataColumns.map(({ name, label, meaning, example }) => ({
      name,
      label: label[reader.language],
      description: meaning[reader.language],
      example,
    })),
    total: records.length,
    updatedOn: dayInTokyo(newest),
  };
}
