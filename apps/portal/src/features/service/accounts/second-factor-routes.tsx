import type { Context } from 'hono';
import { isFresh } from '../../../platform/identity/fresh-proof.ts';
import { passkeyHost } from '../../../platform/identity/passkey-host.ts';
import { authHeaders } from '../../../platform/identity/request-headers.ts';
import { findSecondFactors } from '../../../platform/identity/second-factor.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { clientAddress } from '../../../platform/web/client-address.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { accountPaths } from './account-paths.ts';
import { findSignInMethods } from './own-account.ts';
import { OwnSecondFactorPage } from './pages/own-second-factor.tsx';
import { showSecondFactor } from './security.ts';
import { safePath, secondFactorForm, secondFactorWording } from './sign-in-routes.tsx';

/** Pages where staff set up a second factor at first sign-in, or enter it in a session opened without one. */
export function secondFactorRoutes(routes: PageRoutes, platform: Platform): void {
  const { config, connection } = platform;
  const own = routes.permit('account.second-factor');

  async function page(
    c: Context<PortalEnvironment>,
    ctx: SignedInContext,
    to: string,
    problems: readonly Problem[] = [],
  ) {
    const { hasPassword, passkeys } = await findSignInMethods(platform, ctx.user);
    const { app } = await findSecondFactors(connection.db, ctx.user.id);
    const host = passkeyHost(config.baseUrl);
    const here = new URL(c.req.url).hostname === host;
    const confirmFirst = !isFresh(ctx.user.session.provenAt, platform.now());
    const keys = { passkeys, host, here, confirmFirst };
    const view = { to, app, hasPassword, problems, passkeys: keys };
    return <OwnSecondFactorPage ctx={ctx} view={view} />;
  }

  own.get(accountPaths.ownSecondFactor, (c, ctx) => {
    const to = safePath(c.req.query('to'), ctx);
    return ctx.user.owes ? page(c, ctx, to) : c.redirect(to, 303);
  });
  own.post(accountPaths.ownSecondFactor, async (c, ctx) => {
    const form = await readForm(c, secondFactorForm, secondFactorWording);
    const to = safePath(form.formValues.to, ctx);
    const by = {
      user: ctx.user,
      headers: authHeaders(c, config.trustProxy),
      address: clientAddress(c, config.trustProxy),
    };
    const outcome = form.ok ? await showSecondFactor(platform, form.value.code, by) : form;
    if (!outcome.ok) return { page: await page(c, ctx, to, outcome.problems), status: 400 };
    return c.redirect(to, 303);
  });
}
