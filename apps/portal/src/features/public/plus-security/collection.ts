import { defineCollection, sortByField, sorts } from '../../../platform/collections/collection.ts';
import type { Entry } from '../../../platform/collections/entry.ts';
import { region } from '../../../platform/collections/shared-facets.ts';
import {
  benefit,
  delivery,
  hoursOfDay,
  level,
  people,
  priceBand,
  situation,
  skill,
  start,
  support,
  taughtIn,
} from './facets.ts';
import { programmeKind } from './kinds/programme.ts';
import { plusSecurityPaths } from './paths.ts';
import { runsTable } from './runs/runs-table.ts';

/** Programmes that add security knowledge to other work, with their runs. */
export const programmes = defineCollection({
  name: 'programmes',
  path: plusSecurityPaths.programmes,
  label: { ja: '講座', en: 'programmes', one: 'programme' },
  kinds: [programmeKind],
  facets: [
    people,
    level,
    delivery,
    region,
    start,
    priceBand,
    benefit,
    hoursOfDay,
    situation,
    skill,
    support,
    taughtIn,
  ],
  sorts: [
    sorts.relevance,
    sortByField('soonest', 'nextStart', { ja: '開催日の早い順', en: 'Soonest start' }, 'ascending'),
    sortByField('price', 'price', { ja: '受講料の安い順', en: 'Lowest price' }, 'ascending'),
    sortByField('hours', 'hours', { ja: '時間の短い順', en: 'Fewest hours' }, 'ascending'),
    sorts.newest,
    sorts.title,
  ],
  tables: [runsTable],
  card: { kicker: level.name, facts: [people.name, delivery.name] },
  linkedData: (entry: Entry) => ({
    '@type': 'Course',
    provider: { '@type': 'Organization', name: entry.operator },
    teaches: entry.skills,
    educationalLevel: entry.level,
  }),
  words: {
    ja: {
      heading: 'プラス・セキュリティの｜講座《こうざ》',
      description:
        'セキュリティの専門家でない人が、仕事に必要なセキュリティの知識を足すための講座を、対象・日程・受講料で探します。',
      relaxed:
        'すべてのことばを｜含《ふく》む｜講座《こうざ》はありませんでした。｜一部《いちぶ》を｜含《ふく》むものを｜示《しめ》します。',
      emptyHeading: '｜合《あ》う｜講座《こうざ》が｜見《み》つかりませんでした',
      emptyLead: '｜条件《じょうけん》を1つ｜外《はず》すと、｜見《み》つかることがあります。',
      feed: '架け橋 — 新しく載った講座',
    },
    en: {
      heading: 'Plus-Security programmes',
      description:
        'Programmes that add the security knowledge their work asks for to people who are no specialists, by audience, date and price.',
      relaxed: 'No programme has all of your words. These have some of them.',
      emptyHeading: 'No programme fits',
      emptyLead: 'One condition fewer may help.',
      feed: 'Kakehashi — newly listed programmes',
    },
  },
});
