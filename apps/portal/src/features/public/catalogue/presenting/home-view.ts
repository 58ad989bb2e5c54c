import { everything } from '../../../../platform/collections/query.ts';
import { dayInTokyo } from '../../../../platform/i18n/dates.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { cardOf, type Reader } from '../../../../ui/collections/card.ts';
import { termWording } from '../../../../ui/collections/term-wording.ts';
import { RecordWording } from '../../../../ui/text/record-wording.ts';
import { currentCalls } from '../../../editorial/calls/index.ts';
import type { Catalogue } from '../catalogue.ts';
import { initiativeKind } from '../kinds/initiative.ts';
import { type Notice, noticeKind } from '../kinds/notice.ts';
import { specialFeatureKind } from '../kinds/special-feature.ts';
import { searchPath } from '../search-path.ts';
import type { AxisView, HomeView, NoticeView, SpecialFeatureBandView } from '../views.ts';
import { comingItems } from './calendar-view.ts';
import { firstOfEachGroup } from './help-view.ts';
import { labels } from './labels.ts';

const axes = ['purpose', 'age', 'affiliation'] as const;
const latestCount = 6;
const comingCount = 3;

export function homeView(catalogue: Catalogue, reader: Reader, now: Date): HomeView {
  const words = labels[reader.language];
  const counts = catalogue.search.counts();
  const terms = termWording(catalogue.vocabulary(), reader);
  const axisView = (axis: (typeof axes)[number], value: string): AxisView => ({
    ...terms.term(axis, value),
    count: counts[axis]?.get(value) ?? 0,
    href: reader.href(searchPath({ ...everything, filters: { [axis]: [value] } })),
  });
  return {
    examples: words.exampleSearches.map((q) => ({
      label: q,
      href: reader.href(searchPath({ ...everything, q })),
    })),
    doors: axes.map((axis) => ({
      name: axis,
      label: words.doors[axis],
      values: catalogue
        .vocabulary()
        .values(axis)
        .map((value) => axisView(axis, value))
        .filter(({ count }) => count > 0),
    })),
    notices: [...noticesAt(catalogue, reader, now), ...openCallNotices(catalogue, reader, now)],
    features: specialFeatureBands(catalogue, reader),
    latest: catalogue.search
      .find(
        { ...everything, kinds: [initiativeKind.name], sort: 'newest' },
        { limit: latestCount, offset: 0 },
      )
      .hits.flatMap(({ id }) => catalogue.pick([id]))
      .map((record) => ({
        ...cardOf(record, catalogue, reader),
        listedOn: dayInTokyo(record.publishedAt),
      })),
    situations: firstOfEachGroup(catalogue, reader),
    coming: comingItems(catalogue, reader, now, comingCount),
    total: catalogue.listed().length,
  };
}

/** Special features, the one for now first. */
export function specialFeatureBands(catalogue: Catalogue, reader: Reader): SpecialFeatureBandView[] {
  return specialFeatures(catalogue).map((record) => {
    const data = dataOf(specialFeatureKind, record);
    const wording = new RecordWording(record, reader);
    const href = reader.href(catalogue.pagePath(record));
    return {
      id: record.id,
      href,
      title: wording.text(data.title, 'title'),
      lead: wording.text(data.lead, 'lead'),
      links: data.links.map((link, index) => ({
        label: wording.text(link.label, `links.${index}.label`),
        href: link.href.startsWith('#') ? href + link.href : reader.href(link.href),
      })),
    };
  });
}

function specialFeatures(catalogue: Catalogue): PublishedRecord[] {
  const order = (record: PublishedRecord) =>
    dataOf(specialFeatureKind, record).order ?? Number.MAX_SAFE_INTEGER;
  return catalogue.model.ofKind('feature').sort((a, b) => order(a) - order(b) || a.id.localeCompare(b.id));
}

/** Notices that hold now, urgent ones first. */
function noticesAt(catalogue: Catalogue, reader: Reader, now: Date): NoticeView[] {
  return catalogue.model
    .ofKind('notice')
    .filter((record) => {
      const { start, end } = dataOf(noticeKind, record);
      return Date.parse(start) <= now.getTime() && now.getTime() < Date.parse(end);
    })
    .map((record) => noticeView(record, catalogue, reader))
    .sort((a, b) => Number(b.urgent) - Number(a.urgent) || b.startsOn.localeCompare(a.startsOn));
}

/** Calls for entries that are open: a notice each, as long as they are. */
function openCallNotices(catalogue: Catalogue, reader: Reader, now: Date): NoticeView[] {
  return currentCalls(catalogue.model, reader, now)
    .filter(({ state }) => state === 'open')
    .map(({ id, title, path, opensAt }) => ({
      id,
      urgent: false,
      title,
      href: reader.href(path),
      startsOn: dayInTokyo(opensAt),
      sample: false,
    }));
}

function noticeView(record: PublishedRecord, catalogue: Catalogue, reader: Reader): NoticeView {
  const data = dataOf(noticeKind, record);
  const wording = new RecordWording(record, reader);
  const body = wording.optional(data.body, 'body');
  const path = linkPath(data.link, catalogue);
  return {
    id: record.id,
    // A sample shows how notices look; it alarms nobody.
    urgent: data.level === 'urgent' && !data.sample,
    title: wording.text(data.title, 'title'),
    ...(body && { body }),
    ...(path && { href: path.startsWith('/') ? reader.href(path) : path }),
    startsOn: data.start.slice(0, 10),
    sample: data.sample ?? false,
  };
}

function linkPath(link: Notice['link'], catalogue: Catalogue): string | undefined {
  if (link?.address) return link.address;
  if (link?.desk) return `/help/${link.desk}`;
  if (link?.page) return `/${link.page}`;
  const record = link?.record ? catalogue.model.get(link.record) : undefined;
  return record && catalogue.pagePath(record);
}
