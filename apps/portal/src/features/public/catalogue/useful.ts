import { z } from 'zod';
import { sitePaths } from '../../../ui/shell/site-paths.ts';
import type { Catalogue } from './catalogue.ts';
import { situationIds } from './presenting/help-view.ts';

/** Why a page was not useful; there is no free text, in which somebody might write of themselves. */
export const unusefulReasons = ['missing', 'hard', 'outdated', 'link', 'contact'] as const;

/** The form, as it is sent. */
export const opinionForm = z.object({
  page: z.string().max(200),
  answer: z.enum(['yes', 'no']),
  reason: z.enum(['', ...unusefulReasons]).default(''),
});

/** Whether a path, without language prefix, is a page that asks for opinions: one of a record or of help. */
export function asksForOpinion(path: string, catalogue: Catalogue): boolean {
  if (path === sitePaths.help) return true;
  const [, place = '', id = ''] = /^(.*)\/([^/]+)$/.exec(path) ?? [];
  if (place === sitePaths.help) return situationIds(catalogue).includes(id);
  const [record] = catalogue.pick([id]);
  return record !== undefined && catalogue.pagePath(record) === path;
}
