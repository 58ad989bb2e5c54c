import type { OpenCollection } from '../../../../platform/collections/collections.ts';
import { facetValues } from '../../../../platform/collections/facet.ts';
import { everything, longestQuery } from '../../../../platform/collections/query.ts';
import { dayInTokyo, writeDay } from '../../../../platform/i18n/dates.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { cardOf, type Reader } from '../../../../ui/collections/card.ts';
import {
  type ComparisonRowView,
  comparisonRow,
  mostCompared,
} from '../../../../ui/collections/comparison.ts';
import { type TermWording, termWording } from '../../../../ui/collections/term-wording.ts';
import type { TextView } from '../../../../ui/collections/views.ts';
import { RecordWording } from '../../../../ui/text/record-wording.ts';
import { hoursLabel, nextLabel, reachedSkills } from '../derived-programme.ts';
import { programmeKind } from '../kinds/programme.ts';
import type { Programme } from '../kinds/programme-schema.ts';
import { plusSecurityText } from '../messages.ts';
import { plusSecurityPaths } from '../paths.ts';
import { priceLabel, priceRange } from '../price.ts';
import { bookableRuns } from '../runs/run-times.ts';
import type { ComparisonView } from '../views.ts';
import { benefitViews } from './benefit-view.ts';

/** Programmes proposed to add. */
const mostProposed = 6;

interface Compared {
  record: PublishedRecord;
  programme: Programme;
}

/** Programmes that an address names, side by side, with others to add. */
export function comparisonView(
  params: URLSearchParams,
  collection: OpenCollection,
  reader: Reader,
  now: Date,
): ComparisonView {
  const named = [...new Set(params.getAll('id').slice(0, mostCompared * 4))];
  const all = collection.pick(named).filter(({ kind }) => kind === programmeKind.name);
  const records = all.slice(0, mostCompared);
  const ids = records.map(({ id }) => id);
  const compared = records.map((record) => ({ record, programme: dataOf(programmeKind, record) }));
  const q = (params.get('q') ?? '').trim().slice(0, longestQuery);
  const to = (others: readonly string[]) => reader.href(plusSecurityPaths.comparison(others));
  const rows = rowsOf(compared, collection, reader, now);
  return {
    cards: records.map((record) => ({
      ...cardOf(record, collection, reader),
      removeHref: to(ids.filter((id) => id !== record.id)),
    })),
    rows: rows.filter(({ cells }) => cells.some(({ length }) => length > 0)),
    wasCut: all.length > records.length,
    isFull: records.length >= mostCompared,
    most: mostCompared,
    ids,
    q,
    proposed: proposals(compared, q, collection)
      .slice(0, mostProposed)
      .map((record) => ({ card: cardOf(record, collection, reader), addHref: to([...ids, record.id]) })),
  };
}

/** What the words find; without words what teaches the same, those with the most in common first. */
function proposals(compared: readonly Compared[], q: string, collection: OpenCollection): PublishedRecord[] {
  const isNew = ({ id }: PublishedRecord) => !compared.some(({ record }) => record.id === id);
  const found = (query: typeof everything) =>
    collection
      .pick(collection.search.find(query, { limit: 60, offset: 0 }).hits.map(({ id }) => id))
      .filter(isNew);
  if (q !== '') return found({ ...everything, q });
  const skills = new Set(compared.flatMap(({ programme }) => reachedSkills(programme).map(({ id }) => id)));
  if (skills.size === 0) return found({ ...everything, sort: 'soonest' });
  const shared = (record: PublishedRecord) =>
    reachedSkills(dataOf(programmeKind, record)).filter(({ id }) => skills.has(id)).length;
  const similar = found({ ...everything, filters: { skill: [...skills] } });
  return similar
    .map((record) => ({ record, count: shared(record) }))
    .sort((one, other) => other.count - one.count)
    .map(({ record }) => record);
}

function rowsOf(
  compared: readonly Compared[],
  collection: OpenCollection,
  reader: Reader,
  now: Date,
): ComparisonRowView[] {
  const { language } = reader;
  const { label } = plusSecurityText(reader);
  const terms = termWording(collection.vocabulary(), reader);
  const plain = (text: string): TextView => ({ text, language });
  const row = (name: string, read: (one: Compared) => TextView[]) =>
    comparisonRow(plain(name), compared, read);
  const facet = (name: string, facetName: string) =>
    row(name, ({ record }) =>
      termTexts(terms, facetName, facetValues(programmeKind, record, facetName, now)),
    );
  const open = ({ programme }: Compared) => bookableRuns(programme.runs, now);
  const own = (name: string, field: 'certificate' | 'prerequisites') =>
    row(name, ({ record, programme }) => {
      const text = new RecordWording(record, reader).optional(programme[field], field);
      return text ? [text] : [];
    });
  const { facts } = label;
  return [
    // What it is for differs by nature; to mark it would tell nothing.
    {
      ...row(label.outcomes, ({ record, programme }) => [
        new RecordWording(record, reader).text(programme.outcomes, 'outcomes'),
      ]),
      differs: false,
    },
    row(facts.price, (one) => [plain(priceLabel(priceRange(one.programme, open(one)))[language])]),
    row(facts.hours, ({ programme }) => [plain(hoursLabel(programme.hours)[language])]),
    row(facts.next, (one) => [plain(nextLabel(one.programme, open(one))[language])]),
    facet(facts.people, 'people'),
    facet(facts.level, 'level'),
    facet(facts.delivery, 'delivery'),
    facet(facts.when, 'when'),
    facet(facts.region, 'region'),
    row(facts.benefit, (one) => {
      const [first] = open(one);
      const { from } = priceRange(one.programme, open(one));
      const startsOn = first?.days[0] ?? dayInTokyo(now);
      return benefitViews(one.programme, from, startsOn).map(({ kind, paid }) =>
        plain(
          paid === null
            ? label.benefit.kinds[kind]
            : label.benefit.compared(
                label.benefit.kinds[kind],
                paid.toLocaleString('en'),
                writeDay(startsOn, language),
              ),
        ),
      );
    }),
    ...([4, 3, 2, 1] as const).map((level) =>
      row(label.skills.levelRow(label.skills.levels[level - 1] ?? ''), ({ programme }) =>
        termTexts(
          terms,
          'skill',
          reachedSkills(programme).flatMap((skill) => (skill.level === level ? [skill.id] : [])),
        ),
      ),
    ),
    own(facts.certificate, 'certificate'),
    own(facts.prerequisites, 'prerequisites'),
    facet(facts.support, 'support'),
    facet(facts.language, 'language'),
    {
      ...row(facts.provider, ({ record, programme }) => [
        new RecordWording(record, reader).text(programme.provider, 'provider'),
      ]),
      differs: false,
    },
  ];
}

function termTexts(terms: TermWording, facet: string, values: readonly string[]): TextView[] {
  return terms.terms(facet, values).map(({ label }) => label);
}
