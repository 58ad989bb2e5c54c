import { everything } from '../../../../platform/collections/query.ts';
import { dayInTokyo } from '../../../../platform/i18n/dates.ts';
import { siteUrl } from '../../../../platform/i18n/site-url.ts';
import { type Picture, pictureFileOf, picturePathOf } from '../../../../platform/pictures/picture.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { nextPeriod, readYearlyPeriod } from '../../../../platform/publishing/yearly-period.ts';
import { cardOf, type Reader } from '../../../../ui/collections/card.ts';
import { termWording } from '../../../../ui/collections/term-wording.ts';
import { contactView } from '../../../../ui/contact/contact-view.ts';
import { RecordWording } from '../../../../ui/text/record-wording.ts';
import type { Catalogue } from '../catalogue.ts';
import type { FacetName } from '../collection.ts';
import { initiativeKind } from '../kinds/initiative.ts';
import { calendarFilePath } from '../paths.ts';
import { searchPath } from '../search-path.ts';
import { structuredInitiative } from '../structured-data.ts';
import type { AxisLink, PictureView, RecordView } from '../views.ts';
import { similarTo } from './similar.ts';

export interface PageReader extends Reader {
  baseUrl: string;
}

/** Dates of change and the labels of what changed; fields that no reader knows by a name are left out. */
function changesOf(record: PublishedRecord, catalogue: Catalogue, { language }: Reader) {
  const { fields } = catalogue.kind(record);
  return record.changes.flatMap(({ on, fields: changed }) => {
    const labels = fields
      .filter(({ name }) => changed.includes(name))
      .map(({ marking }) => marking.label[language]);
    return labels.length > 0 ? [{ on, fields: labels }] : [];
  });
}

/** The page of an initiative. */
export function recordView(
  record: PublishedRecord,
  catalogue: Catalogue,
  reader: PageReader,
  now: Date,
): RecordView {
  const data = dataOf(initiativeKind, record);
  const wording = new RecordWording(record, reader);
  const terms = termWording(catalogue.vocabulary(), reader);
  const doors = (facet: FacetName, values: readonly string[]): AxisLink[] =>
    values.map((value) => ({
      ...terms.term(facet, value),
      href: reader.href(searchPath({ ...everything, filters: { [facet]: [value] } })),
    }));
  const description = wording.html(data.description, 'description');
  const note = wording.optional(data.note, 'note');
  const { telephone: number, hoursNote, mail, form } = data;
  const contact =
    number || mail || form
      ? contactView({ number, hoursNote, mail, form }, wording, '', new Date(record.updatedAt))
      : undefined;
  const hasEvents = catalogue.events().some((event) => event.record === record.id);
  const period = data.everyYear && readYearlyPeriod(data.everyYear);
  const picture = data.picture && pictureView(record, data.picture, wording);
  const card = cardOf(record, catalogue, reader);
  const affiliations = doors('affiliation', data.affiliations);
  return {
    id: record.id,
    path: catalogue.pagePath(record),
    card,
    descriptionHtml: description.html,
    descriptionLanguage: description.language,
    join: wording.text(data.join, 'join'),
    ...(note && { note }),
    status: data.status,
    officialUrl: data.url,
    officialHost: new URL(data.url).hostname,
    addressSeen: data.addressSeen,
    purposes: doors('purpose', data.purposes),
    ages: doors('age', data.ages ?? []),
    affiliations,
    regions: terms.terms('region', data.regions),
    formats: terms.terms('format', data.format),
    cost: terms.term('cost', data.cost),
    grades: doors('grade', data.grades ?? []),
    subjects: doors('subject', data.subjects ?? []),
    ...(data.copying && { copying: terms.term('copying', data.copying) }),
    ...(data.minutes && { minutes: data.minutes }),
    pageLanguages: terms.terms('page-language', data.pageLanguages),
    ...(period && { everyYear: nextPeriod(period, dayInTokyo(now)) }),
    publishedOn: dayInTokyo(record.publishedAt),
    changedOn: dayInTokyo(record.updatedAt),
    changes: changesOf(record, catalogue, reader),
    ...(hasEvents && { calendarHref: reader.href(calendarFilePath(record.id)) }),
    withoutEasy: reader.easy && reader.language === 'ja' && !data.description.easy,
    ...(data.heldOn && { heldOn: data.heldOn }),
    ...(data.applyBy && { applyBy: data.applyBy }),
    ...(contact && { contact }),
    ...(picture && { picture }),
    similar: similarTo(record, catalogue).map((other) => cardOf(other, catalogue, reader)),
    structuredData: structuredInitiative(
      record,
      data,
      {
        card,
        affiliations,
        ...(picture && { picture: { ...picture, src: siteUrl(reader.baseUrl, picture.src) } }),
      },
      { url: siteUrl(reader.baseUrl, card.href), baseUrl: reader.baseUrl },
    ),
    sample: data.sample ?? false,
  };
}

function pictureView(
  record: PublishedRecord,
  { file, alt, credit }: Picture,
  wording: RecordWording,
): PictureView | undefined {
  const size = pictureFileOf(file);
  if (!size) return undefined;
  const { width, height } = size;
  return {
    src: picturePathOf(record, file),
    width,
    height,
    alt: wording.text(alt, 'picture.alt'),
    ...(credit && { credit }),
  };
}
