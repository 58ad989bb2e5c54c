import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-type.ts';

const data = z.object({ id: z.uuid() });

/** Reads and checks an uploaded file. */
export const readUploadJob = defineJob({ name: 'import.read', data, timeLimit: 600, firstDelay: 5 });

/** Imports the rows of a checked file. */
export const runImportJob = defineJob({
  name: 'import.run',
  data,
  timeLimit: 3_600,
  firstDelay: 5,
  retries: 20,
});
