/**
 * Calculations in a second of one core's time, with eligibility, deadlines, documents and the whole trace, against
 * the same amounts worked out by a plain function without any of it. No other npm package computes
 * these benefits, so the plain function is the yardstick.
 */
import { type BenefitCase, calculate } from '../packages/benefits/src/index.ts';

const practical = { kind: 'practical', start: '2024-10-01' } as const;
const earned = { wageUpPercent: 5, insuredYears: 5, firstTime: true } as const;

const cases: readonly (readonly [string, BenefitCase])[] = [
  [
    '一般, one fee',
    { kind: 'general', start: '2024-10-01', fees: [300_000], insuredYears: 5, firstTime: true },
  ],
  [
    '特定一般, qualified and employed',
    {
      kind: 'specified',
      start: '2024-10-01',
      fees: [300_000],
      completedOn: '2025-03-31',
      qualifiedOn: '2025-06-01',
      employedOn: '2025-05-01',
      ...earned,
    },
  ],
  [
    '専門実践, 4 half-years',
    { ...practical, fees: [500_000, 500_000, 500_000, 500_000], insuredYears: 5, firstTime: true },
  ],
  [
    '専門実践, 6 half-years, both top-ups',
    {
      ...practical,
      fees: Array(6).fill(900_000),
      qualifiedOn: '2027-10-15',
      employedOn: '2027-11-01',
      ...earned,
    },
  ],
];

function plainTotal(course: BenefitCase): number {
  if (!('fees' in course)) return 0;
  if (course.kind !== 'practical') {
    const topUp = course.kind === 'specified' && course.employedOn !== undefined;
    const [rate, ceiling] = course.kind === 'general' ? [20, 100_000] : topUp ? [50, 250_000] : [40, 200_000];
    const share = Math.floor((course.fees.reduce((sum, fee) => sum + fee, 0) * rate) / 100);
    return share <= 4_000 ? 0 : Math.min(share, ceiling);
  }
  const [rate, ceiling] = course.employedOn === undefined ? [50, 400_000] : [80, 640_000];
  let total = 0;
  for (let index = 0; index < course.fees.length; index += 2) {
    let year = 0;
    for (const fee of course.fees.slice(index, index + 2)) {
      const share = Math.floor((fee * rate) / 100);
      if (share > 4_000) year += share;
    }
    total += Math.min(year, ceiling);
  }
  return total;
}

const ROUNDS = 7;
const COUNT = 60_000;
/** The plain function is too quick for the clock at that. */
const PLAIN_COUNT = 3_000_000;

/**
 * Median of several rounds. The process's own time on the processor is counted, garbage collection and
 * all, so that other programs on the machine take nothing from the figure.
 */
function perSecond(
  chosen: readonly BenefitCase[],
  count: number,
  work: (described: BenefitCase) => number,
): number {
  const rates: number[] = [];
  let sink = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const begun = process.cpuUsage();
    for (let index = 0; index < count; index++) {
      const described = chosen[index % chosen.length];
      if (described !== undefined) sink += work(described);
    }
    const { user, system } = process.cpuUsage(begun);
    rates.push((count / (user + system)) * 1_000_000);
  }
  if (sink < 0) throw new Error('amounts are never negative');
  rates.sort((a, b) => a - b);
  return rates[Math.floor(ROUNDS / 2)] ?? 0;
}

function print(name: string, chosen: readonly BenefitCase[]): void {
  const traced = perSecond(chosen, COUNT, (described) => calculate(described).total);
  const plain = perSecond(chosen, PLAIN_COUNT, plainTotal);
  console.log(
    `${name.padEnd(40)} ${Math.round(traced).toLocaleString('en-US').padStart(12)} /s   ` +
      `plain function, amount only: ${Math.round(plain / traced)} times as many`,
  );
}

for (const [name, described] of cases) {
  const [total, plain] = [calculate(described).total, plainTotal(described)];
  if (total !== plain) throw new Error(`${name}: ${total} and ${plain} yen differ`);
}
print(
  'the four cases in turn',
  cases.map(([, described]) => described),
);
for (const [name, described] of cases) print(name, [described]);
