import { defineFeature } from '../../../platform/feature.ts';
import { mailPaths } from './paths.ts';
import { mailPages } from './routes.tsx';
import './permissions.ts';

/** What mail the site sent, for administrators; in a trial without an SMTP server, what it says too. */
export const mailLogFeature = defineFeature({
  name: 'mail-log',
  position: 120,
  create: (platform) => ({
    services: undefined,
    routes: {
      pages: (routes) => mailPages(routes, platform),
      menu: [
        {
          path: mailPaths.list,
          label: { ja: '送信メール', en: 'Mail' },
          permission: 'mail.view',
          administration: true,
        },
      ],
    },
  }),
});
