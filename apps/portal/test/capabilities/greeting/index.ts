import { defineFeature } from '../../../src/platform/feature.ts';
import { handleJob } from '../../../src/platform/jobs/job-type.ts';
import { countGreeting } from './job.ts';
import { greetingPaths } from './paths.ts';
import './permissions.ts';
import { greetingPages } from './routes.tsx';

/** The smallest capability that has one of everything; a test adds it to a copy of the portal. */
export const greetingFeature = defineFeature({
  name: 'greeting',
  position: 900,
  create(platform) {
    const counted = { greetings: 0 };
    return {
      services: counted,
      routes: {
        pages: (routes) => greetingPages(routes, platform, counted),
        navigation: [
          {
            path: greetingPaths.greeting,
            header: { position: 900, label: ({ language }) => (language === 'ja' ? 'あいさつ' : 'Greeting') },
          },
        ],
        siteMap: () => [
          {
            name: 'greeting',
            heading: { ja: 'あいさつ', en: 'Greeting' },
            position: 900,
            pages: [{ path: greetingPaths.greeting, label: { ja: 'こんにちは', en: 'Hello' } }],
          },
        ],
        menu: [
          {
            path: greetingPaths.sent,
            label: { ja: '送ったあいさつ', en: 'Greetings sent' },
            permission: 'greeting.send',
          },
        ],
        jobs: [
          handleJob(countGreeting, async () => {
            counted.greetings += 1;
          }),
        ],
      },
    };
  },
});
