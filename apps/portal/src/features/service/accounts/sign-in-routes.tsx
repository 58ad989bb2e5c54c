import { APIError } from 'better-auth/api';
import type { Context } from 'hono';
import { z } from 'zod';
import { oidcProviderId } from '../../../platform/identity/auth.ts';
import { passkeyHost } from '../../../platform/identity/passkey-host.ts';
import { authHeaders } from '../../../platform/identity/request-headers.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { clientAddress } from '../../../platform/web/client-address.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import { type PageRoutes, sendPage } from '../../../platform/web/page-routes.ts';
import { rateLimit } from '../../../platform/web/rate-limit.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { returnPath } from '../../../platform/web/return-path.ts';
import { accountPaths } from './account-paths.ts';
import { demonstrationAccounts } from './demonstration.ts';
import { SecondFactorPage } from './pages/second-factor.tsx';
import { type SignInNotice, SignInPage, type SignInView } from './pages/sign-in.tsx';
import { confirmSecondFactor, type SignInOutcome, signIn } from './sign-in.ts';

const credentials = z.object({
  email: z.email().max(254),
  password: z.string().min(1).max(1_000),
  to: returnPath,
});
const credentialsWording = {
  email: {
    ja: 'メールアドレスを name@example.jp の形で入れてください。',
    en: 'Enter your e-mail address, as in name@example.jp.',
  },
  password: { ja: 'パスワードを入れてください。', en: 'Enter your password.' },
};

export const secondFactorForm = z.object({ code: z.string().trim().min(6).max(40), to: returnPath });
export const secondFactorWording = {
  code: { ja: '6けたのコードを入れてください。', en: 'Enter the code of six digits.' },
};

const notices = ['signedOut', 'left', 'passwordChanged', 'emailRestored', 'oidcFailed'] as const;

/** Sign-in and sign-out. Plain forms that work without JavaScript. */
export function signInRoutes(routes: PageRoutes, platform: Platform): void {
  const { config, identity } = platform;
  const request = (c: Context<PortalEnvironment>, ctx: PageContext) => ({
    headers: authHeaders(c, config.trustProxy),
    address: clientAddress(c, config.trustProxy),
    before: ctx.user,
  });

  function view(c: Context<PortalEnvironment>, ctx: PageContext, part: Partial<SignInView> = {}): SignInView {
    return {
      to: wayOn(c, ctx),
      problems: [],
      oidcName: config.oidc?.name,
      passkeys: new URL(c.req.url).hostname === passkeyHost(config.baseUrl),
      demonstration: config.demonstration ? demonstrationAccounts : undefined,
      ...part,
    };
  }

  routes.get(accountPaths.signIn, (c, ctx) => {
    const notice = notices.find((each) => each === c.req.query('notice'));
    return <SignInPage ctx={ctx} view={view(c, ctx, { notice })} />;
  });

  routes.post(accountPaths.signIn, async (c, ctx) => {
    const form = await readForm(c, credentials, credentialsWording);
    const typed = { to: safePath(form.formValues.to, ctx), email: form.formValues.email };
    if (!form.ok)
      return {
        page: <SignInPage ctx={ctx} view={view(c, ctx, { ...typed, problems: form.problems })} />,
        status: 400,
      };
    const outcome = await signIn(platform, form.value, request(c, ctx));
    if (outcome.step === 'refused')
      return {
        page: <SignInPage ctx={ctx} view={view(c, ctx, { ...typed, problems: [outcome.problem] })} />,
        status: refusalStatus(c, outcome),
      };
    setCookies(c, outcome.cookies);
    if (outcome.step === 'done') return c.redirect(form.value.to, 303);
    return c.redirect(`${ctx.href(accountPaths.secondFactor)}?to=${encodeURIComponent(form.value.to)}`, 303);
  });

  routes.permit('account.manage').get(accountPaths.begin, (c, ctx) => {
    if (ctx.user.owes) return c.redirect(ctx.href(accountPaths.ownSecondFactor), 303);
    const first = ctx.menu?.find((entry) => !entry.administration);
    return c.redirect(ctx.href(first?.path ?? accountPaths.account), 303);
  });

  routes.get(accountPaths.secondFactor, (c, ctx) => (
    <SecondFactorPage ctx={ctx} view={{ to: wayOn(c, ctx), problems: [] }} />
  ));

  routes.post(accountPaths.secondFactor, async (c, ctx) => {
    const form = await readForm(c, secondFactorForm, secondFactorWording);
    const to = safePath(form.formValues.to, ctx);
    if (!form.ok)
      return { page: <SecondFactorPage ctx={ctx} view={{ to, problems: form.problems }} />, status: 400 };
    const outcome = await confirmSecondFactor(platform, form.value, request(c, ctx));
    if (outcome.step === 'refused')
      return {
        page: <SecondFactorPage ctx={ctx} view={{ to, problems: [outcome.problem] }} />,
        status: refusalStatus(c, outcome),
      };
    setCookies(c, outcome.cookies);
    return c.redirect(to, 303);
  });

  routes.guard(
    accountPaths.oidc,
    rateLimit(platform, (c) => {
      const ctx = routes.context(c);
      const problems = [tooOften];
      return sendPage(c, { page: <SignInPage ctx={ctx} view={view(c, ctx, { problems })} />, status: 429 });
    }),
  );
  routes.get(accountPaths.oidc, async (c, ctx) => {
    if (!config.oidc) return undefined;
    const failed = `${ctx.href(accountPaths.signIn)}?notice=${'oidcFailed' satisfies SignInNotice}`;
    try {
      const { headers, response } = await identity.auth.api.signInSocial({
        body: {
          provider: oidcProviderId,
          callbackURL: wayOn(c, ctx),
          errorCallbackURL: failed,
          disableRedirect: true,
        },
        headers: authHeaders(c, config.trustProxy),
        returnHeaders: true,
      });
      setCookies(c, headers.getSetCookie());
      return response.url ? c.redirect(response.url, 303) : undefined;
    } catch (error) {
      // The provider is unreachable or does not match the configuration; the log has the cause.
      if (error instanceof APIError) return c.redirect(failed, 303);
      throw error;
    }
  });

  routes.post(accountPaths.signOut, async (c, ctx) => {
    const { headers } = await identity.auth.api.signOut({
      headers: authHeaders(c, config.trustProxy),
      returnHeaders: true,
    });
    setCookies(c, headers.getSetCookie());
    return c.redirect(`${ctx.href(accountPaths.signIn)}?notice=${'signedOut' satisfies SignInNotice}`, 303);
  });
}

const tooOften: Problem = {
  code: 'too-many-calls',
  message: {
    ja: '短い時間に何度も試されました。1分ほど待ってからもう一度お試しください。',
    en: 'Too many tries in a short time. Please wait about a minute, then try again.',
  },
};

/** Copies better-auth's cookies to the response. */
export function setCookies(c: Context<PortalEnvironment>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}

/** Page after signing in: the one originally requested, or the start page of the role. */
function wayOn(c: Context<PortalEnvironment>, ctx: PageContext): string {
  return safePath(c.req.query('to'), ctx);
}

export function safePath(to: string | undefined, ctx: PageContext): string {
  const path = returnPath.safeParse(to);
  return path.success ? path.data : ctx.href(accountPaths.begin);
}

function refusalStatus(
  c: Context<PortalEnvironment>,
  { retryAfter }: Extract<SignInOutcome, { step: 'refused' }>,
): 401 | 429 {
  if (retryAfter === undefined) return 401;
  c.header('Retry-After', String(retryAfter));
  return 429;
}
