import { siteUrl } from '../../../../platform/i18n/site-url.ts';
import type { Reader } from '../../../../ui/collections/card.ts';
import type { CardView } from '../../../../ui/collections/views.ts';
import { type Answers, answerParameters } from '../advice/answers.ts';
import { isClosed } from '../advice/market.ts';
import { isFor, type ProgrammeLevel } from '../advice/offers.ts';
import { hoursOf, learningPlan } from '../advice/plan.ts';
import type { SkillAt } from '../advice/questions.ts';
import { heldOf, type Lack, type Reason, wishesOf } from '../advice/wishes.ts';
import { advicePaths } from '../advice-paths.ts';
import { FrameworkWords } from '../framework/framework-words.ts';
import { initiativesFor } from './initiatives.ts';
import { type PlannedView, plannedView, type SkillNames, type SkillView } from './planned-view.ts';
import type { AdviceSources } from './sources.ts';

/** Skills shown before the rest is folded. */
const mostShown = 8;

/** A skill to add, and why. */
export interface LackView extends SkillView {
  text: string;
  reasons: readonly Reason[];
  /** The level that is held already. */
  held: string | undefined;
}

interface StepView {
  level: ProgrammeLevel;
  programmes: PlannedView[];
}

/** A person's plan. */
export interface AdviceView {
  answers: Answers;
  role: string;
  roleText: string;
  roleHref: string;
  /** Percent of what the work asks that is lacking, before and after. */
  before: number;
  after: number;
  /** The most wanted, and the rest. */
  first: LackView[];
  others: LackView[];
  steps: StepView[];
  more: PlannedView[];
  hours: number;
  cost: { before: number; after: number };
  /** Programmes for such people that nobody can apply for now. */
  closed: number;
  /** What is learnt at work: no programme of the plan fills it. */
  left: (LackView & { atWork: string })[];
  initiatives: CardView[];
  address: string;
  editHref: string;
  sheetHref: string;
  teamHref: string;
  hasSamples: boolean;
  benefitChecked: { on: string; href: string | undefined } | undefined;
}

export function skillNames(names: FrameworkWords, reader: Reader): SkillNames {
  return ({ id, level }: SkillAt) => ({
    id,
    title: names.skill(id),
    level: names.level(level),
    href: reader.href(advicePaths.skill(id)),
  });
}

/** What somebody with these answers is to add, in which order, with what. */
export function adviceView(
  answers: Answers,
  sources: AdviceSources,
  reader: Reader & { baseUrl: string; today: string },
): AdviceView {
  const framework = sources.framework();
  const names = new FrameworkWords(framework, reader.language);
  const offers = sources.market.offers(framework, sources.now());
  const plan = learningPlan(framework, offers, {
    role: answers.work,
    wishes: wishesOf(framework, answers),
    held: heldOf(answers),
    place: answers.place,
    hours: hoursOf(answers.hours),
  });
  const name = skillNames(names, reader);
  const lackView = (lack: Lack): LackView => ({
    ...name(lack),
    text: names.skillText(lack.id),
    reasons: lack.reasons,
    held: lack.held === undefined ? undefined : names.level(lack.held),
  });
  const planned = ({ offer, adds }: (typeof plan.more)[number]) =>
    plannedView(offer, adds, sources, reader, name, { ...answers, today: reader.today }) ?? [];
  const steps = plan.steps.map(({ level, programmes }) => ({
    level,
    programmes: programmes.flatMap(planned),
  }));
  const all = steps.flatMap(({ programmes }) => programmes);
  const more = plan.more.flatMap(planned);
  const group = framework.roles.find(({ id }) => id === answers.work)?.group;
  const parameters = answerParameters(answers);
  const withBenefit = all.find(({ benefit }) => benefit)?.benefit;
  return {
    answers,
    role: names.role(answers.work),
    roleText: names.roleText(answers.work),
    roleHref: reader.href(advicePaths.role(answers.work)),
    before: percent(plan.before),
    after: percent(plan.after),
    first: plan.lacks.slice(0, mostShown).map(lackView),
    others: plan.lacks.slice(mostShown).map(lackView),
    steps,
    more,
    hours: plan.hours,
    cost: {
      before: all.reduce((sum, { before }) => sum + before, 0),
      after: all.reduce((sum, { after }) => sum + after, 0),
    },
    closed: offers.filter((offer) => isClosed(offer) && isFor(offer, answers.work, group)).length,
    left: plan.left.slice(0, mostShown).map((lack) => ({
      ...lackView(lack),
      atWork: names.atLevel(lack.id, lack.level) ?? names.skillText(lack.id),
    })),
    initiatives: initiativesFor(plan.left, names, sources, reader),
    address: siteUrl(reader.baseUrl, `${advicePaths.advice}?${parameters}`, reader.language),
    editHref: reader.href(`${advicePaths.advice}?${parameters}&edit=1`),
    sheetHref: reader.href(`${advicePaths.sheet}?${parameters}`),
    teamHref: reader.href(advicePaths.team),
    hasSamples: [...all, ...more].some(({ sample }) => sample),
    benefitChecked: withBenefit && { on: withBenefit.checkedOn, href: withBenefit.href },
  };
}

export function percent(share: number): number {
  return Math.round(share * 100);
}
