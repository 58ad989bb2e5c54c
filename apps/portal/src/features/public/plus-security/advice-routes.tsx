import { html } from 'hono/html';
import type { CollectionQuery } from '../../../platform/collections/query.ts';
import type { AboveResults } from '../../../platform/feature.ts';
import type { Platform } from '../../../platform/platform.ts';
import { attachmentNamed } from '../../../platform/web/attachment.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import { type PageRoutes, sendPage } from '../../../platform/web/page-routes.ts';
import { rateLimit, type TooOften } from '../../../platform/web/rate-limit.ts';
import { ErrorPage } from '../../../ui/status-pages/error.tsx';
import { readAnswers } from './advice/answers.ts';
import { Market } from './advice/market.ts';
import { adviceText } from './advice-messages.ts';
import { advicePaths } from './advice-paths.ts';
import { programmes } from './collection.ts';
import { CurrentFramework } from './framework/current-framework.ts';
import { FrameworkWords } from './framework/framework-words.ts';
import { learningRouteKind } from './kinds/learning-route.ts';
import { AdvicePlanPage } from './pages/advice-plan.tsx';
import { AdviceQuestionsPage } from './pages/advice-questions.tsx';
import { AdviceSheetPage } from './pages/advice-sheet.tsx';
import { Entrance } from './pages/entrance.tsx';
import { LearningRoutePage, LearningRoutesPage } from './pages/learning-routes.tsx';
import { RolePage, RolesPage, SkillPage, SkillsPage } from './pages/roles.tsx';
import { type TeamFormValues, type TeamFormView, TeamPage } from './pages/team.tsx';
import { TeamPlanPage } from './pages/team-plan.tsx';
import { adviceView } from './presenting/advice-view.ts';
import { rolesView, roleView, skillPageView, skillsView } from './presenting/browse-view.ts';
import { prefectureOptions, questionsView } from './presenting/question-view.ts';
import { learningRouteView, routeCards } from './presenting/route-view.ts';
import type { AdviceSources } from './presenting/sources.ts';
import { teamPlanView } from './presenting/team-view.ts';
import { aboveProgrammes } from './routes.tsx';
import { emptyTeamForm, firstQuarters, readTeamForm, sentTeamForm } from './team/team-form.ts';
import { teamWorkbook } from './team/workbook.ts';

const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function adviceSources(platform: Platform): AdviceSources {
  const { model, collections, log } = platform;
  const framework = new CurrentFramework(model, (faults) =>
    log.error({ faults }, 'the documents of the skill framework make no framework together'),
  );
  return {
    framework: () => framework.get(),
    market: new Market(model),
    model,
    programmes: collections.get(programmes),
    everything: collections.whole,
    now: () => platform.now(),
  };
}

/** What somebody needs: advice from five questions, team plans, learning routes, roles and skills. */
export function advicePages(routes: PageRoutes, sources: AdviceSources, platform: Platform): void {
  limitWork(routes, platform);
  personPages(routes, sources);
  teamPages(routes, sources);
  routes.shared(advicePaths.routes, (_, ctx) => (
    <LearningRoutesPage ctx={ctx} cards={routeCards(sources, ctx)} />
  ));
  routes.shared(advicePaths.route(':id'), (c, ctx) => {
    const record = sources.model.get(c.req.param('id') ?? '');
    return record?.kind === learningRouteKind.name ? (
      <LearningRoutePage ctx={ctx} view={learningRouteView(record, sources, ctx)} />
    ) : undefined;
  });
  routes.shared(advicePaths.roles, (_, ctx) => <RolesPage ctx={ctx} view={rolesView(sources, ctx)} />);
  routes.shared(advicePaths.role(':id'), (c, ctx) => {
    const view = roleView(c.req.param('id') ?? '', sources, ctx);
    return view && <RolePage ctx={ctx} view={view} />;
  });
  routes.shared(advicePaths.skills, (_, ctx) => <SkillsPage ctx={ctx} view={skillsView(sources, ctx)} />);
  routes.shared(advicePaths.skill(':id'), async (c, ctx) => {
    const view = await skillPageView(c.req.param('id') ?? '', sources, ctx);
    return view && <SkillPage ctx={ctx} view={view} />;
  });
}

/** Team plans of one client in a minute: each is thirty plans. */
const mostTeamPlans = 20;

