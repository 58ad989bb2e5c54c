import type { Collections } from './collections/collections.ts';
import type { OpenApiPart } from './collections/openapi.ts';
import type { Config } from './config/index.ts';
import type { DatabaseConnection } from './database/connection.ts';
import type { Identity } from './identity/identity.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Mail } from './mail/mail.ts';
import type { Logger } from './observability/log.ts';
import type { Metrics } from './observability/metrics.ts';
import type { OrganisationRooms } from './organisations/rooms.ts';
import type { Outbound } from './outbound/outbound.ts';
import type { KindRegistry } from './publishing/kind.ts';
import type { Publishing } from './publishing/service.ts';
import type { ReadModel } from './read-model/read-model.ts';
import type { FindableEntry } from './search/findable-entry.ts';
import type { SiteSearch } from './search/site-search.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';
import type { Previews } from './web/previews.ts';
import type { SiteMapSection } from './web/site-map.ts';

/** Services available to every feature. */
export interface Platform {
  config: Config;
  log: Logger;
  metrics: Metrics;
  connection: DatabaseConnection;
  kinds: KindRegistry;
  /** The collections that the public browses. */
  collections: Collections;
  /** Search over all listed records. */
  search: SiteSearch;
  publishing: Publishing;
  /** Previews of unpublished records. */
  previews: Previews;
  model: ReadModel;
  identity: Identity;
  jobs: Jobs;
  mail: Mail;
  /** Private data of organisations. */
  rooms: OrganisationRooms;
  /** Calls to other servers. */
  outbound: Outbound;
  /** Pages of all capabilities that are no records, for search to find. */
  findable: readonly FindableEntry[];
  /** The currently published vocabulary. */
  vocabulary(): Vocabulary;
  /** The current pages of all capabilities. */
  siteMap(): readonly SiteMapSection[];
  /** What capabilities add to the OpenAPI document. */
  openApiParts(): readonly OpenApiPart[];
  now(): Date;
}
