import type { RoomPlatform } from '../../../platform/organisation-feature.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { OrganisationContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { closeNeed, listNeeds, needForm, needWording, postNeed } from './needs.ts';
import { NeedsPage, type NeedsView } from './pages/needs-page.tsx';
import { needPaths } from './paths.ts';

/** The needs of an organisation, in its room. */
export function needPages(routes: PageRoutes, { now, vocabulary }: RoomPlatform): void {
  const page = async (
    ctx: OrganisationContext,
    rejected: Pick<NeedsView, 'problems' | 'formValues'> = {},
  ) => (
    <NeedsPage
      ctx={ctx}
      view={{ needs: await listNeeds(ctx.tenant), vocabulary: vocabulary(), ...rejected }}
    />
  );
  routes.within(':organisation', 'need.view').get('/needs', (_, ctx) => page(ctx));
  const post = routes.within(':organisation', 'need.post');
  post.post('/needs', async (c, ctx) => {
    const sent = await readForm(c, needForm, needWording);
    const { formValues } = sent;
    if (!sent.ok) return { page: await page(ctx, { problems: sent.problems, formValues }), status: 400 };
    const posted = await postNeed(ctx.tenant, sent.value, now());
    if (!posted.ok) return { page: await page(ctx, { problems: posted.problems, formValues }), status: 409 };
    return c.redirect(ctx.href(needPaths.list(ctx.organisation.id)), 303);
  });
  post.post('/needs/:need/close', async (c, ctx) => {
    const isThere = await closeNeed(ctx.tenant, c.req.param('need') ?? '', now());
    return isThere ? c.redirect(ctx.href(needPaths.list(ctx.organisation.id)), 303) : undefined;
  });
}
