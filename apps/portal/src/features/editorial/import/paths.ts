import { entryPaths } from '../entries/pages/index.ts';

const one = (id: string) => `${entryPaths.import}/${id}`;

/** Paths of bulk entry, without language prefix. */
export const importPaths = {
  list: entryPaths.import,
  template: (file: string) => `${entryPaths.import}/template/${file}`,
  one,
  /** Sends all its drafts for review. */
  send: (id: string) => `${one(id)}/send`,
  progress: (id: string) => `${one(id)}/progress`,
  corrected: (id: string, format: string) => `${one(id)}/corrected/${format}`,
};
