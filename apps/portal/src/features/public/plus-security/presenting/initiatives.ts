import { cardOf, type Reader } from '../../../../ui/collections/card.ts';
import type { CardView } from '../../../../ui/collections/views.ts';
import { answersAsking, type Lack } from '../advice/wishes.ts';
import type { FrameworkWords } from '../framework/framework-words.ts';
import type { AdviceSources } from './sources.ts';

/** Words by which the catalogue is searched for what trains the skills of an area. */
const areaWords: Readonly<Record<string, string>> = {
  governance: '経営',
  risk: 'リスク',
  law: '法律',
  daily: '基本',
  people: '研修',
  procurement: '取引先',
  development: '開発',
  operations: '情報システム',
  monitoring: '監視',
  incidents: '演習',
  vulnerabilities: '脆弱性',
  audit: '診断',
};
const mostAreas = 3;
const mostOfArea = 2;
/** Purposes of initiatives from which one learns. */
const purposes = ['train', 'know'];

/** Initiatives of the catalogue that train what no programme of a plan does: those of the areas that lack most. */
export function initiativesFor(
  left: readonly Lack[],
  names: FrameworkWords,
  { everything, model }: AdviceSources,
  reader: Reader,
): CardView[] {
  const areas = new Map<string, number>();
  for (const lack of left) {
    const area = names.groupOf(lack.id);
    if (area) areas.set(area, (areas.get(area) ?? 0) + 1 + 3 * answersAsking(lack));
  }
  const heaviest = [...areas].sort(([, one], [, other]) => other - one).slice(0, mostAreas);
  const found = heaviest.flatMap(([area]) => {
    const query = {
      q: areaWords[area] ?? '',
      filters: { purpose: purposes },
      kinds: [],
      sort: 'relevance',
      exact: false,
    };
    return everything.search.find(query, { limit: mostOfArea, offset: 0 }).hits.map(({ id }) => id);
  });
  return [...new Set(found)].flatMap((id) => {
    const record = model.get(id);
    return record ? [cardOf(record, everything, reader)] : [];
  });
}
