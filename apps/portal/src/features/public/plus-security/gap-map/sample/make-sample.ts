/**
 * Makes the sample demand of content/demand-releases.yaml: answers of respondents that do not exist, drawn by chance
 * from a fixed beginning, and released as real ones are.
 *
 *   node make-sample.ts > content/demand-releases.yaml
 */
import { kakehashi } from '../../skills.ts';
import type { DemandAnswer } from '../demand/answer.ts';
import { domains } from '../demand/dimensions.ts';
import { releasesBefore } from '../demand/releases.ts';

let state = 20_261_130;
function chance(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}

/** One of some values by weight. */
function drawn<Value>(values: readonly Value[], weight: (value: Value, index: number) => number): Value {
  const weights = values.map(weight);
  let rest = chance() * weights.reduce((sum, each) => sum + each, 0);
  for (const [index, each] of weights.entries()) {
    rest -= each;
    if (rest < 0) return values[index]!;
  }
  return values.at(-1)!;
}

/** Rough shares of companies, so that the map looks like a country. */
const large: Readonly<Record<string, number>> = {
  '13': 30,
  '27': 16,
  '23': 12,
  '14': 9,
  '28': 7,
  '11': 7,
  '12': 6,
  '40': 7,
  '01': 6,
  '22': 5,
  '26': 4,
  '34': 4,
  '15': 3,
  '04': 3,
  '20': 3,
};
const months = ['2026-01', '2026-04', '2026-07', '2026-10'];
/** Respondents a month for each role; beginners and managers are asked for most. */
const asked: Readonly<Record<string, number>> = {
  'dx-manager': 230,
  'section-chief': 200,
  executive: 160,
  'it-all-rounder': 220,
  'general-affairs': 150,
  developer: 140,
  'plant-engineer': 110,
  procurement: 90,
};

const answers: DemandAnswer[] = [];
let respondents = 0;
for (const [at, month] of months.entries())
  for (const role of kakehashi.roles) {
    const count = Math.round((asked[role.id] ?? 50) * (0.7 + at * 0.15));
    // What the role needs most comes last in the framework.
    const skills = role.requires.map(({ item }) => item).reverse();
    for (let each = 0; each < count; each++) {
      const respondent = `sample-${respondents++}`;
      const prefecture = drawn(domains.prefecture, (code) => large[code] ?? 1.2);
      const industry = drawn(domains.industry, (_, index) => 14 - index);
      const size = drawn(domains.size, (_, index) => 5 - index);
      const wanted = new Set([0, 1, 2].map(() => drawn(skills, (_, index) => 1 / (1 + index))));
      for (const skill of wanted)
        answers.push({
          respondent,
          role: role.id,
          skill,
          prefecture,
          industry,
          size,
          people: 1 + Math.floor(chance() ** 3 * 12),
          month,
          source: 'sample',
        });
    }
  }

const lines = releasesBefore('2026-11', answers, domains).map(({ month, role, cells }) => {
  const written = cells.map(
    (cell) =>
      `      - ${JSON.stringify(cell)
        .replaceAll('"', "'")
        .replaceAll(/'(\w+)':/g, '$1: ')
        .replaceAll(',', ', ')}`,
  );
  return `  - id: sample-demand-${month}-${role}\n    month: '${month}'\n    role: ${role}\n    sample: true\n    cells:\n${written.join('\n')}`;
});
console.log(`# Sample demand: no respondent of it exists. Made by gap-map/sample/make-sample.ts from ${answers.length} answers drawn by
# chance; only what disclosure control lets through is here, as of real answers.
kind: demand-release
entered: 2026-11-30
confirmed: null
records:
${lines.join('\n')}`);
