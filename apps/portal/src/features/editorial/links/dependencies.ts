import type { Platform } from '../../../platform/platform.ts';

/** Dependencies of checking links and notifying of dead ones. */
export type LinksDependencies = Pick<
  Platform,
  'connection' | 'kinds' | 'model' | 'outbound' | 'mail' | 'config' | 'log'
>;
