import { defineFeature } from '../../../platform/feature.ts';
import { dataPolicy } from '../../../platform/web/security-headers.ts';
import { sendData } from '../../../platform/web/send-data.ts';
import { securityNavigation, securitySiteMap } from './navigation.ts';
import { securityPage } from './pages/security.tsx';
import { securityPath } from './paths.ts';
import { writeSecurityTxt } from './security-txt.ts';

const wellKnown = '/.well-known/security.txt';

/** Where to report a weakness of the site: as a page for people, and as the file that RFC 9116 asks for. */
export const securityContactFeature = defineFeature({
  name: 'security-contact',
  position: 140,
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
            // The policy of pages has a nonce, so that no two answers would be the same.
            c.header('Content-Security-Policy', dataPolicy);
            return c.redirect(wellKnown, 301);
          });
        },
      },
    };
  },
});
