import { coverage, type Framework, gap, isRefusal } from '@kakehashi/skills';
import type { Answers, Place } from './answers.ts';
import { bookingOf, isFor, type Offer, type ProgrammeLevel, programmeLevels } from './offers.ts';
import type { SkillAt } from './questions.ts';
import { hourLimits } from './questions.ts';
import { answersAsking, type Lack, lacksOf, levelRank, type Wish } from './wishes.ts';

/** A programme in a plan, with what it adds for this person. */
interface PlannedOffer {
  readonly offer: Offer;
  /** What it newly teaches of what is lacking, most wanted first. */
  readonly adds: readonly SkillAt[];
}

interface PlanStep {
  readonly level: ProgrammeLevel;
  readonly programmes: readonly PlannedOffer[];
}

export interface LearningPlan {
  /** Share lacking, by weight, before and after the programmes: 0 to 1. */
  readonly before: number;
  readonly after: number;
  readonly lacks: readonly Lack[];
  /** Lower programme levels first. */
  readonly steps: readonly PlanStep[];
  readonly hours: number;
  /** What no programme of the plan fills to the level that is asked. */
  readonly left: readonly Lack[];
  /** Programmes that add something more, and did not find room in the hours or the number. */
  readonly more: readonly PlannedOffer[];
}

export interface PlanConditions {
  readonly role: string;
  readonly wishes: readonly Wish[];
  readonly held: readonly SkillAt[];
  readonly place: Place;
  /** Hours in all; undefined: as many as it takes. */
  readonly hours: number | undefined;
}

/** Most programmes of one plan: more at once nobody does. */
const mostProgrammes = 6;
/** Programmes compared for one person, the most useful ones: bounds the work whatever the market's size. */
const mostCompared = 200;

export function hoursOf(limit: Answers['hours']): number | undefined {
  return limit === hourLimits.at(-1) ? undefined : Number(limit);
}

/**
 * A plan for one person: the smallest set of programmes that fills most of what is lacking, of those that are for
 * such people, can be applied for now and from their place, and fit their hours. What every role asks weighs nothing
 * beside the rest, so it is covered on its own, as the ground; then comes what the answers ask for, then the rest.
 */
export function learningPlan(
  framework: Framework,
  offers: readonly Offer[],
  conditions: PlanConditions,
): LearningPlan {
  const { wishes, held, hours = Number.POSITIVE_INFINITY } = conditions;
  const { lacks, measured } = lacksOf(framework, wishes, held);
  const usable = mostUseful(framework, offersFor(framework, offers, conditions), lacks);
  const ground = lacks.filter(({ weight }) => weight === 0);
  const asked = lacks.filter((lack) => lack.weight > 0 && answersAsking(lack) > 0);
  const others = lacks.filter((lack) => lack.weight > 0 && answersAsking(lack) === 0);
  const [firstBasic, ...basics] = covering(framework, usable, ground, held);
  const candidates = [firstBasic ?? []].flat();
  for (const wanted of [asked, others]) {
    const reached = [...held, ...candidates.flatMap(({ skills }) => skills)];
    candidates.push(...covering(framework, usable, wanted, reached));
  }
  candidates.push(...basics);
  const { taken, aside } = withinLimits(new Set(candidates), hours);
  const ordered = inOrder(taken);
  const planned = addedBy(framework, ordered, lacks, held);
  const reached = [...held, ...planned.flatMap(({ offer }) => offer.skills)];
  const { lacks: left, measured: measuredAfter } = lacksOf(framework, wishes, reached);
  return {
    before: measured?.share ?? 0,
    after: measuredAfter?.share ?? 0,
    lacks,
    steps: stepsOf(planned),
    hours: planned.reduce((total, { offer }) => total + offer.hours, 0),
    left,
    more: addedBy(framework, inOrder(aside), left, reached).slice(0, mostProgrammes),
  };
}

/** Offers in their order as long as there is room; the rest aside. */
function withinLimits(offers: Iterable<Offer>, hours: number): { taken: Offer[]; aside: Offer[] } {
  const taken: Offer[] = [];
  const aside: Offer[] = [];
  let sum = 0;
  for (const offer of offers) {
    const fits = taken.length < mostProgrammes && sum + offer.hours <= hours;
    (fits ? taken : aside).push(offer);
    if (fits) sum += offer.hours;
  }
  return { taken, aside };
}

