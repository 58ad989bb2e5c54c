import type { LocalisedText, Reading } from '../../../../platform/i18n/language.ts';
import type { Kind } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import type { Vocabulary } from '../../../../platform/vocabulary/vocabulary.ts';
import type { Catalogue } from '../catalogue.ts';
import type { CardView, TermView, TextView } from '../views.ts';
import { RecordWording, termWording, wordingOf } from '../wording.ts';

/** Who reads: their wishes, and how addresses are written for them. */
export interface Reader extends Reading {
  href(path: string): string;
}

type Card = Omit<CardView, 'href'>;

/** Cards by record, then by way of reading: a published record never changes, another takes its place. */
const cards = new WeakMap<PublishedRecord, Map<string, { card: Card; vocabulary: Vocabulary }>>();

/** A record as a card of a list, from what its kind declares. */
export function cardOf(record: PublishedRecord, catalogue: Catalogue, reader: Reader): CardView {
  const vocabulary = catalogue.vocabulary();
  const reading = wordingOf(reader);
  const drawn = cards.get(record) ?? new Map<string, { card: Card; vocabulary: Vocabulary }>();
  let known = drawn.get(reading);
  if (known?.vocabulary !== vocabulary) {
    known = { card: drawCard(record, catalogue, reader), vocabulary };
    cards.set(record, drawn.set(reading, known));
  }
  return { ...known.card, href: reader.href(catalogue.pagePath(record)) };
}

function drawCard(record: PublishedRecord, catalogue: Catalogue, reader: Reader): Card {
  const kind = catalogue.kind(record);
  const wording = new RecordWording(record, reader);
  const terms = termWording(catalogue.vocabulary(), reader);
  const facet = (name: string) => facetValues(kind, record, name);
  const text = (field: string | undefined): TextView | undefined =>
    field ? wording.optional(dataOf(record)[field] as LocalisedText | undefined, field) : undefined;
  const [category] = terms.terms('category', facet('category'));
  const [cost] = terms.terms('cost', facet('cost'));
  const operator = text(kind.card?.operator);
  return {
    id: record.id,
    kind: record.kind,
    title: text(kind.card?.title) ?? { text: record.id, language: 'ja' },
    summary: text(kind.card?.summary) ?? { text: '', language: reader.language },
    facts: {
      category: category?.label ?? nameOf(kind, reader),
      ...(operator && { operator }),
      affiliations: terms.terms('affiliation', facet('affiliation')),
      ages: terms.terms('age', facet('age')),
      ...(isKnown(cost) && { cost }),
      confirmedOn: record.confirmedOn,
      enteredOn: record.enteredOn,
    },
  };
}

/** The values a record carries for a facet, whether its field holds one or several. */
export function facetValues(kind: Kind, record: PublishedRecord, facet: string): string[] {
  const field = kind.facetFields.get(facet);
  const value = field && dataOf(record)[field];
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function dataOf(record: PublishedRecord): Record<string, unknown> {
  return record.data as Record<string, unknown>;
}

function isKnown(cost: TermView | undefined): cost is TermView {
  return cost !== undefined && cost.value !== 'unknown';
}

function nameOf(kind: Kind, reader: Reader): TextView {
  return { text: kind.label[reader.language], language: reader.language };
}
