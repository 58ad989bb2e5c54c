/**
 * Processor time for all gaps of 1,000 roles of 120 statements, routes of up to four steps on NICE and on such roles,
 * and the coverage of a role by 5,000 programmes; beside a plain peer that does the same with sets of strings, without
 * an index, bounds or a heap. No package was found that computes any of it.
 */
import { allGaps, coverage, type Framework, loadFramework, routes } from '../packages/skills/src/index.ts';
import { greedyWithSets, routesWithSets, shareWithSets, weightsOf } from './peers/skills-with-sets.ts';

function milliseconds(work: () => unknown): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** Median and 95th percentile. */
function spread(times: number[]): string {
  const sorted = times.sort((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(1);
  return `median ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} ms`;
}

/** The same numbers each time. */
let seed = 20_261_130;
function random(below: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}

const ROLES = 1000;
const STATEMENTS = 120;
const POOL = 6000;
const FAMILIES = 40;

/** Roles in families that share most of their statements, some statements that nearly all have, and some of anywhere. */
function syntheticFramework(nice: Framework): Framework {
  const roles = Array.from({ length: ROLES }, (_, role) => {
    const family = role % FAMILIES;
    const items = new Set<number>();
    while (items.size < STATEMENTS) {
      const kind = random(100);
      if (kind < 8) items.add(random(60));
      else if (kind < 75) items.add(60 + ((family * 140 + random(220)) % (POOL - 60)));
      else items.add(random(POOL));
    }
    return { id: `r${role}`, title: {}, requires: [...items].map((item) => ({ item: `i${item}` })) };
  });
  const items = Array.from({ length: POOL }, (_, item) => ({ id: `i${item}`, kind: 'skill' as const }));
  return { ...nice, id: 'synthetic', groups: [], mappings: [], items, roles };
}

const nice = await loadFramework('nice');
const synthetic = syntheticFramework(nice);
const setsOf = ({ roles }: Framework) =>
  new Map(roles.map(({ id, requires }) => [id, new Set(requires.map(({ item }) => item))]));

// All pairs.
const rolesAsSets = setsOf(synthetic);
const cold = milliseconds(() => allGaps(synthetic));
const warm = milliseconds(() => allGaps({ ...synthetic }));
const sample = [...rolesAsSets.keys()].slice(0, 20);
const weights = weightsOf(rolesAsSets);
const plain =
  milliseconds(() => {
    for (const from of sample) {
      for (const to of rolesAsSets.keys())
        shareWithSets(rolesAsSets.get(from)!, rolesAsSets.get(to)!, weights);
    }
  }) *
  (ROLES / sample.length);
console.log(
  `all gaps of ${ROLES} roles × ${STATEMENTS} statements, index included: ${cold.toFixed(0)} ms, again ${warm.toFixed(0)} ms; with sets ${plain.toFixed(0)} ms (from ${sample.length} rows)`,
);

// Routes.
function routeTimes(
  framework: Framework,
  pairs: readonly (readonly [string, string])[],
  maxGapPerStep: number,
): void {
  let found = 0;
  let complete = 0;
  const times = pairs.map(([from, to]) =>
    milliseconds(() => {
      const answer = routes(framework, from, to, { maxGapPerStep });
      if ('error' in answer) throw new Error(answer.error.message.en);
      if (answer.routes.length > 0) found++;
      if (answer.complete) complete++;
    }),
  );
  console.log(
    `routes of up to 4 steps on ${framework.id}, limit ${maxGapPerStep}: ${spread(times)}; ${found} of ${pairs.length} pairs have one, ${complete} searched to the end`,
  );
}
const nicePairs = nice.roles.flatMap(({ id: from }) =>
  nice.roles.filter(({ id }) => id !== from).map(({ id: to }) => [from, to] as const),
);
const somePairs = Array.from({ length: 300 }, () => [`r${random(ROLES)}`, `r${random(ROLES)}`] as const);
routes(nice, 'DD-WRL-001', 'OG-WRL-001', { maxGapPerStep: 0.8 });
for (const limit of [0.8, 0.85, 0.9]) routeTimes(nice, nicePairs, limit);
const niceSets = setsOf(nice);
const plainTimes = nicePairs
  .filter((_, at) => at % 37 === 0)
  .map(([from, to]) => milliseconds(() => routesWithSets(niceSets, from, to, 0.8, 4)));
console.log(
  `  with sets on NICE, limit 0.8, first route only, ${plainTimes.length} pairs: ${spread(plainTimes)}`,
);
for (const limit of [0.8, 0.85, 0.9]) routeTimes(synthetic, somePairs, limit);

// Coverage.
const [goal] = nice.roles;
const programmes = Array.from({ length: 5000 }, (_, at) => ({
  id: `p${at}`,
  items: Array.from({ length: 8 + random(30) }, () => nice.items[random(nice.items.length)]!.id),
  hours: 1 + random(60),
}));
const rounds = Array.from({ length: 9 }, () =>
  milliseconds(() => coverage(programmes, goal!.id, { framework: nice })),
);
const covered = coverage(programmes, goal!.id, { framework: nice });
if ('error' in covered) throw new Error(covered.error.message.en);
const niceWeights = weightsOf(niceSets);
const asSets = programmes.map(({ items }) => new Set(items));
let plainCount = 0;
const plainCover = milliseconds(() => {
  plainCount = greedyWithSets(asSets, niceSets.get(goal!.id)!, niceWeights).length;
});
console.log(
  `coverage of a role by 5,000 programmes: first ${rounds[0]!.toFixed(0)} ms, ${spread(rounds.slice(1))}; ${covered.programmes.length} programmes, no fewer than ${covered.atLeast}; greedy with sets ${plainCover.toFixed(0)} ms, ${plainCount} programmes`,
);
const forty = programmes.slice(0, 40);
const exact = Array.from({ length: 9 }, () =>
  milliseconds(() => coverage(forty, goal!.id, { framework: nice })),
);
console.log(`coverage by 40 programmes, exact: ${spread(exact)}`);
