import * as capabilities from './features.ts';
import { createAuditShipper } from './platform/audit/shipping/shipper.ts';
import { Collections, facetsOf, sortsOf } from './platform/collections/collections.ts';
import { declaredTerms } from './platform/collections/facet.ts';
import type { Config } from './platform/config/index.ts';
import { type CreatedFeatures, createFeatures } from './platform/create-features.ts';
import { connectDatabase } from './platform/database/connection.ts';
import type { Feature, FeatureRoutes } from './platform/feature.ts';
import { createIdentity } from './platform/identity/identity.ts';
import { noteSecret } from './platform/identity/secret-fingerprint.ts';
import { handleSchedule, type JobHandler } from './platform/jobs/job-type.ts';
import { createJobs } from './platform/jobs/jobs.ts';
import { createMail } from './platform/mail/mail.ts';
import type { Logger } from './platform/observability/log.ts';
import { createMetrics } from './platform/observability/metrics.ts';
import { createOrganisationRooms } from './platform/organisations/rooms.ts';
import { createOutbound } from './platform/outbound/outbound.ts';
import type { Platform } from './platform/platform.ts';
import { KindRegistry } from './platform/publishing/kind.ts';
import { Publishing } from './platform/publishing/service.ts';
import { Showing } from './platform/publishing/showing.ts';
import { quotaJobs } from './platform/quota/quota.ts';
import { followPublishing } from './platform/read-model/freshness.ts';
import { ReadModel } from './platform/read-model/read-model.ts';
import { redirectsKind } from './platform/redirects/redirects-kind.ts';
import { readGeneralSynonyms } from './platform/search/general-synonyms.ts';
import { SiteSearch } from './platform/search/site-search.ts';
import { synonymsKind } from './platform/search/synonyms-kind.ts';
import { readingsKind } from './platform/typesetting/readings-kind.ts';
import { createTypesetterSource } from './platform/typesetting/typesetter-source.ts';
import type { DeclaredTerms } from './platform/vocabulary/vocabulary.ts';
import { defineVocabulary } from './platform/vocabulary/vocabulary-kind.ts';
import { createVocabularySource } from './platform/vocabulary/vocabulary-source.ts';
import { createApp } from './platform/web/app.ts';
import { readAssets } from './platform/web/assets.ts';
import type { DeclaredApiRoute } from './platform/web/organisation-api.ts';
import type { DeclaredRoute } from './platform/web/page-routes.ts';
import { Previews } from './platform/web/previews.ts';
import { serve } from './platform/web/server.ts';
import { arrangeSiteMap } from './platform/web/site-map.ts';
import { collectionRoutes } from './ui/collections/routes.tsx';
import { outcomePages } from './ui/status-pages/index.tsx';

/** The capabilities of this portal. */
export const features: readonly Feature[] = Object.values(capabilities);

/** Kinds used by the platform itself. */
const platformKinds = [readingsKind, synonymsKind, redirectsKind];

/** All kinds of publication, the platform's and the features'. */
export function registerKinds(from: readonly Feature[] = features): KindRegistry {
  const kinds = new KindRegistry();
  const facets = facetsOf(from.flatMap(({ collections = [] }) => collections));
  const kept = facets.filter(({ values }) => !values);
  for (const kind of [defineVocabulary(kept), ...platformKinds]) kinds.register(kind);
  for (const feature of from) for (const kind of feature.kinds ?? []) kinds.register(kind);
  return kinds;
}

export interface Portal {
  platform: Platform;
  servicesOf: CreatedFeatures['servicesOf'];
  /** Port it listens on. */
  port: number;
  /** All URLs that answer, for any reader. */
  addresses: readonly { method: string; path: string }[];
  stop(): Promise<void>;
}

export interface PortalDependencies {
  /** Default: those of this portal. */
  features?: readonly Feature[];
  config: Config;
  log: Logger;
  /** URL of a migrated database, for the portal's role. */
  databaseUrl: string;
  /** Creates the job queue in the database if missing. */
  installQueue?: () => Promise<void>;
  /** Folder of the client build. */
  assetsDir: string;
  now?: () => Date;
  /** Origins that may be called although they are not public: for tests with their own servers. */
  trustedOrigins?: readonly string[];
  /** Milliseconds between two calls to the same host; default: one second. */
  callPause?: number;
  /** Milliseconds that a form's sender waits for calls to other servers; default: six seconds. */
  callTimeoutMs?: number;
  /** Called for every route of a page or form. */
  declare?: (route: DeclaredRoute) => void;
  /** Called for every route for organisations' programs. */
  declareApi?: (route: DeclaredApiRoute) => void;
}

