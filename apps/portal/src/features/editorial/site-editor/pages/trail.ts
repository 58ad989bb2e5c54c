import type { PageContext } from '../../../../platform/web/page-context.ts';
import { editingText } from '../messages.ts';
import { editingPaths } from '../paths.ts';

/** Breadcrumbs of the editor pages. */
export function editingTrail(
  ctx: PageContext,
  item?: { id: string; title: string },
): { label: string; href: string }[] {
  const overview = { label: editingText(ctx).label.overview.title, href: ctx.href(editingPaths.overview) };
  return item ? [overview, { label: item.title, href: ctx.href(editingPaths.item(item.id)) }] : [overview];
}
