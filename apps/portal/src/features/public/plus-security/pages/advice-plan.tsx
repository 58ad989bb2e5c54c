import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { RecordList } from '../../../../ui/collections/record-list.tsx';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { sitePaths } from '../../../../ui/shell/site-paths.ts';
import { contacts, decisions } from '../advice/questions.ts';
import type { Reason } from '../advice/wishes.ts';
import { adviceText } from '../advice-messages.ts';
import { advicePaths } from '../advice-paths.ts';
import { programmes } from '../collection.ts';
import type { AdviceView, LackView } from '../presenting/advice-view.ts';
import { AdviceHead } from './advice-head.tsx';
import { hours, yenSum } from './amounts.ts';
import { PlannedProgrammes } from './planned-programme.tsx';

/** A person's plan: what to add and why, programmes in order, what to learn at work, and how to pass it on. */
export function AdvicePlanPage({ ctx, view }: { ctx: PageContext; view: AdviceView }) {
  const { text, label } = adviceText(ctx);
  const { plan } = text;
  const isComplete = view.first.length === 0;
  return (
    <Shell
      ctx={ctx}
      title={label.plan.title}
      description={label.questions.description}
      styles={['plus-security']}
    >
      <div class="container page advice-plan">
        <AdviceHead
          ctx={ctx}
          heading={plan.heading(view.role)}
          lead={isComplete ? plan.nothingLacking : plan.lead(view.before, view.after)}
          trail={[{ label: text.questions.heading, href: ctx.href(advicePaths.advice) }]}
        />
        {!isComplete && <ShareBar ctx={ctx} view={view} />}
        <p class="advice-change">
          <a href={view.editHref}>{plan.change}</a>
        </p>
        {view.hasSamples && <NotificationBanner type="info" heading={text.sampleNote} />}
        {!isComplete && <Lacks ctx={ctx} view={view} />}
        {!isComplete && <Steps ctx={ctx} view={view} />}
        <Left ctx={ctx} view={view} />
        <Take ctx={ctx} view={view} />
      </div>
    </Shell>
  );
}

function ShareBar({ ctx, view }: { ctx: PageContext; view: AdviceView }) {
  const { text } = adviceText(ctx);
  return (
    <div class="advice-measure">
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="share-held" width={100 - view.before} height="4" />
        <rect class="share-added" x={100 - view.before} width={view.before - view.after} height="4" />
      </svg>
      <Disclosure summary={text.plan.measure}>
        <p>{text.plan.measureText}</p>
      </Disclosure>
    </div>
  );
}

