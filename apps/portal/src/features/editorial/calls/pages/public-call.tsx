import { raw } from 'hono/utils/html';
import { writeDay, writeDayInEra, writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { phrasedWords, words } from '../../../../ui/text/words.ts';
import { callText } from '../messages.ts';
import { callPaths } from '../paths.ts';
import type { PublicCallView } from '../views.ts';
import { Period } from './period.tsx';
import { CallStateLabel } from './state-label.tsx';

interface PublicCallProps {
  ctx: PageContext;
  call: PublicCallView;
  /** Where an entry is begun in this call, without language prefix. */
  enterPath: string;
}

/** Public page of a call: subject, deadline, criteria and how to enter. */
export function PublicCallPage({ ctx, call, enterPath }: PublicCallProps) {
  const { text, label } = callText(ctx);
  const { reviewBy } = call;
  return (
    <Shell ctx={ctx} title={call.title.text} description={label.calls.description}>
      <div class="container page" data-width="text">
        <header class="page-head">
          <Breadcrumb
            ctx={ctx}
            trail={[{ label: text.calls.heading, href: ctx.href(callPaths.public) }]}
            current={phrasedWords(call.title, ctx)}
          />
          <div>
            <CallStateLabel ctx={ctx} state={call.state} />
            <h1>{phrasedWords(call.title, ctx)}</h1>
          </div>
        </header>
        {call.state === 'planned' && (
          <NotificationBanner
            type="info"
            heading={text.call.planned(writeMoment(call.opensAt, ctx.language))}
          />
        )}
        {call.state === 'closed' && <NotificationBanner type="info" heading={text.call.closed} />}
        <dl class="facts">
          <div>
            <dt>{text.call.period}</dt>
            <dd>
              <Period ctx={ctx} call={call} />
            </dd>
          </div>
          <div>
            <dt>{text.call.kinds}</dt>
            <dd>{call.kinds.join(ctx.language === 'ja' ? '、' : ', ')}</dd>
          </div>
          {reviewBy && (
            <div>
              <dt>{text.call.reviewBy}</dt>
              <dd>
                {writeDay(reviewBy, ctx.language)}
                {ctx.language === 'ja' && `（${writeDayInEra(reviewBy)}）`}
              </dd>
            </div>
          )}
        </dl>
        <div class="prose" lang={call.guidanceLanguage === ctx.language ? undefined : call.guidanceLanguage}>
          {raw(call.guidanceHtml)}
          <h2>{text.call.criteria}</h2>
          <p>{text.call.criteriaLead}</p>
          <ul>
            {call.criteria.map((criterion) => (
              <li>{words(criterion, ctx)}</li>
            ))}
          </ul>
          {call.questions.length > 0 && <Questions ctx={ctx} call={call} />}
          {call.state !== 'closed' && (
            <>
              <h2>{text.call.how}</h2>
              <ol>
                {Object.values(text.call.steps).map((step) => (
                  <li>{step}</li>
                ))}
              </ol>
            </>
          )}
        </div>
        {call.state === 'open' && (
          <p>
            <ButtonLink size="lg" href={ctx.href(enterPath)}>
              {text.call.enter}
            </ButtonLink>
          </p>
        )}
      </div>
    </Shell>
  );
}

function Questions({ ctx, call }: { ctx: PageContext; call: PublicCallView }) {
  const { text } = callText(ctx);
  return (
    <>
      <h2>{text.call.questions}</h2>
      <p>{text.call.questionsLead}</p>
      <ol>
        {call.questions.map(({ label, required, options }) => (
          <li>
            {words(label, ctx)}
            {required && text.call.required}
            {options.length > 0 && (
              <ul>
                {options.map((option) => (
                  <li>{words(option, ctx)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
