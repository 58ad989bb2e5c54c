import type { OutcomePages } from '../../platform/web/app.ts';
import { ErrorPage } from './error.tsx';
import { ForbiddenPage } from './forbidden.tsx';
import { NotFoundPage } from './not-found.tsx';
import { SignedOutPage } from './signed-out.tsx';

/** Status pages that any route may return. */
export const outcomePages: OutcomePages = {
  notFound: (ctx) => <NotFoundPage ctx={ctx} />,
  failed: (ctx, failure) => <ErrorPage ctx={ctx} view={failure} />,
  forbidden: (ctx) => <ForbiddenPage ctx={ctx} />,
  signedOut: (ctx, sent) => <SignedOutPage ctx={ctx} sent={sent} />,
};
