import type { PageContext } from '../../platform/web/page-context.ts';
import type { SentForm } from '../../platform/web/page-routes.ts';
import { faintArc } from '../components/mark.ts';
import { SendAgain } from '../components/send-again.tsx';
import { Shell } from '../shell/shell.tsx';
import { statusText } from './messages.ts';
import { NextSteps } from './next-steps.tsx';

export interface ErrorView {
  status: number;
  /** Seconds until a retry is useful; for 429 and 503. */
  retryAfter?: number;
  /** Request id, to find the log line of an enquiry. */
  reference?: string;
  /** What is wrong with the request, in the reader's language; for 4xx. */
  detail?: string;
  /** URL of the page with the form. */
  back?: string;
  /** The fields of a rejected form. */
  sent?: SentForm | undefined;
}

export function ErrorPage({ ctx, view }: { ctx: PageContext; view: ErrorView }) {
  const { text } = statusText(ctx);
  const { title, heading, body } = wording(ctx, view);
  return (
    <Shell ctx={ctx} title={title} description={title} unlisted>
      <div class="container page empty" data-width="narrow">
        {faintArc}
        <p class="error-status">{view.status}</p>
        <h1>{heading}</h1>
        {body && <p>{body}</p>}
        {view.back && (
          <p>
            <a href={view.back}>{text.errors.back}</a>
          </p>
        )}
        {view.sent && <SendAgain sent={view.sent}>{text.errors.sendAgain}</SendAgain>}
        {view.reference && (
          <p class="quiet">
            {text.errors.reference} <code>{view.reference}</code>
          </p>
        )}
        <h2>{text.errors.waysOn}</h2>
        <NextSteps ctx={ctx} />
      </div>
    </Shell>
  );
}

function wording(ctx: PageContext, view: ErrorView) {
  const { text, label } = statusText(ctx);
  if (view.sent)
    return { title: label.errors.notTakenTitle, heading: text.errors.notTaken, body: text.errors.keptBody };
  if (view.status === 429)
    return {
      title: label.errors.tooManyTitle,
      heading: text.errors.tooMany,
      body: text.errors.tooManyBody(view.retryAfter ?? 60),
    };
  if (view.status === 503)
    return {
      title: label.errors.unavailableTitle,
      heading: text.errors.unavailable,
      body: text.errors.unavailableBody,
    };
  if (view.status < 500)
    return { title: label.errors.invalidTitle, heading: text.errors.invalid, body: view.detail };
  return { title: label.errors.brokenTitle, heading: text.errors.broken, body: text.errors.brokenBody };
}