function offersFor(
  framework: Framework,
  offers: readonly Offer[],
  { role, place, hours = Number.POSITIVE_INFINITY }: PlanConditions,
): Offer[] {
  const group = framework.roles.find(({ id }) => id === role)?.group;
  return offers.filter(
    (offer) => offer.hours <= hours && isFor(offer, role, group) && bookingOf(offer, place) !== undefined,
  );
}

/** The offers that teach most of what is lacking. */
function mostUseful(framework: Framework, offers: readonly Offer[], lacks: readonly Lack[]): Offer[] {
  const wanted = new Map(lacks.map((lack) => [lack.id, lack]));
  return offers
    .map((offer) => ({
      offer,
      count: offer.skills.filter((skill) => isNews(framework, wanted.get(skill.id), skill)).length,
    }))
    .filter(({ count }) => count > 0)
    .sort(
      (one, other) =>
        other.count - one.count ||
        one.offer.hours - other.offer.hours ||
        (one.offer.id < other.offer.id ? -1 : 1),
    )
    .slice(0, mostCompared)
    .map(({ offer }) => offer);
}

/** Whether a skill at its level is more than what is held of it. */
function isNews(framework: Framework, lack: Lack | undefined, { level }: SkillAt): boolean {
  if (!lack) return false;
  const held = lack.held === undefined ? 0 : levelRank(framework, lack.held);
  return levelRank(framework, level) > held;
}

/**
 * The fewest offers that bring each lacking skill as far as any offer does, up to the level asked, the one that adds
 * most first.
 */
function covering(
  framework: Framework,
  offers: readonly Offer[],
  lacks: readonly Lack[],
  held: readonly SkillAt[],
): Offer[] {
  const goal = lacks.flatMap((lack): SkillAt[] => {
    const reached = offers
      .flatMap(({ skills }) => skills.filter(({ id }) => id === lack.id))
      .map(({ level }) => levelRank(framework, level));
    const best = Math.min(Math.max(0, ...reached), levelRank(framework, lack.level));
    const level = framework.levels[best - 1]?.id;
    return level === undefined ? [] : [{ id: lack.id, level }];
  });
  if (goal.length === 0) return [];
  const programmes = offers.map(({ id, skills, hours, price }) => ({ id, skills, hours, price }));
  const covered = coverage(programmes, goal, { framework, held });
  if (isRefusal(covered)) return [];
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  return covered.programmes.flatMap(({ id }) => byId.get(id) ?? []);
}

/** Lower programme levels first; within a level, in the order given. */
function inOrder(offers: readonly Offer[]): Offer[] {
  const rank = ({ level }: Offer) => programmeLevels.indexOf(level);
  return offers.toSorted((one, other) => rank(one) - rank(other));
}

/** What each offer newly adds to what the ones before it left lacking; those that add nothing are left out. */
function addedBy(
  framework: Framework,
  offers: readonly Offer[],
  lacks: readonly Lack[],
  held: readonly SkillAt[],
): PlannedOffer[] {
  const wanted = new Map(lacks.map((lack, index) => [lack.id, { lack, index }]));
  const reached = new Map<string, number>();
  const keep = ({ id, level }: SkillAt) =>
    reached.set(id, Math.max(reached.get(id) ?? 0, levelRank(framework, level)));
  for (const skill of held) keep(skill);
  return offers.flatMap((offer) => {
    const adds = offer.skills
      .filter((skill) => {
        const asked = wanted.get(skill.id)?.lack.level;
        if (asked === undefined) return false;
        const most = levelRank(framework, asked);
        return Math.min(levelRank(framework, skill.level), most) > Math.min(reached.get(skill.id) ?? 0, most);
      })
      .sort((one, other) => (wanted.get(one.id)?.index ?? 0) - (wanted.get(other.id)?.index ?? 0));
    for (const skill of offer.skills) keep(skill);
    return adds.length > 0 ? [{ offer, adds }] : [];
  });
}

function stepsOf(planned: readonly PlannedOffer[]): PlanStep[] {
  return programmeLevels.flatMap((level) => {
    const programmes = planned.filter(({ offer }) => offer.level === level);
    return programmes.length > 0 ? [{ level, programmes }] : [];
  });
}

/** The share of what is asked that is lacking. */
export function shareLacking(
  framework: Framework,
  held: readonly SkillAt[] | string,
  goal: readonly SkillAt[] | string,
): number {
  const measured = gap(framework, held, goal);
  return isRefusal(measured) ? 0 : measured.share;
}
