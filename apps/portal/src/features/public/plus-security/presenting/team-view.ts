import type { Label } from '../../../../platform/i18n/localised.ts';
import type { Reader } from '../../../../ui/collections/card.ts';
import type { Place } from '../advice/answers.ts';
import { learningPlan } from '../advice/plan.ts';
import { wishesOf } from '../advice/wishes.ts';
import { FrameworkWords } from '../framework/framework-words.ts';
import type { Quarter } from '../team/quarters.ts';
import {
  type Assignment,
  type ScheduleLimits,
  scheduleOf,
  sumOf,
  type UnplacedReason,
} from '../team/schedule.ts';
import type { Member } from '../team/team-table.ts';
import { percent, skillNames } from './advice-view.ts';
import { type PlannedView, plannedView } from './planned-view.ts';
import type { AdviceSources } from './sources.ts';

export interface TeamConditions {
  quarters: readonly Quarter[];
  /** Yen; undefined: no limit. */
  budget: number | undefined;
  hoursPerQuarter: number;
  place: Place;
}

interface AssignmentView {
  name: string;
  planned: PlannedView;
}

export interface QuarterView {
  id: string;
  label: string;
  assignments: AssignmentView[];
  people: number;
  hours: number;
  price: number;
  after: number;
}

export interface TeamPlanView {
  quarters: QuarterView[];
  total: { people: number; hours: number; price: number; after: number; count: number };
  budgetLeft: number | undefined;
  unplaced: { name: string; title: string; hours: number; reason: UnplacedReason }[];
  members: { name: string; role: string; before: number; after: number }[];
  nobody: string[];
  unread: { name: string; what: string }[];
  hasSamples: boolean;
}

/** A team's plan: for each person the programmes that fit, laid out by quarter. */
export function teamPlanView(
  members: readonly Member[],
  { quarters, budget, hoursPerQuarter, place }: TeamConditions,
  sources: AdviceSources,
  reader: Reader & { today: string },
): TeamPlanView {
  const framework = sources.framework();
  const names = new FrameworkWords(framework, reader.language);
  const offers = sources.market
    .offers(framework, sources.now())
    .filter(({ hours }) => hours <= hoursPerQuarter);
  // People who do the same and can do the same get the same plan: it is worked out once.
  const plans = new Map<string, ReturnType<typeof learningPlan>>();
  const planFor = ({ role, held }: Member) => {
    const key = JSON.stringify([role, held]);
    const known = plans.get(key);
    if (known) return known;
    const plan = learningPlan(framework, offers, {
      role,
      wishes: wishesOf(framework, { work: role, decide: [], touch: [] }),
      held,
      place,
      hours: hoursPerQuarter * quarters.length,
    });
    plans.set(key, plan);
    return plan;
  };
  const limits: ScheduleLimits = { quarters, budget, hoursPerQuarter, place, today: reader.today };
  const wanted = members.map((member, person) => ({
    person,
    offers: planFor(member).steps.flatMap(({ programmes }) => programmes.map(({ offer }) => offer)),
  }));
  const { assignments, unplaced } = scheduleOf(wanted, limits);
  const nameOf = (person: number) => members[person]?.name ?? '';
  const name = skillNames(names, reader);
  const view = ({ person, offer, run }: Assignment): AssignmentView[] => {
    const member = members[person];
    const planned = member && planFor(member).steps.flatMap(({ programmes }) => programmes);
    const adds = planned?.find((each) => each.offer === offer)?.adds ?? [];
    const shown = plannedView(offer, adds, sources, reader, name, {
      place,
      insured: 'unknown',
      today: reader.today,
      run,
    });
    return shown ? [{ name: nameOf(person), planned: shown }] : [];
  };
  const shown = quarters.map(({ id, label }, index): QuarterView => {
    const own = assignments.filter(({ quarter }) => quarter === index);
    const views = own.flatMap(view);
    return {
      id,
      label: (label as Label)[reader.language],
      assignments: views,
      people: new Set(own.map(({ person }) => person)).size,
      ...sumOf(own),
      after: views.reduce((sum, { planned }) => sum + planned.after, 0),
    };
  });
  const total = sumOf(assignments);
  return {
    quarters: shown,
    total: {
      ...total,
      people: new Set(assignments.map(({ person }) => person)).size,
      after: shown.reduce((sum, { after }) => sum + after, 0),
      count: assignments.length,
    },
    budgetLeft: budget === undefined ? undefined : budget - total.price,
    unplaced: unplaced.map(({ person, offer, reason }) => ({
      name: nameOf(person),
      title: titleOf(offer.id, sources, reader),
      hours: offer.hours,
      reason,
    })),
    members: members.map((member) => {
      const { before, after } = planFor(member);
      return {
        name: member.name,
        role: names.role(member.role),
        before: percent(before),
        after: percent(after),
      };
    }),
    nobody: wanted.flatMap(({ person, offers: own }) => (own.length === 0 ? [nameOf(person)] : [])),
    unread: members.flatMap(({ name: member, unread }) => unread.map((what) => ({ name: member, what }))),
    hasSamples: shown.some(({ assignments: own }) => own.some(({ planned }) => planned.sample)),
  };
}

function titleOf(id: string, { model }: AdviceSources, { language }: Reader): string {
  const title = (model.get(id)?.data as { title?: { ja: string; en?: string } } | undefined)?.title;
  return (language === 'en' ? title?.en : undefined) ?? title?.ja ?? id;
}
