import { type CollectionQuery, everything } from '../../../../platform/collections/query.ts';
import { dayInTokyo } from '../../../../platform/i18n/dates.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { cardOf, type Reader } from '../../../../ui/collections/card.ts';
import { RecordWording } from '../../../../ui/text/record-wording.ts';
import type { Catalogue } from '../catalogue.ts';
import { facetNames } from '../collection.ts';
import { type SavedSearch, type SpecialFeatureBlock, specialFeatureKind } from '../kinds/special-feature.ts';
import { searchPath } from '../search-path.ts';
import type { SpecialFeatureBlockView, SpecialFeatureView } from '../views.ts';

/** Records that a saved search shows before it links to the rest, where its editor says nothing else. */
const searchedCount = 6;

export function specialFeatureView(
  record: PublishedRecord,
  catalogue: Catalogue,
  reader: Reader,
): SpecialFeatureView {
  const data = dataOf(specialFeatureKind, record);
  const wording = new RecordWording(record, reader);
  const tagline = wording.optional(data.tagline, 'tagline');
  return {
    id: record.id,
    title: wording.text(data.title, 'title'),
    ...(tagline && { tagline }),
    lead: wording.text(data.lead, 'lead'),
    blocks: data.blocks.map((block, index) =>
      blockView(block, `blocks.${index}`, wording, catalogue, reader),
    ),
    updatedOn: dayInTokyo(record.updatedAt),
  };
}

function blockView(
  block: SpecialFeatureBlock,
  path: string,
  wording: RecordWording,
  catalogue: Catalogue,
  reader: Reader,
): SpecialFeatureBlockView {
  const { id } = block;
  const cards = (ids: readonly string[]) =>
    catalogue.pick(ids).map((record) => cardOf(record, catalogue, reader));
  if (block.type === 'text') {
    const heading = wording.optional(block.heading, `${path}.heading`);
    return { type: 'text', id, ...(heading && { heading }), ...wording.html(block.body, `${path}.body`) };
  }
  const heading = wording.text(block.heading, `${path}.heading`);
  if (block.type === 'timeline') {
    const items = block.items.map((item, index) => {
      const body = wording.optional(item.body, `${path}.items.${index}.body`);
      return {
        date: item.date,
        title: wording.text(item.title, `${path}.items.${index}.title`),
        ...(body && { body }),
        ...(item.url !== undefined && { url: item.url }),
      };
    });
    return { type: 'timeline', id, heading, items };
  }
  if (block.type === 'notice') {
    const body = block.body && wording.html(block.body, `${path}.body`);
    return { type: 'notice', id, level: block.level, heading, ...(body && { body }) };
  }
  if (block.type === 'steps') {
    const note = wording.optional(block.note, `${path}.note`);
    const items = block.items.map((item, index) => ({
      title: wording.text(item.title, `${path}.items.${index}.title`),
      body: wording.text(item.body, `${path}.items.${index}.body`),
    }));
    return { type: 'steps', id, heading, ...(note && { note }), items };
  }
  const lead = wording.optional(block.lead, `${path}.lead`);
  if (block.type === 'search') {
    const query = savedQuery(block.query);
    // The feature itself is found too; one more is asked for so that its place is filled.
    const maxRecords = block.most ?? searchedCount;
    const { hits } = catalogue.search.find(query, { limit: maxRecords + 1, offset: 0 });
    const others = hits
      .map((hit) => hit.id)
      .filter((found) => found !== wording.id)
      .slice(0, maxRecords);
    const moreHref = reader.href(searchPath(query));
    return {
      type: 'records',
      id,
      heading,
      ...(lead && { lead }),
      cards: cards(others),
      moreHref,
    };
  }
  return { type: block.type, id, heading, ...(lead && { lead }), cards: cards(block.ids) };
}

/** The search that a special feature saves. */
export function savedQuery({ q, ...values }: SavedSearch): CollectionQuery {
  const filters = Object.fromEntries(
    facetNames.flatMap((facet) => {
      const saved = (values as Partial<Record<string, readonly string[]>>)[facet];
      return saved ? [[facet, saved]] : [];
    }),
  );
  return { ...everything, q: q ?? '', filters };
}
