import type { Context } from 'hono';
import { z } from 'zod';
import { organisationName, organisationNameWording } from '../../../platform/identity/names.ts';
import {
  type OrganisationRole,
  organisationRoles,
  siteRoles,
} from '../../../platform/identity/permissions.ts';
import { authHeaders } from '../../../platform/identity/request-headers.ts';
import type { Outcome, Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { isOverQuota } from '../../../platform/quota/quota.ts';
import { readForm, type SubmittedFields } from '../../../platform/web/form.ts';
import type { OrganisationContext, SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageAnswer, PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { accountPaths } from './account-paths.ts';
import { invite, listInvitations, withdrawInvitation } from './invitations.ts';
import {
  changeMember,
  createOrganisation,
  findOrganisation,
  listOrganisations,
  type MemberChange,
} from './organisations.ts';
import { InvitationsPage } from './pages/invitations.tsx';
import { OrganisationPage, OrganisationsPage } from './pages/organisations.tsx';
import { UserPage, UsersPage } from './pages/users.tsx';
import { emailWording } from './password.ts';
import { findUser, listUsers, setRole, setSuspended, signOutEverywhere } from './users.ts';

const language = z.enum(['ja', 'en']);
const email = z.email().max(254);
const siteInvitationForm = z.object({ email, role: z.enum(siteRoles), language });
const memberInvitationForm = z.object({ email, role: z.enum(organisationRoles), language });
const roleForm = z.object({ role: z.enum(siteRoles) });
const memberForm = z.object({ role: z.enum(organisationRoles) });
const organisationForm = z.object({ name: organisationName });

interface Refused {
  problems: readonly Problem[];
  formValues: SubmittedFields;
}
const nothingRefused: Refused = { problems: [], formValues: {} };

/** Administration of users, invitations and organisations. */
export function administrationRoutes(routes: PageRoutes, platform: Platform): void {
  userRoutes(routes, platform);
  siteInvitationRoutes(routes, platform);
  organisationRoutes(routes, platform);
}

function userRoutes(routes: PageRoutes, platform: Platform): void {
  const users = routes.permit('user.manage');
  users.get(accountPaths.users, async (c, ctx) => {
    const words = (c.req.query('q') ?? '').trim().slice(0, 100);
    return <UsersPage ctx={ctx} view={{ words, users: await listUsers(platform, words) }} />;
  });

  const path = `${accountPaths.users}/:user`;
  users.get(path, async (c, ctx) => {
    const user = await findUser(platform, parameter(c, 'user'));
    const saved = c.req.query('notice') === 'saved';
    return user && <UserPage ctx={ctx} view={{ user, saved, problems: [] }} />;
  });

  type Act = (id: string, c: Context<PortalEnvironment>, ctx: SignedInContext) => Promise<Outcome<unknown>>;
  function act(name: string, change: Act): void {
    users.get(`${path}/${name}`, (c, ctx) => c.redirect(addressOf(c, ctx), 303));
    users.post(`${path}/${name}`, async (c, ctx) => {
      const id = parameter(c, 'user');
      const before = await findUser(platform, id);
      if (!before) return undefined;
      const outcome = await change(id, c, ctx);
      if (outcome.ok) return c.redirect(`${addressOf(c, ctx)}?notice=saved`, 303);
      const view = { user: before, saved: false, problems: outcome.problems };
      return { page: <UserPage ctx={ctx} view={view} />, status: 409 };
    });
  }
  const addressOf = (c: Context<PortalEnvironment>, ctx: SignedInContext) =>
    ctx.href(`${accountPaths.users}/${parameter(c, 'user')}`);

  act('role', async (id, c, ctx) => {
    const form = await readForm(c, roleForm, {});
    return form.ok ? setRole(platform, id, form.value.role, ctx.user.audit) : form;
  });
  act('suspend', (id, _, ctx) => setSuspended(platform, id, true, ctx.user.audit));
  act('restore', (id, _, ctx) => setSuspended(platform, id, false, ctx.user.audit));
  act('sign-out', (id, _, ctx) => signOutEverywhere(platform, id, ctx.user.audit));
}

function siteInvitationRoutes(routes: PageRoutes, platform: Platform): void {
  const invitations = routes.permit('invitation.manage');
  const path = accountPaths.siteInvitations;

  async function page(c: Context<PortalEnvironment>, ctx: SignedInContext, refused = nothingRefused) {
    const notice = (['sent', 'withdrawn'] as const).find((each) => each === c.req.query('notice'));
    const view = { invitations: await listInvitations(platform), notice, ...refused };
    return <InvitationsPage ctx={ctx} view={view} />;
  }
  invitations.get(path, (c, ctx) => page(c, ctx));
  invitations.post(path, async (c, ctx) => {
    const form = await readForm(c, siteInvitationForm, { email: emailWording });
    if (!form.ok) return { page: await page(c, ctx, form), status: 400 };
    const { email, role, language } = form.value;
    const outcome = await invite(platform, { email, siteRole: role, language }, ctx.user);
    if (!outcome.ok) {
      const refused = { problems: outcome.problems, formValues: form.formValues };
      return { page: await page(c, ctx, refused), status: isOverQuota(outcome.problems) ? 429 : 400 };
    }
    return c.redirect(`${ctx.href(path)}?notice=sent`, 303);
  });
  invitations.post(`${path}/:invitation/withdraw`, async (c, ctx) => {
    await withdrawInvitation(platform, parameter(c, 'invitation'), ctx.user.audit);
    return c.redirect(`${ctx.href(path)}?notice=withdrawn`, 303);
  });
}

function organisationRoutes(routes: PageRoutes, platform: Platform): void {
  const { config } = platform;
  const creating = routes.permit('organisation.create');
  async function list(ctx: SignedInContext, refused = nothingRefused) {
    const organisations = await listOrganisations(platform);
    return <OrganisationsPage ctx={ctx} view={{ organisations, ...refused }} />;
  }
  creating.get(accountPaths.organisations, (_, ctx) => list(ctx));
  creating.post(accountPaths.organisations, async (c, ctx) => {
    const form = await readForm(c, organisationForm, { name: organisationNameWording });
    if (!form.ok) return { page: await list(ctx, form), status: 400 };
    const { id } = await createOrganisation(platform, form.value.name, ctx.user);
    return c.redirect(ctx.href(accountPaths.organisation(id)), 303);
  });

  const addressOf = (ctx: OrganisationContext) => ctx.href(accountPaths.organisation(ctx.organisation.id));
  async function page(c: Context<PortalEnvironment>, ctx: OrganisationContext, refused = nothingRefused) {
    const organisation = await findOrganisation(platform, ctx.organisation.id);
    if (!organisation) return undefined;
    const notices = ['sent', 'withdrawn', 'saved'] as const;
    const notice = notices.find((each) => each === c.req.query('notice'));
    const invitations = await listInvitations(platform, organisation.id);
    return <OrganisationPage ctx={ctx} view={{ organisation, invitations, notice, ...refused }} />;
  }
  routes.within(':organisation', 'organisation.view').get('', (c, ctx) => page(c, ctx));

  const inviting = routes.within(':organisation', 'organisation.invite');
  inviting.get('/invitations', (c, ctx) => c.redirect(addressOf(ctx), 303));
  inviting.post('/invitations', async (c, ctx) => {
    const form = await readForm(c, memberInvitationForm, { email: emailWording });
    if (!form.ok) return withStatus(await page(c, ctx, form), 400);
    const { email, role, language } = form.value;
    const organisation = { id: ctx.organisation.id, role };
    const outcome = await invite(platform, { email, siteRole: 'provider', language, organisation }, ctx.user);
    if (outcome.ok) return c.redirect(`${addressOf(ctx)}?notice=sent`, 303);
    const { problems } = outcome;
    return isOverQuota(problems)
      ? withStatus(await page(c, ctx, { problems, formValues: form.formValues }), 429)
      : undefined;
  });
  inviting.post(`/invitations/:invitation/withdraw`, async (c, ctx) => {
    const organisationId = ctx.organisation.id;
    await withdrawInvitation(platform, parameter(c, 'invitation'), ctx.user.audit, organisationId);
    return c.redirect(`${addressOf(ctx)}?notice=withdrawn`, 303);
  });

  const members = routes.within(':organisation', 'organisation.members');
  async function change(c: Context<PortalEnvironment>, ctx: OrganisationContext, role?: OrganisationRole) {
    const wanted: MemberChange = {
      organisationId: ctx.organisation.id,
      memberId: parameter(c, 'member'),
      ...(role && { role }),
    };
    const outcome = await changeMember(platform, wanted, ctx.user, authHeaders(c, config.trustProxy));
    if (outcome.ok) return c.redirect(`${addressOf(ctx)}?notice=saved`, 303);
    return withStatus(await page(c, ctx, { problems: outcome.problems, formValues: {} }), 409);
  }
  members.post(`/members/:member`, async (c, ctx) => {
    const form = await readForm(c, memberForm, {});
    return form.ok ? change(c, ctx, form.value.role) : withStatus(await page(c, ctx, form), 400);
  });
  members.post(`/members/:member/remove`, (c, ctx) => change(c, ctx));
}

function withStatus(page: Awaited<ReturnType<typeof OrganisationPage>> | undefined, status: 400 | 409 | 429) {
  return page && ({ page, status } satisfies PageAnswer);
}

function parameter(c: Context<PortalEnvironment>, name: string): string {
  return c.req.param(name) ?? '';
}
