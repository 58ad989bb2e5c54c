import type { Language } from '../../platform/i18n/language.ts';
import { localPath } from '../../platform/i18n/site-url.ts';
import type { PageContext } from '../../platform/web/page-context.ts';

/** Path of the current page in the given language. */
export function addressIn(language: Language, ctx: PageContext): string {
  return localPath(ctx.path + ctx.queryString, language);
}

/** Whether the current page is at `path` or below it. */
export function currentMark(path: string, ctx: PageContext): 'page' | 'true' | undefined {
  if (ctx.path === path) return 'page';
  return ctx.path.startsWith(`${path}/`) ? 'true' : undefined;
}
