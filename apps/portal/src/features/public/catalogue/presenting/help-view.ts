import { everything } from '../../../../platform/collections/query.ts';
import { dayInTokyo } from '../../../../platform/i18n/dates.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { cardOf, type Reader } from '../../../../ui/collections/card.ts';
import type { TextView } from '../../../../ui/collections/views.ts';
import { contactView } from '../../../../ui/contact/contact-view.ts';
import { sitePaths } from '../../../../ui/shell/site-paths.ts';
import { RecordWording } from '../../../../ui/text/record-wording.ts';
import type { Catalogue } from '../catalogue.ts';
import { emergencyNumber, type HelpDesk, helpDeskKind } from '../kinds/help-desk.ts';
import type {
  EmergencyView,
  HelperView,
  HelpView,
  SituationGroupView,
  SituationLinkView,
  SituationView,
} from '../views.ts';

/** Consultation desks shown below the situations. */
const maxDesks = 20;
/** Other situations shown below one. */
const maxOthers = 6;

/** For whom, and when: what is open now depends on it. */
export interface HelpReader {
  reader: Reader;
  now: Date;
  /** Whether the reader confirms contacts. */
  isEditor: boolean;
}

export function situationLinks(catalogue: Catalogue, reader: Reader): SituationLinkView[] {
  const record = catalogue.model.only('desk');
  if (!record) return [];
  const wording = new RecordWording(record, reader);
  return dataOf(helpDeskKind, record).situations.map((situation, index) => ({
    id: situation.id,
    title: wording.text(situation.title, `situations.${index}.title`),
    href: reader.href(`/help/${situation.id}`),
  }));
}

function helpPages(catalogue: Catalogue, reader: Reader): string[] {
  return [reader.href(sitePaths.help), ...situationLinks(catalogue, reader).map(({ href }) => href)];
}

/** 被害に遭ったら; undefined while nothing of it is published. */
export function helpView(catalogue: Catalogue, how: HelpReader): HelpView | undefined {
  const record = catalogue.model.only('desk');
  if (!record) return undefined;
  const { reader } = how;
  const data = dataOf(helpDeskKind, record);
  const wording = new RecordWording(record, reader);
  const note = wording.optional(data.note, 'note');
  const desks = catalogue.search.find(
    { ...everything, filters: { category: ['consultation-desk'] }, sort: 'title' },
    { limit: maxDesks, offset: 0 },
  );
  const helpers = data.numbers.map(({ id }) => id).filter((id) => id !== emergencyNumber);
  return {
    title: wording.text(data.title, 'title'),
    lead: wording.text(data.lead, 'lead'),
    ...(note && { note }),
    emergency: emergencyView(record, how),
    helpers: helpersOf(record, how, helpers),
    groups: situationGroups(record, catalogue, reader),
    pages: helpPages(catalogue, reader),
    desks: catalogue
      .pick(mostNamedFirst(desks.hits, data.situations))
      .map((desk) => cardOf(desk, catalogue, reader)),
  };
}

/** What a frightened person may recognise, one of each group: the way from elsewhere to all of them. */
export function firstOfEachGroup(catalogue: Catalogue, reader: Reader): SituationLinkView[] {
  const record = catalogue.model.only('desk');
  if (!record) return [];
  return situationGroups(record, catalogue, reader).flatMap(({ situations }) => situations.slice(0, 1));
}

/** The situations by their groups; those that stand in none come last. */
function situationGroups(
  record: PublishedRecord,
  catalogue: Catalogue,
  reader: Reader,
): SituationGroupView[] {
  const { groups = [], situations } = dataOf(helpDeskKind, record);
  const wording = new RecordWording(record, reader);
  const links = situationLinks(catalogue, reader);
  const within = (isIn: (group: string | undefined) => boolean) =>
    links.filter((_, index) => isIn(situations[index]?.group));
  const known = new Set(groups.map(({ id }) => id));
  return [
    ...groups.map(({ id, title }, index) => ({
      id,
      title: wording.text(title, `groups.${index}.title`),
      situations: within((group) => group === id),
    })),
    { id: 'others', situations: within((group) => !group || !known.has(group)) },
  ].filter((group) => group.situations.length > 0);
}

