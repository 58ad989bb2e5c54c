import { raw } from 'hono/utils/html';
import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { RecordList } from '../../../../ui/collections/record-list.tsx';
import type { CardView } from '../../../../ui/collections/views.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { phrasedWords } from '../../../../ui/text/words.ts';
import { adviceText } from '../advice-messages.ts';
import { advicePaths } from '../advice-paths.ts';
import type { LearningRouteView, RouteStepView } from '../presenting/route-view.ts';
import { AdviceHead } from './advice-head.tsx';
import { PlannedProgrammes } from './planned-programme.tsx';

export function LearningRoutesPage({ ctx, cards }: { ctx: PageContext; cards: CardView[] }) {
  const { text, label } = adviceText(ctx);
  return (
    <Shell
      ctx={ctx}
      title={label.routes.heading}
      description={label.routes.description}
      styles={['plus-security']}
    >
      <div class="container page">
        <AdviceHead ctx={ctx} heading={text.routes.heading} lead={text.routes.lead} />
        {cards.length === 0 ? (
          <p>{text.routes.none}</p>
        ) : (
          <RecordList cards={cards} reading={ctx} headingLevel={2} as="grid" />
        )}
      </div>
    </Shell>
  );
}

export function LearningRoutePage({ ctx, view }: { ctx: PageContext; view: LearningRouteView }) {
  const { text } = adviceText(ctx);
  const { routes } = text;
  return (
    <Shell
      ctx={ctx}
      title={view.title.text}
      description={view.summary.text}
      structuredData={view.structuredData}
      styles={['plus-security']}
    >
      <div class="container page learning-route">
        <AdviceHead
          ctx={ctx}
          heading={phrasedWords(view.title, ctx)}
          lead={phrasedWords(view.summary, ctx)}
          trail={[{ label: routes.heading, href: ctx.href(advicePaths.routes) }]}
        />
        {view.sample && <NotificationBanner type="info" heading={routes.sample} />}
        <dl class="route-facts">
          {view.from && (
            <div>
              <dt>{routes.from}</dt>
              <dd>
                <a href={view.from.href}>{view.from.title}</a>
              </dd>
            </div>
          )}
          <div>
            <dt>{routes.goal}</dt>
            <dd>
              <a href={view.role.href}>{view.role.title}</a>
            </dd>
          </div>
        </dl>
        <div class="prose" lang={other(view.introLanguage, ctx)}>
          {raw(view.introHtml)}
        </div>
        <p class="route-start">{routes.start(view.before)}</p>
        <ol class="route-steps">
          {view.steps.map((step, index) => (
            <Step ctx={ctx} step={step} number={index + 1} />
          ))}
        </ol>
        <Figures ctx={ctx} view={view} />
        <p class="advice-actions">
          <ButtonLink href={view.adviceHref}>{routes.advice}</ButtonLink>
        </p>
        <p class="quiet">
          <time datetime={view.updatedOn}>{routes.updated(writeDay(view.updatedOn, ctx.language))}</time>
        </p>
      </div>
    </Shell>
  );
}

function other(language: 'ja' | 'en', ctx: PageContext): string | undefined {
  return language === ctx.language ? undefined : language;
}

function Step({ ctx, step, number }: { ctx: PageContext; step: RouteStepView; number: number }) {
  const { text } = adviceText(ctx);
  const { routes } = text;
  return (
    <li>
      <h2>
        <span class="route-number">{routes.step(number)}</span> {phrasedWords(step.title, ctx)}
      </h2>
      <div class="prose" lang={other(step.bodyLanguage, ctx)}>
        {raw(step.bodyHtml)}
      </div>
      <h3>{routes.skills}</h3>
      <ul class="plan-skills">
        {step.skills.map(({ title, level, href }) => (
          <li>
            <a href={href}>{title}</a> <span class="quiet">{text.plan.level(level)}</span>
          </li>
        ))}
      </ul>
      <h3>{routes.programmes}</h3>
      {step.programmes.length > 0 ? (
        <>
          <PlannedProgrammes ctx={ctx} programmes={step.programmes} headingLevel={4} />
          <p class="quiet">{routes.hours(String(step.hours))}</p>
        </>
      ) : (
        <>
          <p>{routes.noProgrammes}</p>
          <dl class="advice-left">
            {step.atWork.map(({ title, text: what }) => (
              <div>
                <dt>{title}</dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p class="route-after">{routes.adds(step.after)}</p>
    </li>
  );
}

function Figures({ ctx, view }: { ctx: PageContext; view: LearningRouteView }) {
  const { text, label } = adviceText(ctx);
  const { routes } = label;
  return (
    <section class="route-figures" aria-labelledby="figures">
      <h2 id="figures">{text.routes.figures}</h2>
      <p>{text.routes.figuresLead(view.figureLimit)}</p>
      {view.figures.length === 0 ? (
        <p>{text.routes.noFigure}</p>
      ) : (
        <ul>
          {view.figures.map(({ roles, hours }) => (
            <li>
              {routes.figure(
                roles.map(({ title, share }) => routes.figureStep(title || routes.study, share)).join(' → '),
                String(hours),
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
