import { entryForms } from '../../../platform/editing/form/entry-form.ts';
import { type CreatedFeature, defineFeature } from '../../../platform/feature.ts';
import { handleJob, handleSchedule } from '../../../platform/jobs/job-type.ts';
import { sweepPictures } from '../../../platform/pictures/attaching.ts';
import { pictureLimits } from '../../../platform/pictures/limits.ts';
import { catalogueFeature } from '../../public/catalogue/index.ts';
import { auditPages } from './audit-routes.tsx';
import { callPages } from './call-routes.tsx';
import { correctionPages } from './correct-routes.tsx';
import { entryPages } from './entry-routes.tsx';
import { evidenceLimits, scanEvidence, scanEvidenceJob, sweepEvidence } from './evidence/evidence.ts';
import { evidencePages } from './evidence/evidence-routes.tsx';
import { EvidenceStore } from './evidence/evidence-store.ts';
import { historyPages } from './history-routes.tsx';
import { entriesMenu } from './menu.ts';
import { entryPaths } from './paths.ts';
import { entryPictures, publicPictures } from './pictures/picture-routes.ts';
import { Renewal } from './renewal.ts';
import { renewalPages } from './renewal-routes.tsx';
import { type EntryServices, type ReturnListener, sendNewWithin, sendWithin } from './sending.ts';
import { startPages } from './start-routes.tsx';
import { suspensionPages } from './suspension-routes.tsx';
import './permissions.ts';

const megabyte = 1024 * 1024;
/** Bytes allowed for the form fields besides the file. */
const roomForFields = 64 * 1024;

/** Publishing desk: providers enter, send and renew entries. */
export const entriesFeature = defineFeature({
  name: 'entries',
  position: 40,
  dependencies: { catalogue: catalogueFeature },
  create(platform, { catalogue }): CreatedFeature<EntryServices> {
    const forms = entryForms(platform.kinds);
    const renewal = new Renewal(platform, forms);
    const { connection, publishing, vocabulary } = platform;
    const returnListeners: ReturnListener[] = [];
    const sending = { connection, publishing, vocabulary, returnListeners };
    const evidence = new EvidenceStore(platform.config.dataDir);
    return {
      services: {
        onReturned: (listener) => returnListeners.push(listener),
        sendWithin: (tx, form, id, reason, user, now) => sendWithin(tx, sending, form, id, reason, user, now),
        sendNewWithin: (tx, form, entries, reason, user, now) =>
          sendNewWithin(tx, platform, form, entries, reason, user, now),
      },
      routes: {
        pages(routes) {
          startPages(routes, platform, forms);
          entryPages(routes, platform, forms, catalogue, sending);
          callPages(routes, platform, forms);
          entryPictures(routes, platform);
          evidencePages(routes, platform, forms, evidence);
          historyPages(routes, platform, forms);
          correctionPages(routes, platform, forms);
          renewalPages(routes, renewal, platform);
          suspensionPages(routes, platform, forms);
          auditPages(routes, platform);
        },
        files: (routes) => publicPictures(routes, platform),
        menu: entriesMenu,
        largeForms: [
          { path: entryPaths.evidence(':id'), largest: evidenceLimits.bytes + roomForFields },
          { path: entryPaths.pictures(':id'), largest: pictureLimits.bytes + roomForFields },
          {
            path: entryPaths.edit(':id'),
            largest: megabyte,
            largestWithFile: pictureLimits.bytes + megabyte,
          },
          ...[entryPaths.call(':id'), entryPaths.correct(':id')].map((path) => ({
            path,
            largest: megabyte,
          })),
        ],
        jobs: [
          handleJob(scanEvidenceJob, ({ id }) => scanEvidence(platform, evidence, id, platform.now())),
          handleSchedule('evidence.sweep', '20 3 * * *', async () => {
            await sweepEvidence(platform, evidence, platform.now());
          }),
          handleSchedule('picture.sweep', '40 3 * * *', async () => {
            const count = await sweepPictures(platform.connection.db, platform.now());
            platform.log.info({ count }, 'pictures that nothing refers to were deleted');
          }),
          handleSchedule('desk.remind', '0 8 * * *', async () => {
            const count = await renewal.remind(platform.now());
            platform.log.info({ count }, 'entries near their date');
          }),
        ],
      },
    };
  },
});

export { callNow } from './call-answers.ts';
export { entryEvents } from './entry-view.ts';
export { evidenceOn } from './evidence/evidence.ts';
export { entryPaths } from './paths.ts';
export { organisationName, peopleBehind } from './people.ts';
export { titleIn } from './presenting.ts';
export type { EntryServices } from './sending.ts';
export { comparableDraft, similarEntries } from './similar-entries.ts';
export type { EventView, EvidenceView } from './views.ts';
