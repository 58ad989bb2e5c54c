import { type Article, yen } from '@kakehashi/benefits';
import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { icon } from '../../../../ui/components/icon.ts';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { calculatorText } from '../calculator-messages.ts';
import { benefitsText } from '../messages.ts';
import type { AnswerView, ConditionView } from '../presenting/answer-view.ts';
import { engineWords } from '../readings.ts';
import { Why } from './explanation.tsx';
import { MoneyBar, Timeline } from './timeline.tsx';

interface AnswerProps {
  ctx: PageContext;
  view: AnswerView;
}

/** The answer: whether, when and why, and open points. */
export function Answer({ ctx, view }: AnswerProps) {
  const { text } = calculatorText(ctx);
  const { answer } = text;
  return (
    <>
      <Status ctx={ctx} view={view} />
      {view.timeline.length > 0 && (
        <section aria-labelledby="timeline">
          <h2 id="timeline">{answer.timeline}</h2>
          <Timeline ctx={ctx} view={view} />
          <Why ctx={ctx} id="why-total" summary={answer.whyTotal} explanation={view.explanation} />
        </section>
      )}
      <Open ctx={ctx} view={view} />
      <ListOf ctx={ctx} heading={answer.documents} id="documents" items={view.documents} />
      <ListOf ctx={ctx} heading={answer.notes} id="notes" items={view.notes} />
      <Rules ctx={ctx} view={view} />
    </>
  );
}

/** Summary of the amounts repaid and left to pay. */
export function Sum({ ctx, view }: AnswerProps) {
  const { text } = calculatorText(ctx);
  const { answer } = text;
  const { total, cost } = view;
  const money = (amount: number) => yen(amount)[ctx.language];
  return (
    <div class="sum">
      <dl>
        <div data-amount="paid">
          <dt>{cost ? answer.paid : answer.living}</dt>
          <dd>{money(total)}</dd>
        </div>
        {cost && (
          <div data-amount="own">
            <dt>{answer.own}</dt>
            <dd>{money(cost.own)}</dd>
          </div>
        )}
      </dl>
      {cost && (
        <>
          <MoneyBar paid={total} own={cost.own} whole={Math.max(1, cost.fee)} />
          <p class="sum-share">
            {answer.fee} {money(cost.fee)}
            {cost.fee > 0 && total > 0 && (
              <> ・ {answer.share(`${Math.floor((total / cost.fee) * 1000) / 10}%`)}</>
            )}
          </p>
        </>
      )}
      {view.unconfirmed.length > 0 && (
        <p class="sum-open">
          {icon.alert}
          <a href="#unconfirmed">{answer.toUnconfirmed(view.unconfirmed.length)}</a>
        </p>
      )}
    </div>
  );
}

const bannerTypes = { eligible: 'success', 'not-eligible': 'error', open: 'info' } as const;
const tones = { met: 'success', 'not-met': 'error', 'not-examined': 'neutral' } as const;

function Status({ ctx, view }: AnswerProps) {
  const { text } = calculatorText(ctx);
  const { answer } = text;
  const { status, explanation } = view;
  return (
    <section aria-labelledby="conditions">
      <h2 id="conditions">{answer.conditions}</h2>
      <NotificationBanner type={bannerTypes[status]} heading={answer.status[status]} />
      <ul class="conditions">
        {view.conditions.map((condition) => (
          <Condition ctx={ctx} condition={condition} />
        ))}
      </ul>
      {status === 'not-eligible' && (
        <Why ctx={ctx} id="why-nothing" summary={answer.whyNothing} explanation={explanation} />
      )}
    </section>
  );
}

function Condition({ ctx, condition }: { ctx: PageContext; condition: ConditionView }) {
  const { answer } = calculatorText(ctx).text;
  return (
    <li>
      <StatusLabel tone={tones[condition.status]}>{answer.marks[condition.status]}</StatusLabel>
      <p>
        {condition.topUp && <span class="condition-about">{answer.topUpCondition}</span>}
        {engineWords(condition.text, ctx)}
      </p>
    </li>
  );
}

function Open({ ctx, view }: AnswerProps) {
  const { answer } = calculatorText(ctx).text;
  if (view.unconfirmed.length === 0) return null;
  return (
    <section id="unconfirmed" tabindex={-1}>
      <NotificationBanner type="warning" level={2} heading={answer.unconfirmed(view.unconfirmed.length)}>
        <p>{answer.unconfirmedLead}</p>
        <ul class="unconfirmed-points">
          {view.unconfirmed.map(({ text, source }) => (
            <li>
              {source && (
                <>
                  <StatusLabel>{answer.secondary}</StatusLabel>{' '}
                </>
              )}
              {engineWords(text, ctx)}
            </li>
          ))}
        </ul>
      </NotificationBanner>
    </section>
  );
}

interface ListOfProps {
  ctx: PageContext;
  heading: string;
  id: string;
  items: string[];
}

function ListOf({ ctx, heading, id, items }: ListOfProps) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul class="benefit-list">
        {items.map((item) => (
          <li>{engineWords(item, ctx)}</li>
        ))}
      </ul>
    </section>
  );
}

function Rules({ ctx, view }: AnswerProps) {
  const { answer } = calculatorText(ctx).text;
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{answer.rules}</h2>
      <p>{answer.rulesLead(writeDay(view.rulesCheckedOn, ctx.language))}</p>
      {view.articles.length > 0 && (
        <>
          <h3>{answer.articles}</h3>
          <Articles ctx={ctx} articles={view.articles} />
        </>
      )}
      <p class="quiet benefit-print">{answer.print}</p>
    </section>
  );
}

/** Articles under their law, the law linked to its text. */
export function Articles({ ctx, articles }: { ctx: PageContext; articles: readonly Article[] }) {
  const { text } = calculatorText(ctx);
  const laws = Map.groupBy(articles, ({ lawId }) => lawId);
  return (
    <dl class="articles">
      {[...laws].map(([lawId, cited]) => (
        <div>
          <dt>
            <a href={`https://laws.e-gov.go.jp/law/${lawId}`} rel="external">
              {engineWords(cited[0]?.law[ctx.language] ?? '', ctx)}
              {icon.external}
              <span class="visually-hidden">{benefitsText(ctx).text.lawText}</span>
            </a>
          </dt>
          <dd>
            <ul>
              {cited.map(({ article, status }) => (
                <li>
                  {engineWords(article[ctx.language], ctx)}
                  {status === 'secondary' && <span class="quiet">（{text.answer.open}）</span>}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
