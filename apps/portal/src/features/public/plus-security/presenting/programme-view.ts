import type { OpenCollection } from '../../../../platform/collections/collections.ts';
import { facetValues } from '../../../../platform/collections/facet.ts';
import { everything, queryPath } from '../../../../platform/collections/query.ts';
import { dayInTokyo } from '../../../../platform/i18n/dates.ts';
import { siteUrl } from '../../../../platform/i18n/site-url.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { cardOf, type Reader } from '../../../../ui/collections/card.ts';
import { termWording } from '../../../../ui/collections/term-wording.ts';
import { contactView } from '../../../../ui/contact/contact-view.ts';
import { sitePaths } from '../../../../ui/shell/site-paths.ts';
import { RecordWording } from '../../../../ui/text/record-wording.ts';
import { hoursLabel, reachedSkills } from '../derived-programme.ts';
import { programmeKind } from '../kinds/programme.ts';
import { plusSecurityPaths } from '../paths.ts';
import { priceLabel, priceRange } from '../price.ts';
import { bookableRuns, currentRuns } from '../runs/run-times.ts';
import { structuredProgramme } from '../structured-data.ts';
import type { LinkedTerm, ProgrammeView } from '../views.ts';
import { benefitViews } from './benefit-view.ts';
import { runView } from './run-view.ts';

export interface PageReader extends Reader {
  baseUrl: string;
}

/** The page of a programme at a moment. */
export function programmeView(
  record: PublishedRecord,
  collection: OpenCollection,
  reader: PageReader,
  now: Date,
): ProgrammeView {
  const programme = dataOf(programmeKind, record);
  const { language } = reader;
  const wording = new RecordWording(record, reader);
  const terms = termWording(collection.vocabulary(), reader);
  const linked = (facet: string, values: readonly string[] = []): LinkedTerm[] =>
    values.map((value) => ({
      ...terms.term(facet, value),
      href: reader.href(queryPath({ ...everything, filters: { [facet]: [value] } }, collection.declaration)),
    }));
  const description = wording.html(programme.description, 'description');
  const bookable = bookableRuns(programme.runs, now);
  const range = priceRange(programme, bookable);
  const reached = reachedSkills(programme);
  const [first] = bookable;
  const { number, mail, form } = programme;
  const card = cardOf(record, collection, reader);
  const [level] = linked('level', [programme.level]);
  return {
    id: record.id,
    card,
    outcomes: wording.text(programme.outcomes, 'outcomes'),
    descriptionHtml: description.html,
    descriptionLanguage: description.language,
    officialUrl: programme.url,
    officialHost: new URL(programme.url).hostname,
    price: priceLabel(range)[language],
    hours: hoursLabel(programme.hours)[language],
    people: linked('people', programme.people),
    level: level as LinkedTerm,
    deliveries: terms.terms('delivery', programme.delivery),
    when: terms.terms('when', programme.when),
    regions: terms.terms('region', facetValues(programmeKind, record, 'region', now)),
    languages: terms.terms('language', programme.language),
    situations: linked('situation', programme.situations),
    support: terms.terms('support', programme.support),
    certificate: wording.optional(programme.certificate, 'certificate'),
    prerequisites: wording.optional(programme.prerequisites, 'prerequisites'),
    skills: [4, 3, 2, 1].flatMap((each) => {
      const ids = reached.filter((skill) => skill.level === each).map(({ id }) => id);
      return ids.length > 0 ? [{ level: each, terms: linked('skill', ids) }] : [];
    }),
    frameworkItems: programme.frameworkItems ?? [],
    runs: currentRuns(programme.runs, now).map((run) =>
      runView(run, record.id, programme, terms, reader, now),
    ),
    anyTime: programme.anyTime ?? false,
    bookable: bookable.length > 0 || (programme.anyTime ?? false),
    tellHref: reader.href(
      `${sitePaths.alerts}?${new URLSearchParams({ collection: collection.declaration.name, q: `「${programme.title.ja}」` })}`,
    ),
    compareHref: reader.href(plusSecurityPaths.comparison([record.id])),
    benefits: benefitViews(programme, range.from, first?.days[0] ?? dayInTokyo(now), reader),
    contact: number || mail || form ? contactView({ number, mail, form }, wording, '', now) : undefined,
    changedOn: dayInTokyo(record.updatedAt),
    structuredData: structuredProgramme(
      record.id,
      programme,
      { card, runs: bookable },
      siteUrl(reader.baseUrl, card.href),
    ),
    sample: programme.sample ?? false,
  };
}
