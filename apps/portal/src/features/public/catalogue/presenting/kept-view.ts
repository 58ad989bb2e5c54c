import { facetValues } from '../../../../platform/collections/facet.ts';
import { everything, longestQuery } from '../../../../platform/collections/query.ts';
import { writeDays } from '../../../../platform/i18n/dates.ts';
import { siteUrl } from '../../../../platform/i18n/site-url.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { cardOf, type Reader } from '../../../../ui/collections/card.ts';
import {
  type ComparisonRowView,
  comparisonRow,
  mostCompared,
} from '../../../../ui/collections/comparison.ts';
import { collectionText } from '../../../../ui/collections/messages.ts';
import { termWording } from '../../../../ui/collections/term-wording.ts';
import type { TextView } from '../../../../ui/collections/views.ts';
import type { Catalogue } from '../catalogue.ts';
import { keptPath, mostKept, readKept } from '../kept.ts';
import { catalogueText } from '../messages.ts';
import { cataloguePaths } from '../paths.ts';
import type { CompareView, KeptView } from '../views.ts';

/** Records offered to add for the words typed on the page. */
const mostFound = 8;

type SiteReader = Reader & { baseUrl: string };

/** The list that an address holds. */
export function keptView(params: URLSearchParams, catalogue: Catalogue, reader: SiteReader): KeptView {
  const records = readKept(params, catalogue);
  const ids = records.map(({ id }) => id);
  const q = (params.get('q') ?? '').trim().slice(0, longestQuery);
  const found = q ? catalogue.search.find({ ...everything, q }, { limit: mostFound, offset: 0 }).hits : [];
  const address = siteUrl(reader.baseUrl, keptPath(ids), reader.language);
  const { label } = catalogueText(reader);
  const mail = new URLSearchParams({ subject: label.kept.mailSubject, body: label.kept.mailBody(address) });
  return {
    ids,
    items: records.map((record) => ({
      card: cardOf(record, catalogue, reader),
      removeHref: reader.href(keptPath(ids.filter((id) => id !== record.id))),
    })),
    isFull: ids.length >= mostKept,
    wasCut: params.getAll('id').length > ids.length,
    q,
    found: catalogue
      .pick(found.map(({ id }) => id))
      .filter(({ id }) => !ids.includes(id))
      .map((record) => ({
        card: cardOf(record, catalogue, reader),
        addHref: reader.href(keptPath([...ids, record.id])),
      })),
    address,
    // A mail program reads a plus as a plus.
    mailHref: `mailto:?${mail.toString().replaceAll('+', '%20')}`,
    path: cataloguePaths.kept,
    comparePath: cataloguePaths.compare,
    mostCompared,
    searchHref: reader.href('/search'),
  };
}

/** Records side by side, row by row; undefined for fewer than two. */
export function compareView(
  params: URLSearchParams,
  catalogue: Catalogue,
  reader: SiteReader,
): CompareView | undefined {
  const all = readKept(params, catalogue);
  const records = all.slice(0, mostCompared);
  if (records.length < 2) return undefined;
  const cards = records.map((record) => cardOf(record, catalogue, reader));
  const ids = all.map(({ id }) => id);
  return {
    cards,
    rows: rowsOf(records, catalogue, reader).filter(({ cells }) => cells.some(({ length }) => length > 0)),
    keptHref: reader.href(keptPath(ids)),
    wasCut: all.length > records.length,
  };
}

function rowsOf(
  records: readonly PublishedRecord[],
  catalogue: Catalogue,
  reader: Reader,
): ComparisonRowView[] {
  const terms = termWording(catalogue.vocabulary(), reader);
  const { label } = catalogueText(reader);
  const plain = (text: string) => ({ text, language: reader.language });
  const row = (name: ComparisonRowView['label'], read: (record: PublishedRecord) => TextView[]) =>
    comparisonRow(name, records, read);
  const card = (record: PublishedRecord) => cardOf(record, catalogue, reader);
  const facets = catalogue.declaration.facets.map(({ name }) =>
    row(terms.facet(name), (record) =>
      terms
        .terms(name, facetValues(catalogue.kind(record), record, name, catalogue.now()))
        .map(({ label: text }) => text),
    ),
  );
  return [
    // Who does what is another by nature; to mark it would tell nothing.
    { ...row(plain(label.compare.summary), (record) => [card(record).summary]), differs: false },
    {
      ...row(plain(label.record.operator), (record) => [card(record).facts.operator ?? []].flat()),
      differs: false,
    },
    ...facets,
    row(plain(label.record.minutes), ({ data }) => {
      const { minutes } = data as { minutes?: number };
      return minutes ? [plain(label.record.aboutMinutes(minutes))] : [];
    }),
    row(plain(label.compare.days), (record) =>
      (card(record).facts.days ?? []).map((each) =>
        plain(`${each.label} ${writeDays(each.days, reader.language)}`),
      ),
    ),
    row(plain(label.record.lastConfirmed), ({ confirmedOn }) => [
      plain(confirmedOn ?? collectionText(reader).label.card.unconfirmed),
    ]),
  ];
}
