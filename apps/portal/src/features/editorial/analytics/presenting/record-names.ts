import { choose } from '../../../../platform/i18n/language.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { type Kind, titleText } from '../../../../platform/publishing/kind.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';

/** Name of a record, from the title field of its kind. */
export function nameIn(kind: Kind, data: object, ctx: PageContext): string | undefined {
  const title = titleText(kind, data);
  return title && choose(title, ctx).text;
}

/** Names of the published records by the addresses of their pages. */
export function namesByPage(
  { kinds, model }: Pick<Platform, 'kinds' | 'model'>,
  ctx: PageContext,
): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id, kind: kindName, data } of model.all()) {
    const kind = kinds.find(kindName);
    const name = kind && nameIn(kind, data, ctx);
    if (kind?.pagePath && name) names.set(kind.pagePath(id), name);
  }
  return names;
}
