import type { Context } from 'hono';
import { z } from 'zod';
import { personName, personNameWording } from '../../../platform/identity/names.ts';
import { authHeaders, networkHeader } from '../../../platform/identity/request-headers.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { clientAddress } from '../../../platform/web/client-address.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { accountPaths } from './account-paths.ts';
import { checkLink, confirmNewAddress, findUndo, undoChange } from './email-change.ts';
import { guessablePassword } from './guessable.ts';
import { findInvitation, joinByInvitation, takeUpInvitation } from './invitations.ts';
import { EmailUndoOverPage, EmailUndoPage } from './pages/email-undo.tsx';
import { InvitationOverPage, InvitationPage } from './pages/invitation.tsx';
import { NewPasswordPage, PasswordResetPage } from './pages/password-reset.tsx';
import type { SignInNotice } from './pages/sign-in.tsx';
import { VerifyEmailPage } from './pages/verify-email.tsx';
import { emailWording, newPassword, newPasswordWording } from './password.ts';
import { requestPasswordReset, resetPassword, tooManyMails } from './password-reset.ts';
import { signIn } from './sign-in.ts';
import { setCookies } from './sign-in-routes.tsx';

const resetRequest = z.object({ email: z.email().max(254) });
const resetForm = z.object({ password: newPassword });
const token = z.string().min(1).max(100);
const verifyForm = z.object({ token });
const joinForm = z.object({ name: personName, password: newPassword });

/** Pages of links sent by mail: invitation, password reset, address confirmation. */
export function entryRoutes(routes: PageRoutes, platform: Platform): void {
  const { config } = platform;
  routes.get(accountPaths.passwordReset, (_, ctx) => (
    <PasswordResetPage ctx={ctx} view={{ problems: [], sent: false }} />
  ));
  routes.post(accountPaths.passwordReset, async (c, ctx) => {
    const form = await readForm(c, resetRequest, { email: emailWording });
    const page = (problems: readonly Problem[], sent: boolean) => (
      <PasswordResetPage ctx={ctx} view={{ email: form.formValues.email, problems, sent }} />
    );
    if (!form.ok) return { page: page(form.problems, false), status: 400 };
    const address = clientAddress(c, config.trustProxy);
    const outcome = await requestPasswordReset(platform, form.value.email, address);
    if (outcome.ok) return page([], true);
    c.header('Retry-After', String(outcome.retryAfter));
    return { page: page([tooManyMails], false), status: 429 };
  });

  routes.get(`${accountPaths.passwordReset}/:token`, (c, ctx) => (
    <NewPasswordPage ctx={ctx} view={{ token: parameter(c, 'token'), problems: [] }} />
  ));
  routes.post(`${accountPaths.passwordReset}/:token`, async (c, ctx) => {
    const token = parameter(c, 'token');
    const form = await readForm(c, resetForm, { password: newPasswordWording });
    const outcome = form.ok ? await resetPassword(platform, token, form.value.password) : form;
    if (outcome.ok) return c.redirect(`${ctx.href(accountPaths.signIn)}?notice=passwordChanged`, 303);
    const { problems } = outcome;
    return { page: <NewPasswordPage ctx={ctx} view={{ token, problems }} />, status: 400 };
  });

  emailRoutes(routes, platform);

  const invitationPath = `${accountPaths.invitations}/:token`;
  const invitationOver = (ctx: PageContext) => ({
    page: <InvitationOverPage ctx={ctx} />,
    status: 410 as const,
  });
  routes.get(invitationPath, async (c, ctx) => {
    const token = parameter(c, 'token');
    const found = await findInvitation(platform, token);
    if (!found) return invitationOver(ctx);
    return <InvitationPage ctx={ctx} view={{ ...found, token, problems: [], oidcName: config.oidc?.name }} />;
  });
  routes.post(invitationPath, async (c, ctx) => {
    const token = parameter(c, 'token');
    const found = await findInvitation(platform, token);
    if (!found || found.hasAccount) return invitationOver(ctx);
    const form = await readForm(c, joinForm, { name: personNameWording, password: newPasswordWording });
    const refusedWith = (problems: readonly Problem[]) => ({
      page: <InvitationPage ctx={ctx} view={{ ...found, token, name: form.formValues.name, problems }} />,
      status: 400 as const,
    });
    if (!form.ok) return refusedWith(form.problems);
    const { email } = found;
    const { language } = ctx;
    const joined = await joinByInvitation(platform, token, { ...form.value, email, language });
    if (!joined.ok)
      return joined.problems.some(({ code }) => code === guessablePassword.code)
        ? refusedWith(joined.problems)
        : invitationOver(ctx);
    const outcome = await signIn(
      platform,
      { email: joined.value.email, password: form.value.password },
      {
        headers: authHeaders(c, config.trustProxy),
        address: clientAddress(c, config.trustProxy),
        before: ctx.user,
      },
    );
    if (outcome.step === 'refused') return c.redirect(ctx.href(accountPaths.signIn), 303);
    setCookies(c, outcome.cookies);
    return c.redirect(ctx.href(accountPaths.account), 303);
  });
  routes.permit('account.manage').post(`${invitationPath}/join`, async (c, ctx) => {
    const outcome = await takeUpInvitation(platform, parameter(c, 'token'), ctx.user);
    return outcome.ok ? c.redirect(ctx.href(accountPaths.account), 303) : invitationOver(ctx);
  });
}

/** Links to confirm a new address and to restore the former one. */
function emailRoutes(routes: PageRoutes, platform: Platform): void {
  const { config } = platform;
  routes.get(accountPaths.verifyEmail, async (c, ctx) => {
    const sent = token.safeParse(c.req.query('token')).data ?? '';
    const state = await checkLink(platform, sent, ctx.user);
    return <VerifyEmailPage ctx={ctx} view={{ token: sent, state }} />;
  });
  routes.post(accountPaths.verifyEmail, async (c, ctx) => {
    const form = await readForm(c, verifyForm, {});
    const sent = form.ok ? form.value.token : '';
    const state = await confirmNewAddress(platform, sent, ctx.user);
    if (state === 'changed') return c.redirect(`${ctx.href(accountPaths.account)}?notice=emailChanged`, 303);
    return { page: <VerifyEmailPage ctx={ctx} view={{ token: sent, state }} />, status: 400 };
  });

  const undoPath = accountPaths.emailUndo(':token');
  const over = (ctx: PageContext) => ({ page: <EmailUndoOverPage ctx={ctx} />, status: 410 as const });
  routes.get(undoPath, async (c, ctx) => {
    const change = await findUndo(platform, parameter(c, 'token'));
    return change ? (
      <EmailUndoPage ctx={ctx} view={{ ...change, token: parameter(c, 'token') }} />
    ) : (
      over(ctx)
    );
  });
  routes.post(undoPath, async (c, ctx) => {
    const network = authHeaders(c, config.trustProxy).get(networkHeader);
    const undone = await undoChange(platform, parameter(c, 'token'), { id: null, network });
    if (!undone) return over(ctx);
    return c.redirect(
      `${ctx.href(accountPaths.signIn)}?notice=${'emailRestored' satisfies SignInNotice}`,
      303,
    );
  });
}

function parameter(c: Context<PortalEnvironment>, name: string): string {
  return c.req.param(name) ?? '';
}
