import { defineFeature } from '../../../platform/feature.ts';
import { dataPolicy } from '../../../platform/web/security-headers.ts';
import { sendData } from '../../../platform/web/send-data.ts';
import { securityNavigation, securitySiteMap } from './navigation.ts';
import { securityPage } from './pages/security.tsx';
import { securityPath } from './paths.ts';
import { writeSecurityTxt } from './security-txt.ts';

const wellKnown = '/.well-known/security.txt';

/** Security contact: a page, and the security.txt of RFC 9116. */
export const securityContactFeature = defineFeature({
  name: 'security-contact',
  position: 140,
  findable: [
    {
      path: securityPath,
      title: { ja: 'このサイトの弱点を見つけた方へ', en: 'Reporting a weakness of this site' },
      asked: ['このサイトの脆弱性', 'security.txt', 'weakness of this site'],
    },
  ],
  create({ config, now }) {
    return {
      services: undefined,
      routes: {
        navigation: securityNavigation,
        siteMap: () => securitySiteMap,
        pages: (routes) =>
          routes.shared(securityPath, (_, ctx) => securityPage(ctx, config.securityContacts)),
        files(routes) {
          routes.get(wellKnown, (c) =>
            sendData(c, writeSecurityTxt(config, now()), 'text/plain; charset=utf-8'),
          );
          routes.get('/security.txt', (c) => {
            c.header('Cache-Control', 'public, max-age=3600');
            // The pages' content security policy has a nonce, which would make every response different.
            c.header('Content-Security-Policy', dataPolicy);
            return c.redirect(wellKnown, 301);
          });
        },
      },
    };
  },
});