/** Every plan is computed anew for who asks, so that a client may ask for so many in a minute. */
function limitWork(routes: PageRoutes, platform: Platform): void {
  const tooOften: TooOften = (c, retryAfter) =>
    sendPage(c, {
      page: <ErrorPage ctx={routes.context(c)} view={{ status: 429, retryAfter }} />,
      status: 429,
    });
  const plans = rateLimit(platform, tooOften);
  routes.guard(advicePaths.advice, plans);
  routes.guard(advicePaths.sheet, plans);
  const teams = rateLimit(platform, tooOften, mostTeamPlans);
  routes.guard(advicePaths.team, (c, next) => (c.req.method === 'POST' ? teams(c, next) : next()));
}

/** Computed from the address: it is neither cached nor stored, and only the route is logged. */
function personPages(routes: PageRoutes, sources: AdviceSources): void {
  const read = (ctx: PageContext) => {
    const params = new URLSearchParams(ctx.queryString);
    const roles = sources.framework().roles.map(({ id }) => id);
    return { answers: readAnswers(params, roles), isEdited: params.has('edit'), isSent: params.has('hours') };
  };
  routes.get(advicePaths.advice, (_, ctx) => {
    const { answers, isEdited, isSent } = read(ctx);
    if (answers.work !== '' && !isEdited)
      return <AdvicePlanPage ctx={ctx} view={adviceView(answers, sources, ctx)} />;
    return <AdviceQuestionsPage ctx={ctx} view={questionsView(answers, sources, ctx, isSent && !isEdited)} />;
  });
  routes.get(advicePaths.sheet, (c, ctx) => {
    const { answers } = read(ctx);
    if (answers.work === '') return c.redirect(ctx.href(advicePaths.advice), 303);
    return <AdviceSheetPage ctx={ctx} view={adviceView(answers, sources, ctx)} />;
  });
}

/** The table comes in the body of the request, so that no address or log holds it; the answer is all that is made. */
function teamPages(routes: PageRoutes, sources: AdviceSources): void {
  const formView = (
    values: TeamFormValues,
    ctx: PageContext,
    errors: TeamFormView['errors'] = [],
  ): TeamFormView => ({
    values,
    errors,
    quarters: firstQuarters(ctx.today).map(({ id, label }) => ({ value: id, label: label[ctx.language] })),
    prefectures: prefectureOptions(sources, ctx),
  });
  routes.get(advicePaths.team, (_, ctx) => (
    <TeamPage ctx={ctx} view={formView(emptyTeamForm(ctx.today), ctx)} />
  ));
  routes.post(advicePaths.team, async (c, ctx) => {
    const { values, asWorkbook } = sentTeamForm(await c.req.parseBody(), ctx.today);
    const read = await readTeamForm(values, sources.framework(), ctx.today, ctx);
    if (!read.ok)
      return { page: <TeamPage ctx={ctx} view={formView(values, ctx, read.errors)} />, status: 422 };
    const view = teamPlanView(read.members, read.conditions, sources, ctx);
    if (!asWorkbook) return <TeamPlanPage ctx={ctx} view={view} form={formView(values, ctx)} />;
    const { team, questions, plan } = adviceText(ctx).label;
    const workbook = await teamWorkbook(view, {
      ...team,
      role: questions.heading,
      anyTime: plan.anyTime,
      total: team.summary,
    });
    c.header('Content-Type', excelType);
    c.header('Content-Disposition', attachmentNamed(team.fileName));
    return c.body(new Uint8Array(workbook));
  });
}

/** Lets a learning route be looked at on its page before it is published. */
export function registerRoutePreview(platform: Platform, sources: AdviceSources): void {
  platform.previews.register(learningRouteKind.name, (record, ctx) => (
    <LearningRoutePage ctx={ctx} view={learningRouteView(record, sources, ctx)} />
  ));
}

/**
 * What stands above the list of programmes: ways in to advice where nothing is asked, the meaning of the skills that
 * are asked for, and what one can do with the list.
 */
export function aboveList(
  { q, filters, page }: CollectionQuery,
  ctx: PageContext,
  sources: AdviceSources,
): AboveResults {
  const names = new FrameworkWords(sources.framework(), ctx.language);
  const skills = (filters.skill ?? []).map((id) => ({ id, title: names.skill(id) }));
  const isNarrowed = q !== '' || Object.keys(filters).length > 0;
  const isShown = page === 1 && (!isNarrowed || skills.length > 0);
  const entrance = isShown ? <Entrance ctx={ctx} skills={skills} /> : '';
  return { page: html`${entrance}${aboveProgrammes(ctx)}`, answers: 0 };
}
