import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Table } from '../../../../ui/components/table.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { adviceText } from '../advice-messages.ts';
import { advicePaths } from '../advice-paths.ts';
import type { AdviceView } from '../presenting/advice-view.ts';
import { AdviceHead } from './advice-head.tsx';
import { hours, yen, yenSum } from './amounts.ts';
import { placeOf } from './planned-programme.tsx';
import { subsidyAddress } from './subsidy.ts';

/** Reasons of one sort that fit on the sheet. */
const mostReasons = 4;
const mostAbilities = 6;

/** The plan on one sheet of paper for one's boss: why the company gains, what, when and what it costs. */
export function AdviceSheetPage({ ctx, view }: { ctx: PageContext; view: AdviceView }) {
  const { text, label } = adviceText(ctx);
  const { sheet } = text;
  const planned = view.steps.flatMap(({ programmes }) => programmes);
  const { decide, touch } = view.answers;
  const reasons = [...decide.map((id) => sheet.decide[id]), ...touch.map((id) => sheet.touch[id])].slice(
    0,
    mostReasons,
  );
  return (
    <Shell
      ctx={ctx}
      title={label.sheet.title}
      description={label.questions.description}
      styles={['plus-security']}
    >
      <div class="container page advice-sheet">
        <AdviceHead
          ctx={ctx}
          heading={sheet.heading}
          trail={[
            { label: text.questions.heading, href: ctx.href(advicePaths.advice) },
            { label: text.plan.title, href: planHref(view, ctx) },
          ]}
        />
        <p class="sheet-back">
          <a href={planHref(view, ctx)}>{sheet.back}</a>
          <span class="quiet">{text.plan.print}</span>
        </p>
        <dl class="sheet-people">
          <div>
            <dt>{sheet.to}</dt>
            <dd />
          </div>
          <div>
            <dt>{sheet.from}</dt>
            <dd />
          </div>
          <div>
            <dt>{sheet.role}</dt>
            <dd>{view.role}</dd>
          </div>
        </dl>
        {planned.length === 0 ? (
          <p>{text.plan.noProgramme}</p>
        ) : (
          <p class="sheet-request">{sheet.request(hours(view.hours, ctx), yenSum(view.cost.before, ctx))}</p>
        )}
        <h2>{sheet.why}</h2>
        <ul class="sheet-reasons">
          <li>{sheet.workReason(view.role, view.before, view.after)}</li>
          {reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
        {planned.length > 0 && (
          <>
            <h2>{sheet.programmes}</h2>
            <Table
              caption={label.sheet.programmes}
              stacked
              columns={[
                { label: label.sheet.columns.programme },
                { label: label.sheet.columns.when },
                { label: label.sheet.columns.hours, numeric: true },
                { label: label.sheet.columns.cost, numeric: true },
                { label: label.sheet.columns.after, numeric: true },
              ]}
              rows={[
                ...planned.map((each) => [
                  <>
                    {each.title.text}
                    {each.provider && <span class="sheet-provider">{each.provider.text}</span>}
                  </>,
                  `${each.when ?? label.plan.anyTime} ${placeOf(each, ctx)}`,
                  hours(each.hours, ctx),
                  yen(each.before, ctx),
                  yen(each.after, ctx),
                ]),
                [
                  sheet.total,
                  '',
                  hours(view.hours, ctx),
                  yenSum(view.cost.before, ctx),
                  yenSum(view.cost.after, ctx),
                ],
              ]}
            />
            {view.hasSamples && <p class="quiet">{text.sampleNote}</p>}
            <h2>{sheet.able}</h2>
            <ul class="sheet-able">
              {planned
                .flatMap(({ adds }) => adds)
                .slice(0, mostAbilities)
                .map(({ title, level }) => (
                  <li>
                    {title} <span class="quiet">{text.plan.level(level)}</span>
                  </li>
                ))}
            </ul>
          </>
        )}
        <h2>{sheet.subsidy}</h2>
        <p>
          {sheet.subsidyText}{' '}
          <a href={subsidyAddress} rel="external">
            {sheet.subsidyHref}
          </a>
        </p>
        <div class="sheet-decision">
          <p>{sheet.decision}</p>
          <ul>
            {Object.values(sheet.decisions).map((decision) => (
              <li>{decision}</li>
            ))}
          </ul>
          <p>{sheet.sign}</p>
        </div>
        <p class="quiet">{text.plan.made(writeDay(ctx.today, ctx.language))}</p>
      </div>
    </Shell>
  );
}

function planHref(view: AdviceView, ctx: PageContext): string {
  return view.sheetHref.replace(ctx.href(advicePaths.sheet), ctx.href(advicePaths.advice));
}
