import { z } from 'zod';
import { defineJob } from '../../../src/platform/jobs/job-type.ts';

export const countGreeting = defineJob({ name: 'greeting.count', data: z.object({}) });
