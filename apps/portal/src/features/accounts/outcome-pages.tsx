import type { PageContext } from '../../platform/web/page-context.ts';
import { ForbiddenPage } from './pages/forbidden.tsx';

/** For somebody who may not do what they asked for. */
export const forbiddenPage = (ctx: PageContext) => <ForbiddenPage ctx={ctx} />;
