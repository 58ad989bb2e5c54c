import { defineFeature } from '../../../platform/feature.ts';
import { handleJob, handleSchedule } from '../../../platform/jobs/job-type.ts';
import { deliverMessage, deliverWebhook } from './delivery.ts';
import { webhookPaths } from './paths.ts';
import { webhookPages } from './routes.tsx';
import { Webhooks } from './service.ts';
import './permissions.ts';

/** Webhooks: notify other systems of publications and withdrawals. */
export const webhooksFeature = defineFeature({
  name: 'webhooks',
  position: 130,
  create(platform) {
    const { connection, jobs, outbound, kinds, config, publishing, now } = platform;
    const { db } = connection;
    const webhooks = new Webhooks({ db, jobs, outbound, kinds, baseUrl: config.baseUrl });
    publishing.observe((tx, change, at) => webhooks.enqueue(tx, change, at));
    return {
      services: undefined,
      routes: {
        pages: (routes) => webhookPages(routes, webhooks, platform),
        menu: [
          {
            path: webhookPaths.list,
            label: { ja: 'Webhook', en: 'Webhooks' },
            permission: 'webhook.manage',
            administration: true,
          },
        ],
        jobs: [
          handleJob(deliverWebhook, ({ id }, run) => deliverMessage(id, run, { db, outbound, now })),
          handleSchedule('webhooks.forget-old', '40 4 * * *', () => webhooks.deleteOld(now())),
        ],
      },
    };
  },
});
