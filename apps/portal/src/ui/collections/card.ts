import type { OpenCollection } from '../../platform/collections/collections.ts';
import { facetValues } from '../../platform/collections/facet.ts';
import type { LocalisedText, Reading } from '../../platform/i18n/language.ts';
import { derivedOf } from '../../platform/publishing/derived.ts';
import type { Kind } from '../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../platform/publishing/published-record.ts';
import type { Vocabulary } from '../../platform/vocabulary/vocabulary.ts';
import type { LinkTargets } from '../../platform/web/link-targets.ts';
import { RecordWording } from '../text/record-wording.ts';
import { termWording, wordingOf } from './term-wording.ts';
import type { CardView, TextView } from './views.ts';

/** The reader's settings, and how URLs are written for them. */
export interface Reader extends Reading {
  /** Pages of other capabilities, those that are there. */
  linkTargets?: Partial<LinkTargets>;
  href(path: string): string;
}

type Card = Omit<CardView, 'href'>;

/** Rendered cards by reader settings, with the moment at which time alone makes them another. */
type DrawnCards = Map<string, { card: Card; vocabulary: Vocabulary; until: Date | undefined }>;

/** Cards by collection, record and reader settings. A published record is immutable; a change replaces it. */
const cards = new WeakMap<OpenCollection['declaration'], WeakMap<PublishedRecord, DrawnCards>>();

/** The value that says that nothing is known. */
const unknownValue = 'unknown';

/** A record as a list card, from the declarations of its kind and collection. */
export function cardOf(record: PublishedRecord, collection: OpenCollection, reader: Reader): CardView {
  const vocabulary = collection.vocabulary();
  const reading = wordingOf(reader);
  const own = cards.get(collection.declaration) ?? new WeakMap<PublishedRecord, DrawnCards>();
  const drawn = own.get(record) ?? (new Map() as DrawnCards);
  let known = drawn.get(reading);
  const at = collection.now();
  if (!known || known.vocabulary !== vocabulary || (known.until && known.until <= at)) {
    const until = derivedOf(collection.kind(record), record, at)?.until;
    known = { card: drawCard(record, collection, reader, at), vocabulary, until };
    cards.set(collection.declaration, own.set(record, drawn.set(reading, known)));
  }
  return { ...known.card, href: reader.href(collection.pagePath(record)) };
}

function drawCard(record: PublishedRecord, collection: OpenCollection, reader: Reader, at: Date): Card {
  const kind = collection.kind(record);
  const { kicker, facts } = collection.declaration.card;
  const wording = new RecordWording(record, reader);
  const terms = termWording(collection.vocabulary(), reader);
  const termsOf = (facet: string) => terms.terms(facet, facetValues(kind, record, facet, at));
  const text = (field: string | undefined): TextView | undefined =>
    field ? wording.optional(dataOf(record)[field] as LocalisedText | undefined, field) : undefined;
  const [above] = kicker ? termsOf(kicker) : [];
  const operator = text(kind.card?.operator);
  return {
    id: record.id,
    kind: record.kind,
    title: text(kind.card?.title) ?? { text: record.id, language: 'ja' },
    summary: text(kind.card?.summary) ?? { text: '', language: reader.language },
    facts: {
      kicker: above?.label ?? nameOf(kind, reader),
      ...(operator && { operator }),
      terms: facts
        .map((facet) => termsOf(facet).filter(({ value }) => value !== unknownValue))
        .filter(({ length }) => length > 0),
      days: daysOf(kind, record, reader),
      derived: (derivedOf(kind, record, at)?.facts ?? []).map((fact) => fact[reader.language]),
      confirmedOn: record.confirmedOn,
      enteredOn: record.enteredOn,
    },
  };
}

function dataOf(record: PublishedRecord): Record<string, unknown> {
  return record.data as Record<string, unknown>;
}

function daysOf(kind: Kind, record: PublishedRecord, { language }: Reader) {
  return kind.fields.flatMap(({ name, marking }) => {
    const value = dataOf(record)[name] as string | readonly string[] | undefined;
    if (!marking.ends || value === undefined) return [];
    return [{ label: marking.label[language], days: [value].flat().toSorted() }];
  });
}

function nameOf(kind: Kind, reader: Reader): TextView {
  return { text: kind.label[reader.language], language: reader.language };
}
