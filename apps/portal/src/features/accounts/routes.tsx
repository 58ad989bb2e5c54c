import type { Platform } from '../../platform/platform.ts';
import type { PageRoutes } from '../../platform/web/page-routes.ts';
import { signInRoutes } from './sign-in-routes.tsx';

export function accountPages(routes: PageRoutes, platform: Platform): void {
  signInRoutes(routes, platform);
}