function Lacks({ ctx, view }: { ctx: PageContext; view: AdviceView }) {
  const { text } = adviceText(ctx);
  return (
    <section class="section" aria-labelledby="what">
      <h2 id="what">{text.plan.what}</h2>
      <p class="section-lead">{text.plan.whatLead}</p>
      <ol class="advice-lacks">
        {view.first.map((lack) => (
          <LackItem ctx={ctx} lack={lack} role={view.role} />
        ))}
      </ol>
      {view.others.length > 0 && (
        <Disclosure summary={text.plan.rest(view.others.length)}>
          <ul class="advice-others">
            {view.others.map(({ title, level, href }) => (
              <li>
                <a href={href}>{title}</a> <span class="quiet">{text.plan.level(level)}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

function LackItem({ ctx, lack, role }: { ctx: PageContext; lack: LackView; role: string }) {
  const { text } = adviceText(ctx);
  return (
    <li>
      <h3>
        <a href={lack.href}>{lack.title}</a>
      </h3>
      <p class="advice-level">
        {lack.held === undefined ? text.plan.level(lack.level) : text.plan.levelFrom(lack.held, lack.level)}
      </p>
      <p>{lack.text}</p>
      <p class="advice-why">
        <span class="quiet">{text.plan.why}</span>{' '}
        {lack.reasons
          .map((reason) => reasonText(reason, role, ctx))
          .join(ctx.language === 'ja' ? '、' : '; ')}
      </p>
    </li>
  );
}

function reasonText(reason: Reason, role: string, ctx: PageContext): string {
  const { reasons } = adviceText(ctx).label.plan;
  if (reason.type === 'work') return reasons.work(role);
  if (reason.type === 'decide') return reasons.decide(decisions[reason.id].label[ctx.language]);
  return reasons.touch(contacts[reason.id].label[ctx.language]);
}

function Steps({ ctx, view }: { ctx: PageContext; view: AdviceView }) {
  const { text } = adviceText(ctx);
  const { plan } = text;
  return (
    <section class="section" aria-labelledby="order">
      <h2 id="order">{plan.order}</h2>
      {view.steps.length === 0 ? (
        <NotificationBanner type="info" heading={plan.noProgramme}>
          <p>{plan.noProgrammeBody}</p>
        </NotificationBanner>
      ) : (
        <p class="section-lead">{plan.orderLead}</p>
      )}
      {view.steps.map(({ level, programmes: planned }, index) => (
        <section class="advice-step" aria-labelledby={`step-${level}`}>
          <h3 id={`step-${level}`}>{plan.step(index + 1, text.level[level])}</h3>
          <PlannedProgrammes ctx={ctx} programmes={planned} headingLevel={4} />
        </section>
      ))}
      {view.steps.length > 0 && <Totals ctx={ctx} view={view} />}
      {view.closed > 0 && (
        <p class="quiet">
          {plan.closed(view.closed)}{' '}
          <a href={ctx.href(`${sitePaths.alerts}?collection=${programmes.name}`)}>{plan.closedHref}</a>
        </p>
      )}
      {view.more.length > 0 && (
        <Disclosure summary={plan.more}>
          <PlannedProgrammes ctx={ctx} programmes={view.more} headingLevel={3} />
        </Disclosure>
      )}
    </section>
  );
}

function Totals({ ctx, view }: { ctx: PageContext; view: AdviceView }) {
  const { text } = adviceText(ctx);
  const { cost, benefitChecked, answers } = view;
  return (
    <div class="advice-total">
      <p>
        <span>{text.plan.total}</span>{' '}
        <strong>
          {text.plan.totals(hours(view.hours, ctx), yenSum(cost.before, ctx), yenSum(cost.after, ctx))}
        </strong>
      </p>
      {benefitChecked && (
        <p class="quiet">
          {text.plan.benefitNote}{' '}
          <a href={benefitChecked.href}>{text.plan.benefitSource(benefitChecked.on)}</a>
        </p>
      )}
      {answers.insured === 'none' && <p class="quiet">{text.plan.notEligible}</p>}
    </div>
  );
}

function Left({ ctx, view }: { ctx: PageContext; view: AdviceView }) {
  const { text } = adviceText(ctx);
  return (
    <>
      {view.left.length > 0 && (
        <section class="section" aria-labelledby="left">
          <h2 id="left">{text.plan.left}</h2>
          <p class="section-lead">{text.plan.leftLead}</p>
          <dl class="advice-left">
            {view.left.map(({ title, href, level, atWork }) => (
              <div>
                <dt>
                  <a href={href}>{title}</a> <span class="quiet">{text.plan.level(level)}</span>
                </dt>
                <dd>{atWork}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {view.initiatives.length > 0 && (
        <section class="section" aria-labelledby="initiatives">
          <h2 id="initiatives">{text.plan.initiatives}</h2>
          <p class="section-lead">{text.plan.initiativesLead}</p>
          <RecordList cards={view.initiatives} reading={ctx} headingLevel={3} as="grid" />
        </section>
      )}
    </>
  );
}

function Take({ ctx, view }: { ctx: PageContext; view: AdviceView }) {
  const { text } = adviceText(ctx);
  const { plan } = text;
  return (
    <section class="section advice-take" aria-labelledby="take">
      <h2 id="take">{plan.take}</h2>
      <p class="advice-actions">
        <ButtonLink href={view.sheetHref}>{plan.sheet}</ButtonLink>
        <ButtonLink type="outline" href={view.teamHref}>
          {plan.team}
        </ButtonLink>
      </p>
      <p id="address-label">{plan.address}</p>
      <p class="advice-address">
        <a href={view.address}>{view.address}</a>
      </p>
      <p class="quiet advice-print">{plan.print}</p>
      <p class="quiet">{plan.made(writeDay(ctx.today, ctx.language))}</p>
    </section>
  );
}
