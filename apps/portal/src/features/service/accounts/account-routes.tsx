import type { Context } from 'hono';
import { z } from 'zod';
import { isFresh } from '../../../platform/identity/fresh-proof.ts';
import { personName, personNameWording } from '../../../platform/identity/names.ts';
import { passkeyHost } from '../../../platform/identity/passkey-host.ts';
import { authHeaders } from '../../../platform/identity/request-headers.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { mailAddress } from '../../../platform/mail/mail.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { clientAddress } from '../../../platform/web/client-address.ts';
import { readForm, type SubmittedFields } from '../../../platform/web/form.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { returnPath } from '../../../platform/web/return-path.ts';
import { accountPaths } from './account-paths.ts';
import { confirmIdentity, proofFields, proofView, signInAgain } from './confirm-identity.ts';
import { askForNewAddress } from './email-change.ts';
import { accountText } from './messages.ts';
import {
  changeProfile,
  deleteAccount,
  endOwnSessions,
  exportAccount,
  findSignInMethods,
  listSessions,
} from './own-account.ts';
import { ConfirmIdentityPage } from './pages/confirm-identity.tsx';
import { DataPage } from './pages/data.tsx';
import { ProfilePage } from './pages/profile.tsx';
import { type SecurityNotice, SecurityPage } from './pages/security.tsx';
import { SessionsPage } from './pages/sessions.tsx';
import type { SignInNotice } from './pages/sign-in.tsx';
import { TotpPage } from './pages/totp.tsx';
import { emailWording, newPassword, newPasswordWording } from './password.ts';
import { tooManyMails } from './password-reset.ts';
import {
  changePassword,
  confirmTotp,
  removePasskey,
  renewBackupCodes,
  type SecurityRequest,
  startTotp,
  stopTotp,
} from './security.ts';
import { setCookies } from './sign-in-routes.tsx';

const profileForm = z.object({ name: personName, language: z.enum(['ja', 'en']) });
const emailForm = z.object({ newEmail: mailAddress, ...proofFields });
const sessionForm = z.object({ session: z.string().min(1).max(100) });
const anyPassword = z.string().min(1).max(1_000);
const passwordForm = z.object({ current: anyPassword, next: newPassword });
const totpForm = z.object({ totpPassword: anyPassword.optional(), act: z.enum(['start', 'stop', 'codes']) });
const codeForm = z.object({ code: z.string().trim().min(6).max(20) });
const passkeyForm = z.object({ passkey: z.string().min(1).max(100) });
const deleteForm = z.object({ confirm: z.string().max(100), ...proofFields });
const confirmForm = z.object({ to: returnPath, ...proofFields });

const passwordWording = { ja: '今のパスワードを入れてください。', en: 'Enter your current password.' };
const codeWording = { ja: '6けたのコードを入れてください。', en: 'Enter the code of six digits.' };

