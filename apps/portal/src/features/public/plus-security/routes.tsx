import type { OpenCollection } from '../../../platform/collections/collections.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { programmes } from './collection.ts';
import { programmeKind } from './kinds/programme.ts';
import { ProgrammePage } from './pages/programme.tsx';
import { plusSecurityPaths } from './paths.ts';
import { programmeView } from './presenting/programme-view.ts';

/** The public pages of programmes; their list comes with the collection. */
export function programmePages(routes: PageRoutes, platform: Platform): void {
  const collection: OpenCollection = platform.collections.get(programmes);
  routes.shared(plusSecurityPaths.programme(':id'), (c, ctx) => {
    const record = platform.model.get(c.req.param('id') ?? '');
    return record?.kind === programmeKind.name ? (
      <ProgrammePage ctx={ctx} view={programmeView(record, collection, ctx, platform.now())} />
    ) : undefined;
  });
}

/** Lets a programme be looked at on its page before it is published. */
export function registerPreview(platform: Platform): void {
  const collection = platform.collections.get(programmes);
  platform.previews.register(programmeKind.name, (record, ctx, now) => (
    <ProgrammePage ctx={ctx} view={programmeView(record, collection, ctx, now)} />
  ));
}
