import { yen } from '@kakehashi/benefits';
import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { calculatorText } from '../calculator-messages.ts';
import type { AnswerView, PaymentEntry, TimelineEntry } from '../presenting/answer-view.ts';
import { engineWords } from '../readings.ts';
import { Why } from './explanation.tsx';

interface TimelineProps {
  ctx: PageContext;
  view: AnswerView;
}

/** Timeline of payments, claim deadlines and remaining costs. */
export function Timeline({ ctx, view }: TimelineProps) {
  const largest = Math.max(
    1,
    ...view.timeline.map((entry) => (entry.type === 'payment' ? (entry.cost?.fee ?? entry.amount) : 0)),
  );
  return (
    <ol class="timeline benefit-timeline">
      {view.timeline.map((entry, index) => (
        <li data-type={entry.type}>
          <Entry ctx={ctx} view={view} entry={entry} number={index + 1} largest={largest} />
        </li>
      ))}
    </ol>
  );
}

interface EntryProps extends TimelineProps {
  entry: TimelineEntry;
  number: number;
  largest: number;
}

function Entry({ ctx, view, entry, number, largest }: EntryProps) {
  const { text } = calculatorText(ctx);
  const { answer } = text;
  const day = (date: string) => writeDay(date, ctx.language);
  if (entry.type === 'to-do')
    return (
      <>
        <time datetime={entry.day}>{answer.by(day(entry.day))}</time>
        <p>
          <span class="timeline-title">{answer.todo}</span>
          <span class="timeline-note">{engineWords(entry.text, ctx)}</span>
        </p>
      </>
    );
  if (entry.type === 'start')
    return (
      <>
        <time datetime={entry.day}>{day(entry.day)}</time>
        <p class="timeline-title">{view.kind === 'leave' ? answer.leaveStart : answer.start}</p>
      </>
    );
  return (
    <>
      <p class="timeline-when">
        {entry.period && (
          <>
            <time datetime={entry.period.from}>{day(entry.period.from)}</time>
            <span aria-hidden="true"> – </span>
            <time datetime={entry.period.to}>{day(entry.period.to)}</time>
          </>
        )}
      </p>
      <div class="timeline-payment">
        <h3>{engineWords(entry.name, ctx)}</h3>
        <Amounts ctx={ctx} entry={entry} largest={largest} />
        <p class="timeline-claim">
          {entry.amount === 0 ? (
            answer.nothing
          ) : entry.dueBy === null ? (
            <>
              <strong>{answer.claimOpen}</strong> {engineWords(entry.claimWithin, ctx)}
            </>
          ) : (
            <>
              <strong>
                <time datetime={entry.dueBy}>{answer.claimBy(day(entry.dueBy))}</time>
              </strong>{' '}
              <span class="quiet">{engineWords(entry.claimWithin, ctx)}</span>
            </>
          )}
        </p>
        <Why ctx={ctx} id={`why-${number}`} summary={answer.why} explanation={entry.explanation} />
      </div>
    </>
  );
}

/** What one pays, what comes back and what is left, in figures and as a bar on one scale for the whole course. */
function Amounts({ ctx, entry, largest }: { ctx: PageContext; entry: PaymentEntry; largest: number }) {
  const { answer } = calculatorText(ctx).text;
  const { amount, cost } = entry;
  const money = (value: number) => yen(value)[ctx.language];
  return (
    <>
      <MoneyBar paid={amount} own={cost?.own ?? 0} whole={largest} />
      <dl class="timeline-amounts">
        {cost && (
          <div>
            <dt>{answer.youPay}</dt>
            <dd>{money(cost.fee)}</dd>
          </div>
        )}
        <div data-amount="paid">
          <dt>{answer.comesBack}</dt>
          <dd>{money(amount)}</dd>
        </div>
        {cost && (
          <div data-amount="own">
            <dt>{answer.youBear}</dt>
            <dd>{money(cost.own)}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** Bar of amounts; decorative, since the figures next to it say the same. */
export function MoneyBar({ paid, own, whole }: { paid: number; own: number; whole: number }) {
  const width = (amount: number) => String(Math.round((Math.max(0, amount) / whole) * 1000));
  return (
    <svg
      class="money-bar"
      viewBox="0 0 1000 10"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="money-bar-own" width={width(paid + own)} height="10" />
      <rect class="money-bar-paid" width={width(paid)} height="10" />
    </svg>
  );
}
