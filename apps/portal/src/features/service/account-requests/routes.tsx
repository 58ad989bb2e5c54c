import type { Context } from 'hono';
import { z } from 'zod';
import { organisationName } from '../../../platform/identity/names.ts';
import { mailAddress } from '../../../platform/mail/mail.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { clientDigest } from '../../../platform/quota/client-digest.ts';
import { readForm, type SubmittedFields } from '../../../platform/web/form.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import { type PageRoutes, sendPage } from '../../../platform/web/page-routes.ts';
import { rateLimit, type TooOften } from '../../../platform/web/rate-limit.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { ConfirmRequestPage } from './pages/confirm-request.tsx';
import { RequestFormPage } from './pages/request-form.tsx';
import { RequestListPage } from './pages/request-list.tsx';
import { requestPaths } from './paths.ts';
import { type AccountRequests, openDays } from './service.ts';

/** Requests that one client may send in a minute. */
const maxRequests = 5;
const aRequest = z.object({
  organisation: organisationName.max(120),
  email: z.string().trim().max(254).pipe(mailAddress),
  message: z.string().trim().max(1_000),
});
const wording = {
  organisation: {
    ja: '組織の名前を入れてください（120文字まで）。メールアドレスやサイトのアドレス、「.」でつないだ語は使えません。',
    en: 'Enter the name of the organisation, in at most 120 characters. It may hold no e-mail or web address, and no words joined by a full stop.',
  },
  email: {
    ja: 'メールアドレスを name@example.jp の形で入れてください。',
    en: 'Enter your e-mail address, as in name@example.jp.',
  },
  message: { ja: '1,000文字までで書いてください。', en: 'At most 1,000 characters.' },
};
const aDecision = z.object({ decision: z.enum(['accept', 'decline']) });
const notices = z.enum(['accepted', 'declined']).optional().catch(undefined);
const pageNumber = z.coerce.number().int().min(1).max(1_000_000).catch(1);
/** What the form shows again. */
const typed = ({ organisation = '', email = '', message = '' }: SubmittedFields) => ({
  organisation,
  email,
  message,
});
const empty = { formValues: { organisation: '', email: '', message: '' }, problems: [] };

/** Public form to request an account, and the editors' pages to decide on requests. */
export function requestPages(routes: PageRoutes, platform: Platform, requests: AccountRequests): void {
  const tooOften: TooOften = async (c) => {
    const { formValues } = await readForm(c, aRequest, wording);
    const view = { ...empty, formValues: typed(formValues), isTooOften: true };
    return sendPage(c, { page: <RequestFormPage ctx={routes.context(c)} view={view} />, status: 429 });
  };
  const limit = rateLimit(platform, tooOften, maxRequests);
  routes.guard(requestPaths.form, (c, next) => (c.req.method === 'POST' ? limit(c, next) : next()));

  routes.get(requestPaths.form, (_, ctx) => <RequestFormPage ctx={ctx} view={empty} />);
  routes.post(requestPaths.form, async (c, ctx) => {
    const sent = await readForm(c, aRequest, wording);
    const outcome = sent.ok
      ? await requests.ask({ ...sent.value, language: ctx.language }, clientDigest(c, platform))
      : sent;
    if (outcome.ok) return <RequestFormPage ctx={ctx} view={{ ...empty, isSent: true }} />;
    const view = { formValues: typed(sent.formValues), problems: outcome.problems };
    return { page: <RequestFormPage ctx={ctx} view={view} />, status: sent.ok ? 429 : 400 };
  });

  routes.get(requestPaths.confirm(':token'), async (c, ctx) => {
    const good = await requests.isLinkGood(c.req.param('token') ?? '');
    const view = { problem: good.ok ? undefined : good.problems[0], isDone: false, endsAfter: openDays };
    return { page: <ConfirmRequestPage ctx={ctx} view={view} />, status: good.ok ? 200 : 400 };
  });
  routes.post(requestPaths.confirm(':token'), async (c, ctx) => {
    const outcome = await requests.confirm(c.req.param('token') ?? '');
    const view = {
      problem: outcome.ok ? undefined : outcome.problems[0],
      isDone: outcome.ok,
      endsAfter: openDays,
    };
    return { page: <ConfirmRequestPage ctx={ctx} view={view} />, status: outcome.ok ? 200 : 400 };
  });

  const decide = routes.permit('account-request.decide');
  async function listPage(
    c: Context<PortalEnvironment>,
    ctx: SignedInContext,
    notice: string | undefined,
    problems: readonly Problem[],
  ) {
    const open = await requests.open(pageNumber.parse(c.req.query('page')));
    const view = { ...open, endsAfter: openDays, notice: notices.parse(notice), problems };
    return <RequestListPage ctx={ctx} view={view} />;
  }
  decide.get(requestPaths.list, (c, ctx) => listPage(c, ctx, c.req.query('done'), []));
  decide.post(requestPaths.decide(':id'), async (c, ctx) => {
    const id = z.uuid().safeParse(c.req.param('id'));
    const sent = await readForm(c, aDecision, {});
    if (!id.success || !sent.ok) return undefined;
    const { decision } = sent.value;
    const outcome =
      decision === 'accept'
        ? await requests.accept(id.data, ctx.user)
        : await requests.decline(id.data, ctx.user);
    if (!outcome.ok) return { page: await listPage(c, ctx, undefined, outcome.problems), status: 400 };
    return c.redirect(`${ctx.href(requestPaths.list)}?done=${outcome.value}`, 303);
  });
}
