import type { Platform } from '../../../platform/platform.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { PublicCallPage } from './pages/public-call.tsx';
import { PublicCallsPage } from './pages/public-calls.tsx';
import { callPaths } from './paths.ts';
import { currentCalls, publicCallView } from './presenting/public-view.ts';

/** Public pages of calls: list and details, served from memory. */
export function publicCallPages(routes: PageRoutes, platform: Platform): void {
  routes.get(callPaths.public, (_, ctx) => (
    <PublicCallsPage ctx={ctx} calls={currentCalls(platform.model, ctx, platform.now())} />
  ));
  routes.get(callPaths.publicCall(':id'), (c, ctx) => {
    const call = publicCallView(platform, c.req.param('id') ?? '', ctx, platform.now());
    return call && <PublicCallPage ctx={ctx} call={call} enterPath={callPaths.enter(call.id)} />;
  });
}
