import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { words } from '../../../../ui/text/words.ts';
import { adviceText } from '../advice-messages.ts';
import { advicePaths } from '../advice-paths.ts';
import type { QuarterView, TeamPlanView } from '../presenting/team-view.ts';
import { AdviceHead } from './advice-head.tsx';
import { hours, yen, yenSum } from './amounts.ts';
import { placeOf } from './planned-programme.tsx';
import { subsidyAddress } from './subsidy.ts';
import { TeamForm, type TeamFormView } from './team.tsx';

/** A team's plan by quarter, with the form to change it below. */
export function TeamPlanPage({
  ctx,
  view,
  form,
}: {
  ctx: PageContext;
  view: TeamPlanView;
  form: TeamFormView;
}) {
  const { text, label } = adviceText(ctx);
  const { team } = text;
  return (
    <Shell ctx={ctx} title={label.team.plan} description={label.team.description} styles={['plus-security']}>
      <div class="container page team-plan">
        <AdviceHead
          ctx={ctx}
          heading={team.plan}
          lead={team.planLead(view.total.people, view.total.count)}
          trail={[{ label: team.heading, href: ctx.href(advicePaths.team) }]}
        />
        {view.hasSamples && <NotificationBanner type="info" heading={text.sampleNote} />}
        <Summary ctx={ctx} view={view} />
        <Download ctx={ctx} form={form} />
        {view.quarters.map((quarter) => (
          <Quarter ctx={ctx} quarter={quarter} />
        ))}
        <Remarks ctx={ctx} view={view} />
        <p>
          {team.employer}{' '}
          <a href={subsidyAddress} rel="external">
            {text.sheet.subsidyHref}
          </a>
        </p>
        <section class="section team-again" aria-labelledby="again">
          <h2 id="again">{team.again}</h2>
          <p class="advice-privacy">{team.privacy}</p>
          <TeamForm ctx={ctx} view={form} />
        </section>
      </div>
    </Shell>
  );
}

function Summary({ ctx, view }: { ctx: PageContext; view: TeamPlanView }) {
  const { text, label } = adviceText(ctx);
  const columns = label.team.summaryColumns;
  const row = ({
    people,
    hours: time,
    price,
    after,
  }: Pick<QuarterView, 'people' | 'hours' | 'price' | 'after'>) => [
    String(people),
    hours(time, ctx),
    yenSum(price, ctx),
    yenSum(after, ctx),
  ];
  return (
    <section class="section" aria-labelledby="summary">
      <h2 id="summary">{text.team.summary}</h2>
      <Table
        caption={label.tableOf(label.team.summary)}
        stacked
        columns={[
          { label: columns.quarter },
          { label: columns.people, numeric: true },
          { label: columns.hours, numeric: true },
          { label: columns.price, numeric: true },
          { label: columns.after, numeric: true },
        ]}
        rows={[
          ...view.quarters.map((quarter) => [quarter.label, ...row(quarter)]),
          [<strong>{text.team.summary}</strong>, ...row(view.total)],
        ]}
      />
      <p class="quiet">
        {view.budgetLeft !== undefined && `${label.team.budgetLeft(yenSum(view.budgetLeft, ctx))} `}
        {text.team.counted} {text.plan.print}
      </p>
    </section>
  );
}

/** The same form again, answered with a workbook: nothing is kept in between. */
function Download({ ctx, form }: { ctx: PageContext; form: TeamFormView }) {
  const { text } = adviceText(ctx);
  return (
    <form class="team-download" method="post" action={ctx.href(advicePaths.team)}>
      {Object.entries(form.values).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button type="outline" name="as" value="xlsx">
        {text.team.download}
      </Button>
    </form>
  );
}

function Quarter({ ctx, quarter }: { ctx: PageContext; quarter: QuarterView }) {
  const { text, label } = adviceText(ctx);
  const { columns } = label.team;
  return (
    <section class="section team-quarter" aria-labelledby={`quarter-${quarter.id}`}>
      <h2 id={`quarter-${quarter.id}`}>{quarter.label}</h2>
      {quarter.assignments.length === 0 ? (
        <p>{text.team.none}</p>
      ) : (
        <Table
          caption={label.tableOf(quarter.label)}
          stacked
          columns={[
            { label: columns.name },
            { label: columns.programme },
            { label: columns.when },
            { label: columns.hours, numeric: true },
            { label: columns.price, numeric: true },
            { label: columns.after, numeric: true },
          ]}
          rows={quarter.assignments.map(({ name, planned }) => [
            name,
            <>
              <a href={planned.href}>{words(planned.title, ctx)}</a>
              <span class="team-adds">
                {planned.adds.map(({ title }) => title).join(ctx.language === 'ja' ? '、' : ', ')}
              </span>
            </>,
            `${planned.when ?? label.plan.anyTime} ${placeOf(planned, ctx)}`,
            hours(planned.hours, ctx),
            yen(planned.before, ctx),
            yen(planned.after, ctx),
          ])}
        />
      )}
    </section>
  );
}

/** What found no room, and how the table was read. */
function Remarks({ ctx, view }: { ctx: PageContext; view: TeamPlanView }) {
  const { text, label } = adviceText(ctx);
  const { team } = text;
  const { columns } = label.team;
  return (
    <>
      {view.unplaced.length > 0 && (
        <section class="section" aria-labelledby="unplaced">
          <h2 id="unplaced">{team.unplaced}</h2>
          <p class="section-lead">{team.unplacedLead}</p>
          <Table
            caption={label.tableOf(label.team.unplaced)}
            stacked
            columns={[{ label: columns.name }, { label: columns.programme }, { label: label.team.reason }]}
            rows={view.unplaced.map(({ name, title, reason }) => [name, title, team.reasons[reason]])}
          />
        </section>
      )}
      {view.nobody.length > 0 && (
        <section class="section" aria-labelledby="nobody">
          <h2 id="nobody">{team.nobody}</h2>
          <p>{view.nobody.join(ctx.language === 'ja' ? '、' : ', ')}</p>
          <p>
            {team.nobodyLead} <a href={ctx.href(advicePaths.advice)}>{text.questions.heading}</a>
          </p>
        </section>
      )}
      {view.unread.length > 0 && (
        <section class="section" aria-labelledby="unread">
          <h2 id="unread">{team.unread}</h2>
          <p class="section-lead">{team.unreadLead}</p>
          <ul class="team-list">
            {view.unread.map(({ name, what }) => (
              <li>{team.unreadRow(name, what)}</li>
            ))}
          </ul>
        </section>
      )}
      <Disclosure summary={team.roles}>
        <p>{team.rolesLead}</p>
        <ul class="team-list">
          {view.members.map(({ name, role, before, after }) => (
            <li>{team.rolesRow(name, role, before, after)}</li>
          ))}
        </ul>
      </Disclosure>
    </>
  );
}
