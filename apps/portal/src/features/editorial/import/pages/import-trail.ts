import type { PageContext } from '../../../../platform/web/page-context.ts';
import { importText } from '../messages.ts';
import { importPaths } from '../paths.ts';

/** The way back from the page of one upload. */
export function importTrail(ctx: PageContext): { label: string; href: string }[] {
  return [{ label: importText(ctx).label.title, href: ctx.href(importPaths.list) }];
}
