import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';
import { beginDocument, restoreIntoForm, type Writing } from '../../../platform/editing/documents.ts';
import { currentFormValues, saveFormValues } from '../../../platform/editing/drafts.ts';
import { type Entry, findEntry } from '../../../platform/editing/entry.ts';
import { compareVersions } from '../../../platform/editing/form/comparison.ts';
import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import { writeInputs } from '../../../platform/editing/form/inputs.ts';
import { readPreviewable } from '../../../platform/editing/form/reading.ts';
import { readSentForm } from '../../../platform/editing/form/sent-form.ts';
import { inputLabel, namedInputs } from '../../../platform/editing/form/walk.ts';
import {
  aRevision,
  type ChosenRevisions,
  chosenRevisions,
  readHistory,
} from '../../../platform/editing/history.ts';
import { seenIn, writeSeen } from '../../../platform/editing/merging.ts';
import type { Outcome, Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageAnswer, PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { HistoryPage } from '../../../ui/editing/history-page.tsx';
import { type EditConflictView, editConflictViews, savedAnswer } from '../../../ui/editing/saved-answer.ts';
import { standingCriteria } from './acceptance.ts';
import { callForm, callKind } from './call-kind.ts';
import { beingWritten, receivedEntries } from './figures.ts';
import { callText } from './messages.ts';
import { CallEditorPage } from './pages/call-editor.tsx';
import { CallStartPage } from './pages/call-start.tsx';
import { CampaignOverviewPage } from './pages/campaign.tsx';
import { CampaignListPage } from './pages/campaign-list.tsx';
import { type CallAct, callPaths } from './paths.ts';
import { callChoices, callValueWords, campaignRow, receivedView } from './presenting/campaign-view.ts';
import { type By, type Campaign, Campaigns } from './service.ts';

type Ctx = SignedInContext;
const notices = z
  .enum(['announced', 'closed', 'withdrawn', 'discarded', 'restored'])
  .optional()
  .catch(undefined);
const nothing = z.object({});
const aCall = z.object({
  id: z
    .string()
    .max(13)
    .regex(/^call-[0-9a-f]{8}$/),
  title: z.string().trim().min(1).max(120),
});
const aCallWording = {
  title: { ja: '題を入れてください（120文字まで）。', en: 'Enter a title of at most 120 characters.' },
};
/** Buttons of the form beside those of its lists. */
const afters = ['save', 'check', 'leave'] as const;

/** The pages of those who run calls for entries. */
export function campaignPages(routes: PageRoutes, platform: Platform): void {
  const { connection, kinds, now } = platform;
  const { db } = connection;
  const campaigns = new Campaigns(platform);
  const manage = routes.permit('campaign.manage');
  const by = (ctx: Ctx): By => ({ user: ctx.user, at: now() });
  const writing = (ctx: Ctx): Writing => ({ ...by(ctx), area: 'campaign', object: 'campaign' });
  const { enterable } = campaigns;
  const idOf = (c: Context<PortalEnvironment>) => c.req.param('id') ?? '';

  manage.get(callPaths.list, async (_, ctx) => {
    const rows = (await campaigns.list()).map((campaign) => campaignRow(campaign, ctx.language, now()));
    return <CampaignListPage ctx={ctx} rows={rows} />;
  });

  manage.get(callPaths.start, (_, ctx) => (
    <CallStartPage ctx={ctx} view={{ id: newCallId(), title: '', problems: [] }} />
  ));
  manage.post(callPaths.start, async (c, ctx) => {
    const sent = await readForm(c, aCall, aCallWording);
    if (!sent.ok) {
      const view = { id: newCallId(), title: sent.formValues.title ?? '', problems: sent.problems };
      return { page: <CallStartPage ctx={ctx} view={view} />, status: 400 };
    }
    const { id, title } = sent.value;
    const inputs = writeInputs(callForm, {
      title: { ja: title },
      kinds: enterable.map(({ name }) => name),
      criteria: standingCriteria,
    });
    // Sent twice, as by a double click: the call exists already.
    await beginDocument(db, { id, kind: callKind.name, inputs }, writing(ctx));
    return c.redirect(ctx.href(callPaths.edit(id)), 303);
  });

  interface Attempt {
    formValues?: FormValues;
    conflicts?: readonly EditConflictView[];
    problems?: readonly Problem[];
  }

  /** Inputs of the form in its current state. */
  const inputsOf = (entry: Entry) => namedInputs(callForm, currentFormValues(callForm, entry));

  function editorPage(entry: Entry, announced: boolean, ctx: Ctx, attempt: Attempt = {}) {
    const stored = currentFormValues(callForm, entry);
    const names = inputsOf(entry).map(({ input }) => input);
    return (
      <CallEditorPage
        ctx={ctx}
        view={{
          id: entry.id,
          title: stored[`title.${ctx.language}`]?.[0] || stored['title.ja']?.[0],
          announced,
          inputs: { ...stored, ...attempt.formValues },
          seen: writeSeen(seenIn(stored, names)),
          problems: attempt.problems ?? [],
          conflicts: attempt.conflicts ?? [],
          choices: callChoices(enterable, ctx),
        }}
      />
    );
  }

  /** An input of a call in its reader's words. */
  const inWords = (entry: Entry, ctx: Ctx) => {
    const [inputs, read] = [inputsOf(entry), callValueWords(enterable, ctx)];
    return (input: string, values: readonly string[]) => {
      const named = inputs.find((each) => each.input === input);
      if (!named) return undefined;
      const label = inputLabel(named.trail.at(-1) ?? callKind.label, named.wording)[ctx.language];
      return { label, shown: values.map((value) => read(named, value)).join('\n') };
    };
  };

  async function written(c: Context<PortalEnvironment>): Promise<Campaign | undefined> {
    const found = await campaigns.find(idOf(c));
    return found?.standing === 'withdrawn' ? undefined : found;
  }

  manage.get(callPaths.edit(':id'), async (c, ctx) => {
    const it = await written(c);
    if (!it) return undefined;
    const read = campaigns.read(it.entry);
    const problems = c.req.query('check') === '1' && !read.ok ? read.problems : [];
    return editorPage(it.entry, it.standing === 'announced', ctx, { problems });
  });

  manage.post(callPaths.edit(':id'), async (c, ctx): Promise<PageAnswer | undefined> => {
    const it = await written(c);
    if (!it) return undefined;
    const { entry } = it;
    const { id } = entry;
    const announced = it.standing === 'announced';
    const names = inputsOf(entry).map(({ input }) => input);
    const sent = await readSentForm(c, names, afters);
    if (!sent) return { page: editorPage(entry, announced, ctx, { problems: [notTaken] }), status: 400 };
    const saved = await saveFormValues(db, callForm, entry, sent, ctx.user, now());
    if (sent.after === 'stay') {
      if (!saved.ok) return c.json({ saved: false }, 409);
      const answer = savedAnswer(saved.value, inWords(entry, ctx));
      return c.json(answer, answer.conflicts.length > 0 ? 409 : 200);
    }
    if (!saved.ok) {
      const attempt = { formValues: sent.mine, problems: saved.problems };
      return { page: editorPage(entry, announced, ctx, attempt), status: 409 };
    }
    const fresh = await findEntry(db, id);
    if (!fresh) return undefined;
    const conflicts = editConflictViews(saved.value, inWords(entry, ctx));
    if (conflicts.length > 0) {
      const formValues = Object.fromEntries(conflicts.map(({ input }) => [input, sent.mine[input] ?? []]));
      return { page: editorPage(fresh, announced, ctx, { formValues, conflicts }), status: 409 };
    }
    if (sent.after === 'check') {
      const read = campaigns.read(fresh);
      if (!read.ok)
        return { page: editorPage(fresh, announced, ctx, { problems: read.problems }), status: 400 };
    }
    // Return to the changed list, so that keyboard users stay near their place.
    const address = sent.act ? `${callPaths.edit(id)}#${sent.act.list}` : callPaths.call(id);
    return c.redirect(ctx.href(address), 303);
  });

  async function overview(
    id: string,
    ctx: Ctx,
    extra: { notice?: string | undefined; problems?: readonly Problem[] },
  ) {
    const found = await campaigns.find(id);
    if (!found) return undefined;
    const { entry } = found;
    const received = await receivedEntries(db, id);
    const read = campaigns.read(entry);
    const after = entry.draft ? readPreviewable(callForm, entry.draft.formValues) : undefined;
    const compared = after && compareVersions(callForm, found.call, after, callValueWords(enterable, ctx));
    const view = {
      ...campaignRow(found, ctx.language, now()),
      ...receivedView(received, kinds),
      writing: await beingWritten(db, id),
      unready: read.ok ? [] : read.problems,
      compared: compared?.filter(({ changed }) => changed),
      notice: notices.parse(extra.notice),
      problems: extra.problems ?? [],
      mayWithdraw: found.received === 0 && found.standing === 'announced',
    };
    const { review, queueOf } = callPaths;
    return <CampaignOverviewPage ctx={ctx} view={view} reviewPath={review} queuePath={queueOf(id)} />;
  }

  manage.get(callPaths.call(':id'), (c, ctx) => overview(idOf(c), ctx, { notice: c.req.query('done') }));

  const acts: Record<CallAct, { done: string; work: (id: string, by: By) => Promise<Outcome<string>> }> = {
    announce: { done: 'announced', work: (id, who) => campaigns.announce(id, who) },
    close: { done: 'closed', work: (id, who) => campaigns.close(id, who) },
    withdraw: { done: 'withdrawn', work: (id, who) => campaigns.withdraw(id, who) },
    discard: { done: 'discarded', work: (id, who) => campaigns.discard(id, who) },
  };
  for (const act of Object.keys(acts) as CallAct[]) {
    manage.post(callPaths.act(':id', act), async (c, ctx) => {
      const id = idOf(c);
      const sent = await readForm(c, nothing, {});
      const outcome = sent.ok ? await acts[act].work(id, by(ctx)) : sent;
      if (outcome.ok) {
        // A call never announced is deleted with its draft.
        const stays = (await campaigns.find(id)) !== undefined;
        const address = stays ? `${callPaths.call(id)}?done=${acts[act].done}` : callPaths.list;
        return c.redirect(ctx.href(address), 303);
      }
      const page = await overview(id, ctx, { problems: outcome.problems });
      return page && { page, status: 400 };
    });
  }

  async function historyPage({ entry, standing }: Campaign, ctx: Ctx, chosen: ChosenRevisions) {
    const { before, after, ...shown } = await readHistory(platform, entry, chosen, () => true, ctx);
    const words = callValueWords(enterable, ctx);
    const inputs = after ? compareVersions(callForm, before, after, words) : [];
    const { label } = callText(ctx);
    const stored = currentFormValues(callForm, entry);
    return (
      <HistoryPage
        ctx={ctx}
        view={{
          ...shown,
          trail: [
            { label: label.campaigns.title, path: callPaths.list },
            { label: stored['title.ja']?.[0] || label.campaigns.untitled, path: callPaths.call(entry.id) },
          ],
          path: callPaths.history(entry.id),
          restorePath: callPaths.restore(entry.id),
          inputs: inputs.filter(({ changed }) => changed),
          mayRestore: standing === 'announced' && !entry.draft ? 'earlier' : 'none',
          problems: chosen.problems ?? [],
        }}
      />
    );
  }

  manage.get(callPaths.history(':id'), async (c, ctx) => {
    const it = await campaigns.find(idOf(c));
    return it && historyPage(it, ctx, chosenRevisions(c.req.query()));
  });

  manage.post(callPaths.restore(':id'), async (c, ctx) => {
    const it = await written(c);
    if (!it) return undefined;
    const { id } = it.entry;
    const sent = await readForm(c, aRevision, {});
    if (!sent.ok) return { page: await historyPage(it, ctx, { problems: sent.problems }), status: 400 };
    const earlier = await platform.publishing.revision(id, sent.value.revision);
    if (!earlier) return undefined;
    const outcome = await restoreIntoForm(db, callForm, id, earlier, writing(ctx));
    if (!outcome.ok) return { page: await historyPage(it, ctx, { problems: outcome.problems }), status: 400 };
    return c.redirect(`${ctx.href(callPaths.call(id))}?done=restored`, 303);
  });
}

/** Id of a new call. */
const newCallId = () => `call-${randomBytes(4).toString('hex')}`;

const notTaken: Problem = {
  code: 'unexpected-field',
  message: {
    ja: '送られた内容を受け取れませんでした。ページを開き直してからもう一度送ってください。',
    en: 'What was sent could not be taken. Open the page again, then send it once more.',
  },
};
