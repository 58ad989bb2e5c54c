import type { Platform } from '../../../platform/platform.ts';

/** What calling links, and telling of dead ones, stands on. */
export type LinksDependencies = Pick<
  Platform,
  'connection' | 'kinds' | 'model' | 'outbound' | 'mail' | 'config' | 'log'
>;
