import { sheetLimits } from '@kakehashi/spreadsheets';
import { entryForms } from '../../../platform/editing/form/entry-form.ts';
import { defineFeature } from '../../../platform/feature.ts';
import { handleJob, handleSchedule } from '../../../platform/jobs/job-type.ts';
import { entriesFeature } from '../entries/index.ts';
import { readUploadJob, runImportJob } from './jobs.ts';
import { importPaths } from './paths.ts';
import { readUpload } from './reading.ts';
import { importPages } from './routes.tsx';
import { runImport } from './running.ts';
import { sweepUploads, uploadsUnderWay } from './uploads.ts';
import './permissions.ts';

/** Largest form in bytes: the file limit plus the other fields. */
const largestForm = sheetLimits.fileBytes + 64 * 1024;

// How a filled-in sheet is read and its template made, for capabilities whose rows are no entries.
export {
  type ImportColumn,
  importColumns,
  isExample,
  type RecognisedColumns,
  recogniseColumns,
} from './columns.ts';
export { addressOf, fillMerged } from './merged-cells.ts';
export { digestOf } from './model.ts';
export { readRow } from './row-check.ts';
export { excelTemplate } from './template.ts';

/** Bulk entry: many entries at once, from Excel or CSV. */
export const importFeature = defineFeature({
  name: 'import',
  position: 70,
  dependencies: { entries: entriesFeature },
  create(platform, { entries }) {
    const forms = entryForms(platform.kinds);
    const { db } = platform.connection;
    // Resume work interrupted by a killed node at once instead of waiting for the job's timeout.
    platform.jobs.ready
      .then(async () => {
        for (const { id, state } of await uploadsUnderWay(db))
          await platform.jobs.enqueue(db, state === 'reading' ? readUploadJob : runImportJob, { id });
      })
      .catch((error) => platform.log.warn({ err: error }, 'could not look for imports under way'));
    return {
      services: undefined,
      routes: {
        pages: (routes) => importPages(routes, platform, forms),
        largeForms: [{ path: importPaths.list, largest: largestForm }],
        menu: [
          {
            path: importPaths.list,
            label: { ja: 'まとめて登録', en: 'Bulk entry' },
            permission: 'entry.import',
          },
        ],
        jobs: [
          handleJob(readUploadJob, ({ id }) => readUpload(platform, forms, id)),
          handleJob(runImportJob, ({ id }, run) => runImport(platform, entries, forms, id, run)),
          handleSchedule('import.sweep', '40 3 * * *', async () => {
            await sweepUploads(db, platform.now());
          }),
        ],
      },
    };
  },
});
