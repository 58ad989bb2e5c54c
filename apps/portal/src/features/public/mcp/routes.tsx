import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { GuidePage } from './pages/guide.tsx';
import { mcpPaths } from './paths.ts';

export function mcpPages(routes: PageRoutes): void {
  routes.shared(mcpPaths.guide, (_, ctx) => <GuidePage ctx={ctx} />);
}
