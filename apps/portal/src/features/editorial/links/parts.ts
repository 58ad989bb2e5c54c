import type { Platform } from '../../../platform/platform.ts';

/** What calling links, and telling of dead ones, stands on. */
export type LinksParts = Pick<
  Platform,
  'connection' | 'kinds' | 'model' | 'outbound' | 'mail' | 'config' | 'log'
>;
