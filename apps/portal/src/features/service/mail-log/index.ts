import { defineFeature } from '../../../platform/feature.ts';
import { mailPaths } from './paths.ts';
import { mailPages } from './routes.tsx';
import './permissions.ts';

/** Log of sent mail for administrators; without an SMTP server (trial), it includes the texts. */
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
