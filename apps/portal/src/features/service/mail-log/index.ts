import type { Feature } from '../../../platform/feature.ts';
import { mailPaths } from './paths.ts';
import { mailPages } from './routes.tsx';

/** What mail the site sent, for administrators; in a trial without an SMTP server, what it says too. */
export const sentMailFeature: Feature = {
  name: 'sent-mail',
  register: (platform) => ({
    pages: (routes) => mailPages(routes, platform),
    menu: [
      {
        path: mailPaths.list,
        label: { ja: '送信メール', en: 'Mail' },
        permission: 'mail.view',
        administration: true,
      },
    ],
  }),
};
