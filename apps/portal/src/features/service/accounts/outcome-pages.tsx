import type { PageContext } from '../../../platform/web/page-context.ts';
import type { SentForm } from '../../../platform/web/page-routes.ts';
import { ForbiddenPage } from './pages/forbidden.tsx';
import { SignedOutPage } from './pages/signed-out.tsx';

/** For somebody who may not do what they asked for. */
export const forbiddenPage = (ctx: PageContext) => <ForbiddenPage ctx={ctx} />;

/** For somebody whose form arrived after their session had ended: what they typed is on the page. */
export const signedOutPage = (ctx: PageContext, sent: SentForm) => <SignedOutPage ctx={ctx} sent={sent} />;
