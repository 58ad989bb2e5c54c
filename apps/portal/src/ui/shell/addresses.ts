import type { Language } from '../../platform/i18n/language.ts';
import { localPath } from '../../platform/i18n/site-url.ts';
import type { PageContext } from '../../platform/web/page-context.ts';

/** The address of the page at hand in one of the site's languages, without origin. */
export function addressIn(language: Language, ctx: PageContext): string {
  return localPath(ctx.path + ctx.queryString, language);
}

/** Whether the page at hand is the one at `path` or lies below it. */
export function currentMark(path: string, ctx: PageContext): 'page' | 'true' | undefined {
  if (ctx.path === path) return 'page';
  return ctx.path.startsWith(`${path}/`) ? 'true' : undefined;
}
