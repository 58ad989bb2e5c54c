import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { z } from 'zod';
import { authHeaders } from '../../../platform/identity/request-headers.ts';
import {
  createAccessToken,
  listAccessTokens,
  revokeAccessToken,
} from '../../../platform/organisations/access-token.ts';
import {
  revokeTokensOfFormerOwners,
  tokensOfFormerOwners,
} from '../../../platform/organisations/former-owners.ts';
import { beginExport, countRoom, deleteRoom, exportRoom } from '../../../platform/organisations/room-data.ts';
import { definedScopes } from '../../../platform/organisations/scopes.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { isOverQuota } from '../../../platform/quota/quota.ts';
import { attachmentNamed } from '../../../platform/web/attachment.ts';
import { clientAddress } from '../../../platform/web/client-address.ts';
import { readForm, type SubmittedFields } from '../../../platform/web/form.ts';
import type { OrganisationContext, SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { accountPaths } from './account-paths.ts';
import { confirmUnlessFresh, proofFields, proofView } from './confirm-identity.ts';
import { AccessTokensPage, scopeField, tokenLives } from './pages/access-tokens.tsx';
import { DeleteOrganisationDataPage, OrganisationDataPage } from './pages/organisation-data.tsx';
import type { SecurityRequest } from './security.ts';
import { setCookies } from './sign-in-routes.tsx';

/** Owners' pages of an organisation, independent of its other capabilities. */
export function organisationRoomRoutes(routes: PageRoutes, platform: Platform): void {
  accessTokenRoutes(routes, platform);
  dataRoutes(routes, platform);
}

const nameWording = {
  ja: '名前を100文字以内で入れてください。',
  en: 'Enter a name, in 100 characters or fewer.',
};
const noScope: Problem = {
  code: 'scope-missing',
  field: 'scopes',
  message: {
    ja: '使える範囲を一つ以上選んでください。',
    en: 'Choose at least one thing it may be used for.',
  },
};

interface Answered {
  made?: string;
  problems?: readonly Problem[];
  formValues?: SubmittedFields;
}

function accessTokenRoutes(routes: PageRoutes, platform: Platform): void {
  const { now } = platform;
  const scopes = definedScopes().map(([scope]) => scope);
  const form = z.object({
    name: z.string().trim().min(1).max(100),
    days: z.enum(tokenLives.map(String)),
    ...proofFields,
    ...Object.fromEntries(scopes.map((scope) => [scopeField(scope), z.literal('on').optional()])),
  });
  const tokens = routes.within(':organisation', 'organisation.tokens');

  async function page(c: Context<PortalEnvironment>, ctx: OrganisationContext, answered: Answered = {}) {
    const listed = await listAccessTokens(ctx.tenant, now());
    const left = new Set((await tokensOfFormerOwners(ctx.tenant, now())).map(({ id }) => id));
    const view = {
      tokens: listed.map((token) => ({
        ...token,
        state: token.revokedAt
          ? ('revoked' as const)
          : token.expiresAt <= now()
            ? ('expired' as const)
            : ('live' as const),
        isLeft: left.has(token.id),
      })),
      left: left.size,
      revoked: c.req.query('notice') === 'revoked',
      proof: await proofView(platform, ctx.user, c.req.url, false),
      problems: [],
      formValues: {},
      ...answered,
    };
    return <AccessTokensPage ctx={ctx} view={view} />;
  }

  tokens.get('/access-tokens', (c, ctx) => page(c, ctx));
  tokens.post('/access-tokens', async (c, ctx) => {
    const sent = await readForm(c, form, { name: nameWording });
    if (!sent.ok) return { page: await page(c, ctx, sent), status: 400 };
    const { formValues } = sent;
    const chosen = scopes.filter((scope) => formValues[scopeField(scope)] === 'on');
    if (chosen.length === 0)
      return { page: await page(c, ctx, { problems: [noScope], formValues }), status: 400 };
    const proof = await confirmUnlessFresh(platform, sent.value, requestOf(platform, c, ctx));
    if (!proof.ok) return { page: await page(c, ctx, { problems: proof.problems, formValues }), status: 400 };
    setCookies(c, proof.value.cookies);
    const wanted = { name: sent.value.name, scopes: chosen, days: Number(sent.value.days) };
    const outcome = await createAccessToken(ctx.tenant, wanted, ctx.user.audit, now());
    if (!outcome.ok)
      return {
        page: await page(c, ctx, { problems: outcome.problems, formValues }),
        status: isOverQuota(outcome.problems) ? 429 : 409,
      };
    return page(c, ctx, { made: outcome.value.token });
  });
  tokens.post('/access-tokens/revoke-left', async (c, ctx) => {
    const outcome = await revokeTokensOfFormerOwners(ctx.tenant, ctx.user.audit, now());
    if (!outcome.ok) return { page: await page(c, ctx, { problems: outcome.problems }), status: 409 };
    return c.redirect(`${tokensAddress(ctx)}?notice=revoked`, 303);
  });
  tokens.get('/access-tokens/revoke-left', (c, ctx) => c.redirect(tokensAddress(ctx), 303));
  tokens.get('/access-tokens/:token/revoke', (c, ctx) => c.redirect(tokensAddress(ctx), 303));
  tokens.post('/access-tokens/:token/revoke', async (c, ctx) => {
    const id = c.req.param('token') ?? '';
    const outcome = await revokeAccessToken(ctx.tenant, id, ctx.user.audit, now());
    if (!outcome.ok) return { page: await page(c, ctx, { problems: outcome.problems }), status: 404 };
    return c.redirect(`${tokensAddress(ctx)}?notice=revoked`, 303);
  });
}

const tokensAddress = (ctx: OrganisationContext) => ctx.href(accountPaths.accessTokens(ctx.organisation.id));

function requestOf(
  { config }: Platform,
  c: Context<PortalEnvironment>,
  { user }: SignedInContext,
): SecurityRequest {
  const { trustProxy } = config;
  return { user, headers: authHeaders(c, trustProxy), address: clientAddress(c, trustProxy) };
}

const exportForm = z.object(proofFields);
const deleteForm = z.object({ confirm: z.string().max(200), ...proofFields });
const wrongName: Problem = {
  code: 'wrong-organisation-name',
  field: 'confirm',
  message: {
    ja: '組織の名前が違います。表示されている名前をそのまま入れてください。',
    en: 'This is not the name of the organisation. Type it as it is shown.',
  },
};

function dataRoutes(routes: PageRoutes, platform: Platform): void {
  const { now } = platform;
  const data = routes.within(':organisation', 'organisation.data');
  const address = (ctx: OrganisationContext) => ctx.href(accountPaths.organisationData(ctx.organisation.id));

  async function page(
    c: Context<PortalEnvironment>,
    ctx: OrganisationContext,
    problems: readonly Problem[] = [],
  ) {
    const proof = await proofView(platform, ctx.user, c.req.url, false);
    const deleted = c.req.query('notice') === 'deleted';
    return <OrganisationDataPage ctx={ctx} proof={proof} problems={problems} deleted={deleted} />;
  }

  data.get('/data', (c, ctx) => page(c, ctx));
  data.get('/data/export', (c, ctx) => c.redirect(address(ctx), 303));
  data.post('/data/export', async (c, ctx) => {
    const form = await readForm(c, exportForm, {});
    const proof = form.ok
      ? await confirmUnlessFresh(platform, form.value, requestOf(platform, c, ctx))
      : form;
    if (!proof.ok) return { page: await page(c, ctx, proof.problems), status: 400 };
    if ('cookies' in proof.value) setCookies(c, proof.value.cookies);
    const begun = await beginExport(ctx, ctx.user.audit, now());
    if (!begun.ok) return { page: await page(c, ctx, begun.problems), status: 429 };
    const file = await exportedFile(ctx, now());
    return c.body(Readable.toWeb(file.createReadStream({ start: 0 })) as ReadableStream, 200, {
      'Content-Type': 'application/jsonl; charset=utf-8',
      'Content-Disposition': attachmentNamed(`${ctx.organisation.name}.jsonl`),
      'Cache-Control': 'private, no-store',
    });
  });

  async function deletePage(
    c: Context<PortalEnvironment>,
    ctx: OrganisationContext,
    problems: readonly Problem[] = [],
    formValues?: string,
  ) {
    const proof = await proofView(platform, ctx.user, c.req.url, false);
    const view = { rows: await countRoom(ctx), proof, problems, formValues };
    return <DeleteOrganisationDataPage ctx={ctx} {...view} />;
  }

  data.get('/data/delete', (c, ctx) => deletePage(c, ctx));
  data.post('/data/delete', async (c, ctx) => {
    const form = await readForm(c, deleteForm, { confirm: wrongName.message });
    const { confirm } = form.formValues;
    const isSure = form.ok && form.value.confirm.trim() === ctx.organisation.name.trim();
    if (!isSure) {
      const problems = form.ok ? [wrongName] : form.problems;
      return { page: await deletePage(c, ctx, problems, confirm), status: 400 };
    }
    const proof = await confirmUnlessFresh(platform, form.value, requestOf(platform, c, ctx));
    if (!proof.ok) return { page: await deletePage(c, ctx, proof.problems, confirm), status: 400 };
    await deleteRoom(ctx, ctx.user.audit, now());
    setCookies(c, proof.value.cookies);
    return c.redirect(`${address(ctx)}?notice=deleted`, 303);
  });
}

/**
 * Writes the export to disk before sending it, so that a slow client does not hold a database connection. The file
 * is already unlinked, so the system deletes it when it is closed.
 */
async function exportedFile(room: OrganisationContext, now: Date): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'kakehashi-export-'));
  let file: FileHandle | undefined;
  try {
    const opened = await open(join(folder, 'rows.jsonl'), 'wx+', 0o600);
    file = opened;
    await exportRoom(room, now, (lines) => opened.appendFile(lines));
    return opened;
  } catch (error) {
    await file?.close();
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
