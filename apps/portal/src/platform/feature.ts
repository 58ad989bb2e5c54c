import type { Context, Hono } from 'hono';
import type { Collection } from './collections/collection.ts';
import type { CollectionQuery } from './collections/query.ts';
import type { Database } from './database/connection.ts';
import type { Permission } from './identity/permissions.ts';
import type { JobHandler } from './jobs/job-type.ts';
import type { Platform } from './platform.ts';
import type { Kind } from './publishing/kind.ts';
import type { StartupText } from './startup-error.ts';
import type { OrganisationApi } from './web/organisation-api.ts';
import type { MenuLink, NavigationEntry, PageContext } from './web/page-context.ts';
import type { Page, PageRoutes } from './web/page-routes.ts';
import type { PortalEnvironment } from './web/request-variables.ts';
import type { SiteMapSection } from './web/site-map.ts';

/** A capability of the portal: its folder's `index.ts` exports one, and `features.ts` lists it. */
export interface Feature<Services = unknown> {
  name: string;
  /** Place among the capabilities, lowest first: whose menu entries, site map and routes come before whose. */
  position: number;
  kinds?: readonly Kind[];
  /** What the public browses of them: page, API, open data, feed and site map come from the declaration. */
  collections?: readonly Collection[];
  /** Capabilities whose services this one needs, each under the name by which `create` receives it. */
  dependencies: Readonly<Record<string, Feature>>;
  /** What the sample content brings along for people who try the portal. */
  demonstration?: Demonstration;
  /** Called once, when the read model stands and what it depends on was created. */
  create(platform: Platform, dependencies: Readonly<Record<string, unknown>>): CreatedFeature<Services>;
}

export interface CreatedFeature<Services> {
  /** What other capabilities may use. */
  services: Services;
  routes: FeatureRoutes;
}

interface Demonstration {
  /** Told at start-up. */
  notice: StartupText;
  prepare(db: Database, now: Date): Promise<void>;
}

/** What a capability offers to others. */
type ServicesOf<SomeFeature> = SomeFeature extends Feature<infer Services> ? Services : never;

export interface FeatureDeclaration<Services, Needed extends Readonly<Record<string, Feature>>>
  extends Pick<Feature, 'name' | 'position' | 'kinds' | 'collections' | 'demonstration'> {
  dependencies?: Needed;
  create(
    platform: Platform,
    dependencies: { readonly [Name in keyof Needed]: ServicesOf<Needed[Name]> },
  ): CreatedFeature<Services>;
}

/** Declares a capability; what it needs of others is typed by their declarations. */
export function defineFeature<
  Services = undefined,
  Needed extends Readonly<Record<string, Feature>> = Record<never, never>,
>(declaration: FeatureDeclaration<Services, Needed>): Feature<Services> {
  return { dependencies: {}, ...declaration } as Feature<Services>;
}

export interface FeatureRoutes {
  /** Pages, each in both languages. */
  pages?(routes: PageRoutes): void;
  /** Routes below `/api/v1`. */
  api?(routes: Hono<PortalEnvironment>): void;
  /** Routes below `/api/v1` for programs of organisations, by access token. */
  organisationApi?(routes: OrganisationApi): void;
  /** Files at fixed addresses, such as feeds and downloads. */
  files?(routes: Hono<PortalEnvironment>): void;
  /** Links on every page. */
  navigation?: readonly NavigationEntry[];
  /** Its pages in the site map, as they are now. */
  siteMap?(): readonly SiteMapSection[];
  /** Entries of the signed-in menu, shown to those who may. */
  menu?: MenuEntry[];
  /** Pages of organisation rooms, linked from the organisation's own to those who may; paths are below the room. */
  roomMenu?: readonly MenuEntry[];
  /** Addresses that programs of others post to without a cookie, such as one-click unsubscribing. */
  crossSitePosts?: string[];
  /** Forms that carry files or long texts and may be larger than others. */
  largeForms?: LargeForm[];
  /** What stands above the results of a collection, by its name. */
  aboveResults?: Readonly<Record<string, (query: CollectionQuery, ctx: PageContext) => Page | undefined>>;
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