/** One node: published records in memory, kept up to date, served as pages and data. */
export async function openPortal(dependencies: PortalDependencies): Promise<Portal> {
  const { config, log, databaseUrl, now = () => new Date() } = dependencies;
  const connection = connectDatabase(databaseUrl, (error) =>
    log.warn({ err: error }, 'idle connection lost'),
  );
  const listed = dependencies.features ?? features;
  const kinds = registerKinds(listed);
  const declared = listed.flatMap((feature) => feature.collections ?? []);
  const facets = facetsOf(declared);
  const model = new ReadModel((error) =>
    log.error({ err: error }, 'a part of this node could not take up a published change'),
  );
  const fresh = await followPublishing(model, connection, kinds, log);
  const metrics = createMetrics({
    records: () => model.size,
    databaseUp: () => fresh.live,
    sequence: () => model.sequence,
  });
  const jobs = createJobs(connection, log, metrics, undefined, dependencies.installQueue);
  const { auditTarget } = config;
  const shipper =
    auditTarget &&
    createAuditShipper({
      connection,
      log,
      metrics,
      target: auditTarget,
      host: new URL(config.baseUrl).hostname,
      now,
    });
  const mail = createMail({ config, db: connection.db, jobs, now });
  let routes: readonly FeatureRoutes[] = [];
  const terms = new Map<string, DeclaredTerms>(
    kinds.all().flatMap((kind) => Object.entries(kind.terms ?? {})),
  );
  for (const [name, declaredWords] of declaredTerms(facets)) terms.set(name, declaredWords);
  const vocabulary = createVocabularySource(model, terms);
  const search = new SiteSearch(
    kinds,
    facets.map(({ name }) => name),
    vocabulary,
    await readGeneralSynonyms(),
    (error) => log.error({ err: error }, 'could not index records by the new vocabulary'),
    sortsOf(declared),
    now,
  );
  model.observe(search);
  search.warmUp();
  const platform: Platform = {
    search,
    collections: new Collections(declared, { kinds, model, search, vocabulary, now }),
    config,
    log,
    metrics,
    connection,
    kinds,
    model,
    identity: createIdentity({ config, db: connection.db, mail, log, now }),
    jobs,
    mail,
    rooms: createOrganisationRooms(connection.db),
    outbound: createOutbound({
      userAgent: `Kakehashi (+${config.baseUrl})`,
      pause: dependencies.callPause ?? 1_000,
      timeoutMs: dependencies.callTimeoutMs,
      trustedOrigins: dependencies.trustedOrigins ?? [],
    }),
    publishing: new Publishing(connection.db, kinds, new Showing(createTypesetterSource(connection.db))),
    previews: new Previews(),
    findable: listed.flatMap(({ findable = [] }) => findable),
    vocabulary,
    siteMap: () => arrangeSiteMap(routes.flatMap((feature) => feature.siteMap?.() ?? [])),
    openApiParts: () => routes.flatMap((feature) => feature.openApi ?? []),
    now,
  };
  await noteSecret(connection.db, platform.identity.secret, now(), log);
  if (config.demonstration)
    for (const { demonstration } of listed) await demonstration?.prepare(connection.db, now());
  const created = createFeatures(listed, platform);
  const { servicesOf } = created;
  // Collections first, so that middleware for the whole API is registered before any of its routes.
  routes = [collectionRoutes(platform, created.routes), ...created.routes];
  const app = createApp({
    platform,
    assets: await readAssets(dependencies.assetsDir),
    features: routes,
    outcomes: outcomePages,
    ...(dependencies.declare && { declare: dependencies.declare }),
    ...(dependencies.declareApi && { declareApi: dependencies.declareApi }),
    live: () => fresh.live,
  });
  const server = await serve(app, config.host, config.port);
  for (const feature of routes) feature.start?.();
  shipper?.start();
  jobs.start([
    publishDue(platform),
    ...mail.handlers,
    ...quotaJobs(platform),
    ...routes.flatMap((feature) => feature.jobs ?? []),
  ]);

  return {
    platform,
    servicesOf,
    port: server.port,
    addresses: app.routes,
    async stop() {
      await server.stop();
      for (const feature of routes) await feature.stop?.();
      await jobs.stop();
      await shipper?.stop();
      await mail.stop();
      await fresh.stop();
      await connection.close();
    },
  };
}

/** Publishes scheduled records and expires unrenewed ones, once a minute on one node. */
function publishDue({ publishing, now }: Platform): JobHandler {
  const publish = async () => {
    await publishing.runDue(now());
  };
  return handleSchedule('publishing.due', '* * * * *', publish, { retries: 0 });
}
