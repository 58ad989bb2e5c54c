import type { Config } from './config/index.ts';
import type { DatabaseConnection } from './database/connection.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Mail } from './mail/mail.ts';
import type { Logger } from './observability/log.ts';
import type { Metrics } from './observability/metrics.ts';
import type { KindRegistry } from './publishing/kind.ts';
import type { Publishing } from './publishing/service.ts';
import type { ReadModel } from './read-model/read-model.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** What every feature stands on. */
export interface Platform {
  config: Config;
  log: Logger;
  metrics: Metrics;
  connection: DatabaseConnection;
  kinds: KindRegistry;
  publishing: Publishing;
  model: ReadModel;
  jobs: Jobs;
  mail: Mail;
  /** The published vocabulary as it stands now. */
  vocabulary(): Vocabulary;
  now(): Date;
}
