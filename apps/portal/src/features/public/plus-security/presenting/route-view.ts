import { isRefusal, routes as routesBetween } from '@kakehashi/skills';
import { dayInTokyo } from '../../../../platform/i18n/dates.ts';
import { siteUrl } from '../../../../platform/i18n/site-url.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { cardOf, type Reader } from '../../../../ui/collections/card.ts';
import { termWording } from '../../../../ui/collections/term-wording.ts';
import type { CardView, TermView, TextView } from '../../../../ui/collections/views.ts';
import { RecordWording } from '../../../../ui/text/record-wording.ts';
import { bookingOf, type Offer } from '../advice/offers.ts';
import { learningPlan, shareLacking } from '../advice/plan.ts';
import type { SkillAt } from '../advice/questions.ts';
import type { Wish } from '../advice/wishes.ts';
import { advicePaths } from '../advice-paths.ts';
import { people } from '../facets.ts';
import { FrameworkWords } from '../framework/framework-words.ts';
import { learningRouteKind } from '../kinds/learning-route.ts';
import { structuredRoute } from '../structured-data.ts';
import { percent, skillNames } from './advice-view.ts';
import { type PlannedView, plannedView, type SkillView } from './planned-view.ts';
import type { AdviceSources } from './sources.ts';

export interface RouteStepView {
  title: TextView;
  bodyHtml: string;
  bodyLanguage: 'ja' | 'en';
  skills: SkillView[];
  /** What one does with each skill at the level, where no programme teaches it. */
  atWork: { title: string; text: string }[];
  programmes: PlannedView[];
  hours: number;
  /** Percent of the role that is lacking after the step. */
  after: number;
}

/** A way that the package worked out. */
interface FigureView {
  roles: { title: string; share: number }[];
  hours: number;
}

export interface LearningRouteView {
  title: TextView;
  summary: TextView;
  introHtml: string;
  introLanguage: 'ja' | 'en';
  people: TermView[];
  role: { title: string; href: string };
  from: { title: string; href: string } | undefined;
  /** Percent lacking at the start. */
  before: number;
  steps: RouteStepView[];
  figures: FigureView[];
  figureLimit: number;
  adviceHref: string;
  updatedOn: string;
  /** schema.org description. */
  structuredData: unknown;
  sample: boolean;
}

/** The most that one step of a calculated way may lack. */
const mostGapPerStep = 0.7;

/** The editors' words of a route, with what the package and the current programmes say of each step. */
export function learningRouteView(
  record: PublishedRecord,
  sources: AdviceSources,
  reader: Reader & { today: string; baseUrl: string },
): LearningRouteView {
  const route = dataOf(learningRouteKind, record);
  const framework = sources.framework();
  const names = new FrameworkWords(framework, reader.language);
  const wording = new RecordWording(record, reader);
  const offers = sources.market.offers(framework, sources.now());
  const name = skillNames(names, reader);
  const highest = framework.levels.at(-1)?.id ?? '';
  const from = framework.roles.find(({ id }) => id === route.from);
  const start: SkillAt[] = (from?.requires ?? []).map(({ item, level = highest }) => ({ id: item, level }));
  let held = start;
  const steps = route.steps.map((step, index): RouteStepView => {
    const goal = step.skills.map((id) => ({ id, level: step.level }));
    const wishes = goal.map((skill): Wish => ({ ...skill, reasons: [{ type: 'work' }] }));
    const plan = learningPlan(framework, offers, {
      role: route.role,
      wishes,
      held,
      place: 'any',
      hours: undefined,
    });
    held = [...held, ...goal];
    const planned = plan.steps.flatMap(({ programmes }) => programmes);
    const body = wording.html(step.body, `steps.${index}.body`);
    return {
      title: wording.text(step.title, `steps.${index}.title`),
      bodyHtml: body.html,
      bodyLanguage: body.language,
      skills: goal.map(name),
      atWork: plan.left.map(({ id, level }) => ({
        title: names.skill(id),
        text: names.atLevel(id, level) ?? names.skillText(id),
      })),
      programmes: planned.flatMap(
        ({ offer, adds }) =>
          plannedView(offer, adds, sources, reader, name, {
            place: 'any',
            insured: 'unknown',
            today: reader.today,
          }) ?? [],
      ),
      hours: plan.hours,
      after: percent(shareLacking(framework, held, route.role)),
    };
  });
  const intro = wording.html(route.intro, 'intro');
  const named = (id: string) => ({ title: names.role(id), href: reader.href(advicePaths.role(id)) });
  const view = {
    title: wording.text(route.title, 'title'),
    summary: wording.text(route.summary, 'summary'),
    introHtml: intro.html,
    introLanguage: intro.language,
    people: termWording(sources.programmes.vocabulary(), reader).terms('people', route.people),
    role: named(route.role),
    from: from && named(from.id),
    before: percent(shareLacking(framework, start, route.role)),
    steps,
    figures: figuresOf(start, route.role, offers, sources, names, reader),
    figureLimit: percent(mostGapPerStep),
    adviceHref: reader.href(`${advicePaths.advice}?work=${route.role}&edit=1`),
    updatedOn: dayInTokyo(record.updatedAt),
    sample: route.sample ?? false,
  };
  const address = siteUrl(reader.baseUrl, reader.href(advicePaths.route(record.id)));
  return { ...view, structuredData: structuredRoute(view, address) };
}

/** Most programmes that routes are worked out from: bounds the work of a page. */
const mostCompared = 1_000;

function figuresOf(
  from: readonly SkillAt[],
  to: string,
  offers: readonly Offer[],
  sources: AdviceSources,
  names: FrameworkWords,
  { today }: { today: string },
): FigureView[] {
  const programmes = offers.slice(0, mostCompared).flatMap((offer) => {
    const booking = bookingOf(offer, 'any');
    if (!booking) return [];
    const { run, price } = booking;
    const { id, skills, hours } = offer;
    return [{ id, skills, hours, price, ...(run && { starts: run.starts, ends: run.ends }) }];
  });
  const found = routesBetween(sources.framework(), from, to, {
    programmes,
    maxGapPerStep: mostGapPerStep,
    limit: 2,
    start: today,
  });
  if (isRefusal(found)) return [];
  return found.routes.map(({ steps, hours }) => ({
    roles: steps.map(({ kind, role, share }) => ({
      title: kind === 'study' || role === null ? '' : names.role(role),
      share: percent(share),
    })),
    hours,
  }));
}

/** Every published route as a card, in the order of the people that it is for. */
export function routeCards({ model, everything }: AdviceSources, reader: Reader): CardView[] {
  const order = Object.keys(people.values ?? {});
  const place = (record: PublishedRecord) =>
    Math.min(...dataOf(learningRouteKind, record).people.map((value) => order.indexOf(value)));
  return model
    .ofKind(learningRouteKind.name)
    .sort((one, other) => place(one) - place(other))
    .map((record) => cardOf(record, everything, reader));
}