/** Pages of the user's own account. */
export function accountRoutes(routes: PageRoutes, platform: Platform): void {
  const { config, identity } = platform;
  const own = routes.permit('account.manage');
  const request = (c: Context<PortalEnvironment>, user: SignedInUser): SecurityRequest => ({
    user,
    headers: authHeaders(c, config.trustProxy),
    address: clientAddress(c, config.trustProxy),
  });

  async function profilePage(c: Context<PortalEnvironment>, ctx: SignedInContext, refused = nothingRefused) {
    const notice = (['saved', 'emailSent', 'emailChanged'] as const).find(
      (each) => each === c.req.query('notice'),
    );
    const proof = await proofView(platform, ctx.user, c.req.url, true);
    return <ProfilePage ctx={ctx} view={{ notice, proof, ...refused }} />;
  }

  own.get(accountPaths.account, (c, ctx) => profilePage(c, ctx));
  own.post(accountPaths.account, async (c, ctx) => {
    const form = await readForm(c, profileForm, { name: personNameWording });
    if (!form.ok) return { page: await profilePage(c, ctx, form), status: 400 };
    await changeProfile(platform, ctx.user, form.value);
    return c.redirect(`${ctx.href(accountPaths.account)}?notice=saved`, 303);
  });
  own.post(`${accountPaths.account}/email`, async (c, ctx) => {
    const form = await readForm(c, emailForm, { newEmail: emailWording });
    const by = request(c, ctx.user);
    const proof = form.ok ? await confirmIdentity(platform, form.value, by) : form;
    if (!form.ok || !proof.ok) {
      const problems = proof.ok ? [] : proof.problems;
      return { page: await profilePage(c, ctx, { problems, formValues: form.formValues }), status: 400 };
    }
    setCookies(c, proof.value.cookies);
    const allowed = await identity.limits.askForMail({ account: ctx.user.id, address: by.address });
    if (!allowed.ok) {
      c.header('Retry-After', String(allowed.retryAfter));
      const refused = { problems: [{ ...tooManyMails, field: 'newEmail' }], formValues: form.formValues };
      return { page: await profilePage(c, ctx, refused), status: 429 };
    }
    await askForNewAddress(platform, form.value.newEmail, ctx.user, proof.value.sessionId);
    // The same answer whether or not somebody else has the address.
    return c.redirect(`${ctx.href(accountPaths.account)}?notice=emailSent`, 303);
  });

  own.get(`${accountPaths.account}/email`, (c, ctx) => c.redirect(ctx.href(accountPaths.account), 303));

  own.get(accountPaths.sessions, async (c, ctx) => {
    const sessions = await listSessions(platform, ctx.user);
    return <SessionsPage ctx={ctx} view={{ sessions, ended: c.req.query('notice') === 'ended' }} />;
  });
  own.post(accountPaths.sessions, async (c, ctx) => {
    const form = await readForm(c, sessionForm, {});
    if (form.ok) {
      const { session } = form.value;
      await endOwnSessions(platform, ctx.user, session === 'others' ? 'others' : { id: session });
    }
    return c.redirect(`${ctx.href(accountPaths.sessions)}${form.ok ? '?notice=ended' : ''}`, 303);
  });

  async function securityPage(
    c: Context<PortalEnvironment>,
    ctx: SignedInContext,
    problems: readonly Problem[] = [],
  ) {
    const { hasPassword, passkeys } = await findSignInMethods(platform, ctx.user);
    const host = passkeyHost(config.baseUrl);
    const here = new URL(c.req.url).hostname === host;
    const notices: SecurityNotice[] = ['changed', 'totpStarted', 'totpStopped', 'passkeyRemoved'];
    const notice = notices.find((each) => each === c.req.query('notice'));
    const confirmFirst = !isFresh(ctx.user.session.provenAt, platform.now());
    const view = { problems, notice, hasPassword, passkeys: { passkeys, host, here, confirmFirst } };
    return <SecurityPage ctx={ctx} view={view} />;
  }
  const toSecurity = (ctx: SignedInContext, notice?: SecurityNotice) =>
    ctx.href(accountPaths.security) + (notice ? `?notice=${notice}` : '');

  own.get(accountPaths.security, (c, ctx) => securityPage(c, ctx));
  own.post(`${accountPaths.security}/password`, async (c, ctx) => {
    const form = await readForm(c, passwordForm, { current: passwordWording, next: newPasswordWording });
    const outcome = form.ok ? await changePassword(platform, form.value, request(c, ctx.user)) : form;
    if (!outcome.ok) return { page: await securityPage(c, ctx, outcome.problems), status: 400 };
    if ('cookies' in outcome.value) setCookies(c, outcome.value.cookies);
    return c.redirect(toSecurity(ctx, 'changed'), 303);
  });
  own.post(`${accountPaths.security}/passkeys`, async (c, ctx) => {
    const form = await readForm(c, passkeyForm, {});
    const outcome = form.ok ? await removePasskey(platform, form.value.passkey, request(c, ctx.user)) : form;
    if (!outcome.ok) return { page: await securityPage(c, ctx, outcome.problems), status: 400 };
    return c.redirect(toSecurity(ctx, 'passkeyRemoved'), 303);
  });

  async function confirmPage(
    c: Context<PortalEnvironment>,
    ctx: SignedInContext,
    to: string | undefined,
    problems: readonly Problem[] = [],
  ) {
    const proof = await proofView(platform, ctx.user, c.req.url, true);
    const way = returnPath.safeParse(to);
    const view = { to: way.success ? way.data : toSecurity(ctx), proof, problems };
    return <ConfirmIdentityPage ctx={ctx} view={view} />;
  }
  own.get(accountPaths.confirmIdentity, (c, ctx) => confirmPage(c, ctx, c.req.query('to')));
  own.post(accountPaths.confirmIdentity, async (c, ctx) => {
    const form = await readForm(c, confirmForm, {});
    const outcome = form.ok ? await confirmIdentity(platform, form.value, request(c, ctx.user)) : form;
    if (!form.ok || !outcome.ok) {
      const problems = outcome.ok ? [] : outcome.problems;
      return { page: await confirmPage(c, ctx, form.formValues.to, problems), status: 400 };
    }
    setCookies(c, outcome.value.cookies);
    return c.redirect(form.value.to, 303);
  });

  // GET of a form's address: reached by changing the language after the form was refused.
  for (const path of ['/password', '/passkeys', '/totp', '/totp/confirm'])
    own.get(accountPaths.security + path, (c, ctx) => c.redirect(toSecurity(ctx), 303));

  own.post(accountPaths.totp, async (c, ctx) => {
    const form = await readForm(c, totpForm, { totpPassword: passwordWording });
    const problems = form.ok ? await passwordProblems(ctx, form.value) : form.problems;
    if (!form.ok || problems.length > 0) return { page: await securityPage(c, ctx, problems), status: 400 };
    const { totpPassword = '', act } = form.value;
    if (act === 'stop') {
      const outcome = await stopTotp(platform, totpPassword, request(c, ctx.user));
      if (!outcome.ok) return { page: await securityPage(c, ctx, outcome.problems), status: 400 };
      setCookies(c, outcome.value.cookies);
      return c.redirect(toSecurity(ctx, 'totpStopped'), 303);
    }
    const outcome =
      act === 'start'
        ? await startTotp(platform, totpPassword, request(c, ctx.user))
        : await renewBackupCodes(platform, totpPassword, request(c, ctx.user));
    if (!outcome.ok) return { page: await securityPage(c, ctx, outcome.problems), status: 400 };
    const made = outcome.value.value;
    const view = {
      uri: 'totpURI' in made ? made.totpURI : undefined,
      backupCodes: 'backupCodes' in made ? made.backupCodes : undefined,
      confirming: act === 'start',
      problems: [],
    };
    return <TotpPage ctx={ctx} view={view} />;
  });
  /** Checks the password; an account without one needs a recent identity confirmation instead. */
  async function passwordProblems(
    ctx: SignedInContext,
    { totpPassword }: z.output<typeof totpForm>,
  ): Promise<Problem[]> {
    const { hasPassword } = await findSignInMethods(platform, ctx.user);
    if (hasPassword) return totpPassword ? [] : [{ ...passwordMissing, field: 'totpPassword' }];
    return isFresh(ctx.user.session.provenAt, platform.now()) ? [] : [signInAgain];
  }
  own.post(`${accountPaths.totp}/confirm`, async (c, ctx) => {
    const form = await readForm(c, codeForm, { code: codeWording });
    const outcome = form.ok ? await confirmTotp(platform, form.value.code, request(c, ctx.user)) : form;
    if (!outcome.ok) {
      const view = { confirming: true, problems: outcome.problems };
      return { page: <TotpPage ctx={ctx} view={view} />, status: 400 };
    }
    if ('cookies' in outcome.value) setCookies(c, outcome.value.cookies);
    const owed = ctx.user.owes === 'enrolment';
    return c.redirect(owed ? ctx.href(accountPaths.begin) : toSecurity(ctx, 'totpStarted'), 303);
  });

  async function dataPage(
    c: Context<PortalEnvironment>,
    ctx: SignedInContext,
    problems: readonly Problem[] = [],
  ) {
    const proof = await proofView(platform, ctx.user, c.req.url, true);
    return <DataPage ctx={ctx} view={{ problems, proof }} />;
  }
  own.get(accountPaths.data, (c, ctx) => dataPage(c, ctx));
  own.get(`${accountPaths.data}/delete`, (c, ctx) => c.redirect(ctx.href(accountPaths.data), 303));
  own.get(`${accountPaths.data}/export`, async (c, ctx) => {
    c.header('Content-Disposition', 'attachment; filename="kakehashi-account.json"');
    c.header('Cache-Control', 'private, no-store');
    return c.json(await exportAccount(platform, ctx.user));
  });
  own.post(`${accountPaths.data}/delete`, async (c, ctx) => {
    const form = await readForm(c, deleteForm, { password: passwordWording });
    const problems = form.ok ? await deletionProblems(ctx, form.value, request(c, ctx.user)) : form.problems;
    if (problems.length > 0) return { page: await dataPage(c, ctx, problems), status: 400 };
    const outcome = await deleteAccount(platform, ctx.user);
    if (!outcome.ok) return { page: await dataPage(c, ctx, outcome.problems), status: 409 };
    const { headers } = await identity.auth.api.signOut({
      headers: request(c, ctx.user).headers,
      returnHeaders: true,
    });
    setCookies(c, headers.getSetCookie());
    return c.redirect(`${ctx.href(accountPaths.signIn)}?notice=${'left' satisfies SignInNotice}`, 303);
  });

  async function deletionProblems(
    ctx: SignedInContext,
    { confirm, ...proof }: z.output<typeof deleteForm>,
    by: SecurityRequest,
  ): Promise<Problem[]> {
    const { label } = accountText(ctx);
    if (confirm.trim().toLowerCase() !== label.data.confirmWord) return [notConfirmed];
    const outcome = await confirmIdentity(platform, proof, by);
    return outcome.ok ? [] : outcome.problems;
  }
}

const nothingRefused: { problems: readonly Problem[]; formValues: SubmittedFields } = {
  problems: [],
  formValues: {},
};

const passwordMissing: Problem = { code: 'invalid-field', message: passwordWording };
const notConfirmed: Problem = {
  code: 'not-confirmed',
  field: 'confirm',
  message: { ja: '「退会する」と入れてください。', en: 'Type: delete my account' },
};
