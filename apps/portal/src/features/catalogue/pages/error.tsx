import type { PageContext } from '../../../platform/web/page-context.ts';
import { faintArc } from '../../../ui/components/mark.ts';
import { Shell } from '../../../ui/shell/shell.tsx';
import { catalogueText } from '../messages.ts';
import { WaysOn } from './results-empty.tsx';

export interface ErrorView {
  status: number;
  /** Seconds until a new try makes sense; with 429 and 503. */
  retryAfter?: number;
  /** Request id, so that an enquiry finds its log line. */
  reference?: string;
  /** What was wrong with the request, already worded for the reader; with 400. */
  detail?: string;
}

export function ErrorPage({ ctx, view }: { ctx: PageContext; view: ErrorView }) {
  const { text } = catalogueText(ctx);
  const { title, heading, body } = wording(ctx, view);
  return (
    <Shell ctx={ctx} title={title} description={title} unlisted>
      <div class="container page empty" data-width="narrow">
        {faintArc}
        <p class="error-status">{view.status}</p>
        <h1>{heading}</h1>
        {body && <p>{body}</p>}
        {view.reference && (
          <p class="quiet">
            {text.errors.reference} <code>{view.reference}</code>
          </p>
        )}
        <h2>{text.errors.waysOn}</h2>
        <WaysOn ctx={ctx} />
      </div>
    </Shell>
  );
}

function wording(ctx: PageContext, view: ErrorView) {
  const { text, label } = catalogueText(ctx);
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