/** Desks that help in many situations come before those for specialists; equal ones stay as they are. */
function mostNamedFirst(desks: readonly { id: string }[], situations: HelpDesk['situations']): string[] {
  const naming = ({ id }: { id: string }) => situations.filter(({ desks }) => desks.includes(id)).length;
  return desks.toSorted((a, b) => naming(b) - naming(a)).map(({ id }) => id);
}

/** Ids of the situations that have a page. */
export function situationIds(catalogue: Catalogue): string[] {
  const record = catalogue.model.only('desk');
  return record ? dataOf(helpDeskKind, record).situations.map(({ id }) => id) : [];
}

export function situationView(id: string, catalogue: Catalogue, how: HelpReader): SituationView | undefined {
  const record = catalogue.model.only('desk');
  const data = record && dataOf(helpDeskKind, record);
  const index = data?.situations.findIndex((situation) => situation.id === id) ?? -1;
  const situation = data?.situations[index];
  if (!record || !data || !situation) return undefined;
  const { reader } = how;
  const wording = new RecordWording(record, reader);
  const path = `situations.${index}`;
  const list = (name: 'first' | 'never' | 'keep' | 'next'): TextView[] =>
    (situation[name] ?? []).map((text, number) => wording.text(text, `${path}.${name}.${number}`));
  const lead = wording.optional(situation.lead, `${path}.lead`);
  const note = wording.optional(situation.note ?? data.note, situation.note ? `${path}.note` : 'note');
  return {
    id,
    title: wording.text(situation.title, `${path}.title`),
    ...(lead && { lead }),
    first: list('first'),
    never: list('never'),
    keep: list('keep'),
    next: list('next'),
    helpers: helpersOf(
      record,
      how,
      situation.numbers.filter((number) => number !== emergencyNumber),
    ),
    ...(situation.numbers.includes(emergencyNumber) && { emergency: emergencyView(record, how) }),
    desks: catalogue.pick(situation.desks).map((desk) => cardOf(desk, catalogue, reader)),
    ...(note && { note }),
    updatedOn: dayInTokyo(record.updatedAt),
    pages: helpPages(catalogue, reader),
    others: nearestFirst(data.situations, index)
      .slice(0, maxOthers)
      .flatMap((other) => situationLinks(catalogue, reader).find((link) => link.id === other) ?? []),
  };
}

/** Ids of the others: those of the same group first, then in their order. */
function nearestFirst(situations: HelpDesk['situations'], index: number): string[] {
  const own = situations[index]?.group;
  return situations
    .filter((_, other) => other !== index)
    .toSorted((a, b) => Number(b.group === own) - Number(a.group === own))
    .map(({ id }) => id);
}

export function emergencyView(record: PublishedRecord, how: HelpReader): EmergencyView {
  const { emergency } = dataOf(helpDeskKind, record);
  const [telephone] = helpersOf(record, how, [emergencyNumber]);
  return {
    text: new RecordWording(record, how.reader).text(emergency, 'emergency'),
    ...(telephone && { telephone }),
  };
}

/** @param ids  of numbers, in the order in which they are shown */
function helpersOf(
  record: PublishedRecord,
  { reader, now, isEditor }: HelpReader,
  ids: readonly string[],
): HelperView[] {
  const { numbers } = dataOf(helpDeskKind, record);
  const wording = new RecordWording(record, reader);
  return ids.flatMap((id) => {
    const index = numbers.findIndex((number) => number.id === id);
    const number = numbers[index];
    if (!number) return [];
    const { source, readOn } = number;
    const path = `numbers.${index}`;
    return {
      label: wording.text(number.label, `${path}.label`),
      when: wording.text(number.when, `${path}.when`),
      contact: contactView(number, wording, path, now),
      ...(isEditor &&
        !number.confirmedOn && { unconfirmed: { ...(source && { source }), ...(readOn && { readOn }) } }),
    };
  });
}
