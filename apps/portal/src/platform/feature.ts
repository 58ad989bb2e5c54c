import type { Context, Hono } from 'hono';
import type { Permission } from './identity/permissions.ts';
import type { JobHandler } from './jobs/job-type.ts';
import type { Platform } from './platform.ts';
import type { Kind } from './publishing/kind.ts';
import type { MenuLink, PageContext } from './web/page-context.ts';
import type { PageRoutes } from './web/page-routes.ts';
import type { PortalEnvironment } from './web/request-variables.ts';

/** What a capability of the portal registers: its folder's `index.ts` exports one. */
export interface Feature {
  name: string;
  kinds?: Kind[];
  /** Called once, when the read model stands. */
  register(platform: Platform): FeatureRoutes;
}

export interface FeatureRoutes {
  /** Pages, each in both languages. */
  pages?(routes: PageRoutes): void;
  /** Routes below `/api/v1`. */
  api?(routes: Hono<PortalEnvironment>): void;
  /** Files at fixed addresses, such as feeds and downloads. */
  files?(routes: Hono<PortalEnvironment>): void;
  /** Entries of the signed-in menu, shown to those who may. */
  menu?: MenuEntry[];
  /** Addresses that programs of others post to without a cookie, such as one-click unsubscribing. */
  crossSitePosts?: string[];
  /** Forms that carry files or long texts and may be larger than others. */
  largeForms?: LargeForm[];
  /** Background work that this feature does. */
  jobs?: JobHandler[];
  /** Told of every page that everybody may see, once it was made; it returns at once and asks no database. */
  onShown?(page: ShownPage): void;
  /** Told of every request that a redirect led on, with the address of its rule; returns at once, asks no database. */
  onRedirected?(c: Context<PortalEnvironment>, from: string): void;
  /** Called when the site begins to answer. */
  start?(): void;
  /** Called when the site no longer answers, before the database is left. */
  stop?(): Promise<void>;
}

/** A page as it was sent to somebody. */
interface ShownPage {
  c: Context<PortalEnvironment>;
  ctx: PageContext;
  /** Its route without language prefix, such as `/initiatives/:id`. */
  route: string;
}

/** A form that carries a file. */
export interface LargeForm {
  /** Path without language prefix, with `:name` for its variable parts. */
  path: string;
  /** Bytes of the whole form. */
  largest: number;
}

export interface MenuEntry extends MenuLink {
  permission: Permission;
}
