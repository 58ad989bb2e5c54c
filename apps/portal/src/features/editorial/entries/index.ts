import { defineFeature } from '../../../platform/feature.ts';
import { handleJob, handleSchedule } from '../../../platform/jobs/job-type.ts';
import { catalogueFeature } from '../../public/catalogue/index.ts';
import { auditPages } from './audit-routes.tsx';
import { callPages } from './call-routes.tsx';
import { correctionPages } from './correct-routes.tsx';
import { entryPages } from './entry-routes.tsx';
import { evidenceLimits, scanEvidence, scanEvidenceJob, sweepEvidence } from './evidence/evidence.ts';
import { evidencePages } from './evidence/evidence-routes.tsx';
import { EvidenceStore } from './evidence/evidence-store.ts';
import { haltPages } from './halt-routes.tsx';
import { historyPages } from './history-routes.tsx';
import { holdBack } from './holding.ts';
import { deskMenu } from './menu.ts';
import { deskPaths } from './paths.ts';
import { entryForms } from './presenting.ts';
import { Renewal } from './renewal.ts';
import { renewalPages } from './renewal-routes.tsx';
import { reviewPages } from './review-routes.tsx';
import { startPages } from './start-routes.tsx';
import './permissions.ts';

const megabyte = 1024 * 1024;

/** The publishing desk: providers enter, reviewers approve, owners renew; everything is kept. */
export const entriesFeature = defineFeature({
  name: 'entries',
  position: 40,
  dependencies: { catalogue: catalogueFeature },
  create(platform, { catalogue }) {
    const forms = entryForms(platform.kinds);
    const renewal = new Renewal(platform, forms);
    const evidence = new EvidenceStore(platform.config.dataDir);
    return {
      services: undefined,
      routes: {
        pages(routes) {
          startPages(routes, platform, forms);
          entryPages(routes, platform, forms, catalogue);
          callPages(routes, platform, forms);
          evidencePages(routes, platform, forms, evidence);
          historyPages(routes, platform, forms);
          correctionPages(routes, platform, forms);
          reviewPages(routes, platform, forms);
          renewalPages(routes, renewal, platform);
          haltPages(routes, platform, forms);
          auditPages(routes, platform);
        },
        menu: deskMenu,
        largeForms: [
          { path: deskPaths.evidence(':id'), largest: evidenceLimits.bytes + megabyte },
          ...[deskPaths.edit(':id'), deskPaths.call(':id'), deskPaths.correct(':id')].map((path) => ({
            path,
            largest: megabyte,
          })),
        ],
        jobs: [
          handleJob(scanEvidenceJob, ({ id }) => scanEvidence(platform, evidence, id, platform.now())),
          handleSchedule('evidence.sweep', '20 3 * * *', async () => {
            await sweepEvidence(platform, evidence, platform.now());
          }),
          handleSchedule('desk.hold', '* * * * *', async () => {
            const reviewed = (kind: string, id: string) =>
              forms.has(kind) ? deskPaths.review(id) : deskPaths.editing;
            const count = await holdBack(platform, reviewed, platform.now());
            if (count > 0) platform.log.info({ count }, 'due, but links do not open');
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

/** For features that enter or edit by other ways than this desk's form. */
export { mayWith } from './access.ts';
export type { ComparedInput } from './comparing/revision-diff.ts';
export { diffText } from './comparing/text-diff.ts';
export { refusalOf } from './deciding.ts';
export {
  discardDraft,
  lockEntries,
  lockEntry,
  roomForDrafts,
  storeDraft,
  typedNow,
  type WrittenDraft,
  writeDrafts,
} from './drafts.ts';
export {
  type Entry,
  entriesOfKinds,
  findEntries,
  findEntry,
  isOpen,
  type Stage,
  stageOf,
} from './entries.ts';
export { type EntryForm, type FormField, inputsOf, longestOf } from './form/entry-form.ts';
export { merge, readSeen, type Seen, seenIn, writeSeen } from './form/merging.ts';
export { inputLabel, readTyped } from './form/reading.ts';
export { oneValue, type Typed } from './form/typed.ts';
export { holdBack } from './holding.ts';
export { deskActions } from './messages.ts';
export { Comparison } from './pages/comparison.tsx';
export { DeskPage } from './pages/desk-page.tsx';
export { HistoryPage } from './pages/history.tsx';
export { StageLabel } from './pages/stage-label.tsx';
export { deskPaths } from './paths.ts';
export { namingFor } from './people.ts';
export { entryForms, offered } from './presenting.ts';
export { aRevision, type ChosenRevisions, chosenRevisions, readHistory } from './revisions.ts';
export { sendNewWithin, sendWithin } from './sending.ts';
