import type { Platform } from '../../../platform/platform.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { accountRoutes } from './account-routes.tsx';
import { administrationRoutes } from './administration-routes.tsx';
import { entryRoutes } from './entry-routes.tsx';
import { organisationRoomRoutes } from './organisation-room-routes.tsx';
import { secondFactorRoutes } from './second-factor-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';

export function accountPages(routes: PageRoutes, platform: Platform): void {
  signInRoutes(routes, platform);
  entryRoutes(routes, platform);
  accountRoutes(routes, platform);
  secondFactorRoutes(routes, platform);
  administrationRoutes(routes, platform);
  organisationRoomRoutes(routes, platform);
}
