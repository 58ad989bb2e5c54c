import { everything } from '../../../../platform/collections/query.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { cardOf, type Reader } from '../../../../ui/collections/card.ts';
import { RecordWording } from '../../../../ui/text/record-wording.ts';
import type { Catalogue } from '../catalogue.ts';
import { type Desk, deskKind } from '../kinds/desk.ts';
import type { HelpView, SituationLinkView, SituationView, TelephoneView } from '../views.ts';

/** Consultation desks shown below the situations. */
const mostDesks = 20;

export function situationLinks(catalogue: Catalogue, reader: Reader): SituationLinkView[] {
  const record = catalogue.model.only('desk');
  if (!record) return [];
  const wording = new RecordWording(record, reader);
  return dataOf(deskKind, record).situations.map((situation, index) => ({
    id: situation.id,
    title: wording.text(situation.title, `situations.${index}.title`),
    href: reader.href(`/help/${situation.id}`),
  }));
}

/** The situations that a query speaks of, the nearest first. */
export function situationsFor(q: string, catalogue: Catalogue, reader: Reader): SituationLinkView[] {
  const ids = catalogue.situations(q);
  if (ids.length === 0) return [];
  const links = situationLinks(catalogue, reader);
  return ids.flatMap((id) => links.find((link) => link.id === id) ?? []);
}

/** 被害に遭ったら; undefined while nothing of it is published. */
export function helpView(catalogue: Catalogue, reader: Reader): HelpView | undefined {
  const record = catalogue.model.only('desk');
  if (!record) return undefined;
  const data = dataOf(deskKind, record);
  const wording = new RecordWording(record, reader);
  const note = wording.optional(data.note, 'note');
  const desks = catalogue.search.find(
    { ...everything, filters: { category: ['consultation-desk', 'reporting'] }, sort: 'title' },
    { limit: mostDesks, offset: 0 },
  );
  return {
    title: wording.text(data.title, 'title'),
    lead: wording.text(data.lead, 'lead'),
    ...(note && { note }),
    emergency: wording.text(data.emergency, 'emergency'),
    numbers: telephones(
      record,
      reader,
      data.numbers.map(({ id }) => id),
    ),
    situations: situationLinks(catalogue, reader),
    desks: catalogue
      .pick(mostNamedFirst(desks.hits, data.situations))
      .map((desk) => cardOf(desk, catalogue, reader)),
  };
}

/** Desks that help in many situations come before those for specialists; equal ones stay as they are. */
function mostNamedFirst(desks: readonly { id: string }[], situations: Desk['situations']): string[] {
  const naming = ({ id }: { id: string }) => situations.filter(({ desks }) => desks.includes(id)).length;
  return desks.toSorted((a, b) => naming(b) - naming(a)).map(({ id }) => id);
}

/** Ids of the situations that have a page. */
export function situationIds(catalogue: Catalogue): string[] {
  const record = catalogue.model.only('desk');
  return record ? dataOf(deskKind, record).situations.map(({ id }) => id) : [];
}

export function situationView(id: string, catalogue: Catalogue, reader: Reader): SituationView | undefined {
  const record = catalogue.model.only('desk');
  const data = record && dataOf(deskKind, record);
  const index = data?.situations.findIndex((situation) => situation.id === id) ?? -1;
  const situation = data?.situations[index];
  if (!record || !data || !situation) return undefined;
  const wording = new RecordWording(record, reader);
  const path = `situations.${index}`;
  const note = wording.optional(situation.note ?? data.note, situation.note ? `${path}.note` : 'note');
  return {
    id,
    title: wording.text(situation.title, `${path}.title`),
    first: situation.first.map((step, number) => wording.text(step, `${path}.first.${number}`)),
    desks: catalogue.pick(situation.desks).map((desk) => cardOf(desk, catalogue, reader)),
    numbers: telephones(record, reader, situation.numbers),
    ...(note && { note }),
    emergency: wording.text(data.emergency, 'emergency'),
    others: situationLinks(catalogue, reader).filter((other) => other.id !== id),
  };
}

function telephones(record: PublishedRecord, reader: Reader, ids: readonly string[]): TelephoneView[] {
  const { numbers } = dataOf(deskKind, record);
  const wording = new RecordWording(record, reader);
  return numbers.flatMap((telephone, index) =>
    ids.includes(telephone.id)
      ? [
          {
            number: telephone.number,
            href: `tel:${telephone.number.replace(/-/g, '')}`,
            label: wording.text(telephone.label, `numbers.${index}.label`),
            when: wording.text(telephone.when, `numbers.${index}.when`),
          },
        ]
      : [],
  );
}
