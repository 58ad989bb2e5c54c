import type { Context } from 'hono';
import { z } from 'zod';
import type { Outcome, Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageAnswer, PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { beingWritten, receivedEntries } from './figures.ts';
import { describedCall } from './form/described-call.ts';
import { readSentCall, type SentCall } from './form/sent-call.ts';
import { emptyCall, newCallId, typedCall, withMoreRows } from './form/typed-call.ts';
import { CallFormPage } from './pages/call-form.tsx';
import { CampaignOverviewPage } from './pages/campaign.tsx';
import { CampaignListPage } from './pages/campaign-list.tsx';
import { type CallAct, callPaths } from './paths.ts';
import { campaignRow, receivedView } from './presenting/campaign-view.ts';
import { type By, Campaigns } from './service.ts';
import type { CallFormView } from './views.ts';

type Ctx = SignedInContext;
const notices = z.enum(['saved', 'announced', 'closed', 'withdrawn']).optional().catch(undefined);
const nothing = z.object({});

/** The pages of those who run calls for entries. */
export function campaignPages(routes: PageRoutes, platform: Platform): void {
  const { connection, kinds, now } = platform;
  const campaigns = new Campaigns(platform);
  const manage = routes.permit('campaign.manage');
  const by = (ctx: Ctx): By => ({ user: ctx.user, at: now() });
  /** Kinds that others than the body enter: those that name an operator. */
  const enterable = kinds.listed().filter(({ card, pagePath }) => card?.operator && pagePath);
  const kindNames = enterable.map(({ name }) => name);
  const idOf = (c: Context<PortalEnvironment>) => c.req.param('id') ?? '';

  manage.get(callPaths.list, async (_, ctx) => {
    const rows = (await campaigns.list()).map((campaign) => campaignRow(campaign, ctx.language, now()));
    return <CampaignListPage ctx={ctx} rows={rows} />;
  });

  const formPage = (ctx: Ctx, view: Omit<CallFormView, 'kinds'>) => {
    const offered = enterable.map(({ name, label }) => ({ value: name, label: label[ctx.language] }));
    return <CallFormPage ctx={ctx} view={{ ...view, kinds: offered }} />;
  };

  manage.get(callPaths.start, (_, ctx) =>
    formPage(ctx, {
      existing: undefined,
      id: newCallId(),
      basedOn: 0,
      typed: emptyCall(kindNames),
      problems: [],
    }),
  );
  manage.get(callPaths.edit(':id'), async (c, ctx) => {
    const found = await campaigns.find(idOf(c));
    if (!found || found.standing === 'withdrawn') return undefined;
    const { id, revision: basedOn, call, standing } = found;
    const existing = { id, announced: standing === 'announced' };
    return formPage(ctx, { existing, id, basedOn, typed: typedCall(call), problems: [] });
  });

  /** The form again with what is wrong or with more rows, or onward to the call. */
  async function answered(
    c: Context<PortalEnvironment>,
    ctx: Ctx,
    existing: CallFormView['existing'],
    save: (sent: SentCall) => Promise<Outcome<string>>,
  ): Promise<PageAnswer> {
    const sent = await readSentCall(c);
    if (!sent) {
      const typed = emptyCall(kindNames);
      const again = { existing, id: existing?.id ?? newCallId(), basedOn: 0, typed, problems: [notTaken] };
      return { page: formPage(ctx, again), status: 400 };
    }
    const { id, basedOn, wish } = sent;
    const again = { existing, id, basedOn, typed: withMoreRows(sent.typed, wish) };
    if (wish !== 'save') return formPage(ctx, { ...again, problems: [] });
    const outcome = await save(sent);
    if (!outcome.ok) return { page: formPage(ctx, { ...again, problems: outcome.problems }), status: 400 };
    return c.redirect(`${ctx.href(callPaths.call(outcome.value))}?done=saved`, 303);
  }

  manage.post(callPaths.start, (c, ctx) =>
    answered(c, ctx, undefined, async ({ id, typed }) => {
      const call = describedCall(typed, kindNames);
      if (!call.ok) return call;
      if (!/^call-[0-9a-f]{8}$/.test(id)) return { ok: false, problems: [notTaken] };
      return campaigns.prepare(id, call.value, by(ctx));
    }),
  );
  manage.post(callPaths.edit(':id'), async (c, ctx) => {
    const found = await campaigns.find(idOf(c));
    if (!found || found.standing === 'withdrawn') return undefined;
    const { id, standing } = found;
    return answered(c, ctx, { id, announced: standing === 'announced' }, async ({ typed, basedOn }) => {
      const call = describedCall(typed, kindNames);
      return call.ok ? campaigns.change(id, call.value, basedOn, by(ctx)) : call;
    });
  });

  async function overview(
    id: string,
    ctx: Ctx,
    extra: { notice?: string | undefined; problems?: readonly Problem[] },
  ) {
    const found = await campaigns.find(id);
    if (!found) return undefined;
    const received = await receivedEntries(connection.db, id);
    const view = {
      ...campaignRow(found, ctx.language, now()),
      ...receivedView(received, kinds),
      writing: await beingWritten(connection.db, id),
      notice: notices.parse(extra.notice),
      problems: extra.problems ?? [],
      mayWithdraw: found.received === 0 && found.standing !== 'withdrawn',
    };
    const { review, queueOf } = callPaths;
    return <CampaignOverviewPage ctx={ctx} view={view} reviewPath={review} queuePath={queueOf(id)} />;
  }

  manage.get(callPaths.call(':id'), (c, ctx) => overview(idOf(c), ctx, { notice: c.req.query('done') }));

  const acts: Record<CallAct, { done: string; work: (id: string, by: By) => Promise<Outcome<string>> }> = {
    announce: { done: 'announced', work: (id, who) => campaigns.announce(id, who) },
    close: { done: 'closed', work: (id, who) => campaigns.close(id, who) },
    withdraw: { done: 'withdrawn', work: (id, who) => campaigns.withdraw(id, who) },
  };
  for (const act of Object.keys(acts) as CallAct[]) {
    manage.post(callPaths.act(':id', act), async (c, ctx) => {
      const id = idOf(c);
      const sent = await readForm(c, nothing, {});
      const outcome = sent.ok ? await acts[act].work(id, by(ctx)) : sent;
      if (outcome.ok) return c.redirect(`${ctx.href(callPaths.call(id))}?done=${acts[act].done}`, 303);
      const page = await overview(id, ctx, { problems: outcome.problems });
      return page && { page, status: 400 };
    });
  }
}

const notTaken: Problem = {
  code: 'unexpected-field',
  message: {
    ja: '送られた内容を受け取れませんでした。ページを開き直してからもう一度送ってください。',
    en: 'What was sent could not be taken. Open the page again, then send it once more.',
  },
};
