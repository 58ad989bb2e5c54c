import type { Context, Hono } from 'hono';
import type { Collection } from './collections/collection.ts';
import type { OpenApiPart } from './collections/openapi.ts';
import type { CollectionQuery } from './collections/query.ts';
import type { Database } from './database/connection.ts';
import type { Language } from './i18n/language.ts';
import type { Permission } from './identity/permissions.ts';
import type { JobHandler } from './jobs/job-type.ts';
import type { Platform } from './platform.ts';
import type { Kind } from './publishing/kind.ts';
import type { FindableEntry } from './search/findable-entry.ts';
import type { StartupText } from './startup-error.ts';
import type { LinkTargets } from './web/link-targets.ts';
import type { OrganisationApi } from './web/organisation-api.ts';
import type { Page } from './web/page.ts';
import type { MenuLink, NavigationEntry, PageContext, SignedInContext } from './web/page-context.ts';
import type { PageRoutes } from './web/page-routes.ts';
import type { PortalEnvironment } from './web/request-variables.ts';
import type { SiteMapSection } from './web/site-map.ts';

/** A capability of the portal: its folder's `index.ts` exports one, and `features.ts` lists it. */
export interface Feature<Services = unknown> {
  name: string;
  /** Order among the capabilities, lowest first: for menu entries, the site map and routes. */
  position: number;
  kinds?: readonly Kind[];
  /**
   * Collections that the public browses: page, API, open data, feed and site map follow from the declaration.
   */
  collections?: readonly Collection[];
  /** Its pages that are no records, for search to find. */
  findable?: readonly FindableEntry[];
  /** Capabilities whose services this one needs, under the names by which `create` receives them. */
  dependencies: Readonly<Record<string, Feature>>;
  /** Demonstration data that comes with the sample content. */
  demonstration?: Demonstration;
  /** Called once, after the read model is loaded and the dependencies are created. */
  create(platform: Platform, dependencies: Readonly<Record<string, unknown>>): CreatedFeature<Services>;
}

export interface CreatedFeature<Services> {
  /** What other capabilities may use. */
  services: Services;
  routes: FeatureRoutes;
}

interface Demonstration {
  /** Shown at start-up. */
  notice: StartupText;
  prepare(db: Database, now: Date): Promise<void>;
}

/** The services that a capability offers to others. */
type ServicesOf<SomeFeature> = SomeFeature extends Feature<infer Services> ? Services : never;

export interface FeatureDeclaration<Services, Needed extends Readonly<Record<string, Feature>>>
  extends Pick<Feature, 'name' | 'position' | 'kinds' | 'collections' | 'findable' | 'demonstration'> {
  dependencies?: Needed;
  create(
    platform: Platform,
    dependencies: { readonly [Name in keyof Needed]: ServicesOf<Needed[Name]> },
  ): CreatedFeature<Services>;
}

/** Declares a capability; its dependencies are typed by their own declarations. */
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
  /** What its routes below `/api/v1` add to the OpenAPI document. */
  openApi?: OpenApiPart;
  /** Routes below `/api/v1` for organisations' programs, by access token. */
  organisationApi?(routes: OrganisationApi): void;
  /** Files at fixed addresses, such as feeds and downloads. */
  files?(routes: Hono<PortalEnvironment>): void;
  /** Links shown on every page. */
  navigation?: readonly NavigationEntry[];
  /** Its pages that other capabilities may lead to, where it is listed. */
  linkTargets?: Partial<LinkTargets>;
  /** Its current pages in the site map. */
  siteMap?(): readonly SiteMapSection[];
  /** Entries of the signed-in menu, shown to users with their permission. */
  menu?: MenuEntry[];
  /** Links to the signed-in user's own pages, at the end of the header. */
  userLinks?(ctx: SignedInContext): Page;
  /**
   * Pages of organisation rooms, linked from the organisation's page for users with their permission; paths
   * are relative to the room.
   */
  roomMenu?: readonly MenuEntry[];
  /** Addresses that other sites' programs post to without a cookie, such as one-click unsubscribing. */
  crossSitePosts?: string[];
  /** Forms with files or long texts whose size limit is higher. */
  largeForms?: LargeForm[];
  /** Pages that are no records, for what is being typed in the search box; best first. */
  suggestPages?(prefix: string, language: Language): readonly SuggestedPage[];
  /** Content above the results of a collection, by the collection's name. */
  aboveResults?: Readonly<Record<string, WriteAboveResults>>;
  /** Background work that this feature does. */
  jobs?: JobHandler[];
  /** Called for every public page after it is rendered; must return at once and not query the database. */
  onShown?(page: ShownPage): void;
  /**
   * Called for every followed redirect with the address of its rule; must return at once and not query the
   * database.
   */
  onRedirected?(c: Context<PortalEnvironment>, from: string): void;
  /** Called when the site starts to answer requests. */
  start?(): void;
  /** Called when the site no longer answers requests, before the database connection is closed. */
  stop?(): Promise<void>;
}

/** A page that is proposed while a search is typed. */
export interface SuggestedPage {
  title: string;
  /** Without language prefix. */
  path: string;
}

/** What a collection found for a query. */
export interface RecordsFound {
  /** Records that answer it. */
  total: number;
  /** Whether the best holds all words as typed. */
  holdsAll: boolean;
}

/** What stands above the results of a collection. */
export interface AboveResults {
  page: Page | false;
  /** How many things that were asked for are shown there. */
  answers: number;
  /** The query as it was read to find them. */
  corrected?: string;
}

type WriteAboveResults = (
  query: CollectionQuery,
  ctx: PageContext,
  found: RecordsFound,
) => AboveResults | undefined;

/** A page that was sent to a reader. */
interface ShownPage {
  c: Context<PortalEnvironment>;
  ctx: PageContext;
  /** Its route without language prefix, such as `/initiatives/:id`. */
  route: string;
}

/** A form with a file or a long text. */
export interface LargeForm {
  /** Path without language prefix, with `:name` for variable parts. */
  path: string;
  /** Most bytes of the whole form. */
  largest: number;
  /** Most bytes if it carries a file (`multipart/form-data`); absent: the same. */
  largestWithFile?: number;
}

export interface MenuEntry extends MenuLink {
  permission: Permission;
}
