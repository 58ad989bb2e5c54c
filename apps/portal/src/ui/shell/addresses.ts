import type { Language } from '../../platform/i18n/language.ts';
import type { PageContext } from '../../platform/web/page-context.ts';

/** The address of the page at hand in one of the site's languages, without origin. */
export function addressIn(language: Language, ctx: PageContext): string {
  if (language === 'ja') return ctx.path + ctx.queryString;
  return `/en${ctx.path === '/' ? '' : ctx.path}${ctx.queryString}`;
}

/** Whether the page at hand is the one at `path` or lies below it. */
export function currentMark(path: string, ctx: PageContext): 'page' | 'true' | undefined {
  if (ctx.path === path) return 'page';
  return ctx.path.startsWith(`${path}/`) ? 'true' : undefined;
}
