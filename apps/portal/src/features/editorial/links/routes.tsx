import { choose } from '../../../platform/i18n/language.ts';
import type { Platform } from '../../../platform/platform.ts';
import { titleText } from '../../../platform/publishing/kind.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { DeadLinksPage } from './pages/dead-links.tsx';
import { deadLinks } from './service.ts';

export const linkPaths = { dead: '/links' };

/** Staff page of dead links. */
export function linkPages(routes: PageRoutes, platform: Platform): void {
  const { model, kinds, config } = platform;
  const titleOf = (id: string, ctx: PageContext): string => {
    const record = model.get(id);
    const kind = record && kinds.find(record.kind);
    const title = kind && titleText(kind, record.data);
    return title ? choose(title, ctx).text : id;
  };
  routes.permit('review.view').get(linkPaths.dead, async (_, ctx) => {
    const links = (await deadLinks(platform, platform.now())).map((link) => ({
      ...link,
      records: link.recordIds.map((id) => ({ id, title: titleOf(id, ctx) })),
    }));
    return <DeadLinksPage ctx={ctx} view={{ on: config.linkChecks, links }} />;
  });
}
