import { defineFeature } from '../../../platform/feature.ts';
import { handleSchedule } from '../../../platform/jobs/job-type.ts';
import { announceCalls } from './announcing.ts';
import { callKind } from './call-kind.ts';
import { campaignPages } from './editor-routes.tsx';
import { callPaths } from './paths.ts';
import { callSiteMap } from './presenting/public-view.ts';
import { publicCallPages } from './public-routes.tsx';
import './permissions.ts';

export { type Criterion, criteriaOfCall, standingCriteria } from './acceptance.ts';
export { reviewDue, sentIntoCall } from './deadlines.ts';
export {
  chooseCall,
  type EnteredCall,
  enteredCall,
  keepAnswers,
  leaveCall,
  type OfferedCall,
  openCalls,
  sendIntoCall,
  sendingProblems,
  settleCall,
} from './entering.ts';
export { callsWithin } from './figures.ts';
export { type Answers, answerInput } from './model.ts';
export { currentCalls } from './presenting/public-view.ts';

/** Calls for entries (募集): announced, open for a time, with criteria and questions of their own. */
export const callsFeature = defineFeature({
  name: 'calls',
  position: 60,
  kinds: [callKind],
  findable: [
    {
      path: callPaths.public,
      title: { ja: '取組の募集', en: 'Calls for entries' },
      asked: [
        '募集',
        '掲載したい',
        '載せてほしい',
        '登録したい',
        '応募したい',
        '応募',
        '取組を登録',
        'submit an initiative',
        'list our programme',
      ],
    },
  ],
  create(platform) {
    return {
      services: undefined,
      routes: {
        siteMap: () => callSiteMap(platform.model),
        pages(routes) {
          publicCallPages(routes, platform);
          campaignPages(routes, platform);
        },
        largeForms: [{ path: callPaths.edit(':id'), largest: 1024 * 1024 }],
        menu: [{ path: callPaths.list, label: { ja: '募集', en: 'Calls' }, permission: 'campaign.manage' }],
        jobs: [
          handleSchedule('campaigns.announce', '*/10 * * * *', async () => {
            const count = await announceCalls(platform, platform.now());
            if (count > 0) platform.log.info({ count }, 'mails about calls for entries');
          }),
        ],
      },
    };
  },
});
