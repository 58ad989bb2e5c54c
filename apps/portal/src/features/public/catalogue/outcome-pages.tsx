import type { OutcomePages } from '../../../platform/web/app.ts';
import { ErrorPage } from './pages/error.tsx';
import { NotFoundPage } from './pages/not-found.tsx';

/** The pages that any route may end in. */
export const outcomePages: Omit<OutcomePages, 'forbidden' | 'signedOut'> = {
  notFound: (ctx) => <NotFoundPage ctx={ctx} />,
  failed: (ctx, failure) => <ErrorPage ctx={ctx} view={failure} />,
};
