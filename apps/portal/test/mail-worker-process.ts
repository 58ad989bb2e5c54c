/** A node that only sends mail, for the test that kills it: `node mail-worker-process.ts DATABASE_URL SMTP_URL`. */
import { tmpdir } from 'node:os';
import { pino } from 'pino';
import { connectDatabase } from '../src/platform/database/connection.ts';
import { createJobs } from '../src/platform/jobs/jobs.ts';
import { createMail } from '../src/platform/mail/mail.ts';
import { createMetrics } from '../src/platform/observability/metrics.ts';

const [databaseUrl = '', smtpUrl = ''] = process.argv.slice(2);
const connection = connectDatabase(databaseUrl);
const metrics = createMetrics({ records: () => 0, databaseUp: () => true, sequence: () => 0 });
const jobs = createJobs(connection, pino({ level: 'silent' }), metrics, { due: 0.5, lost: 1, life: 10 });
const config = {
  smtpUrl,
  mailFrom: 'Kakehashi <no-reply@portal.example>',
  baseUrl: 'https://portal.example',
  dataDir: tmpdir(),
};
const mail = createMail({ config, db: connection.db, jobs, now: () => new Date() });
jobs.start(mail.handlers);
