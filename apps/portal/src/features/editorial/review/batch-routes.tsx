import { z } from 'zod';
import { findEntries } from '../../../platform/editing/entry.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Page } from '../../../platform/web/page.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageAnswer, PageRoutes } from '../../../platform/web/page-routes.ts';
import { titleIn } from '../entries/index.ts';
import { assignBatch, criteriaOfBatch, decideBatch } from './batch.ts';
import { type BatchResult, batchActs, isAllTicked, maxAtOnce } from './batch-model.ts';
import { BatchPage } from './pages/batch.tsx';
import { BatchResultPage } from './pages/batch-result.tsx';
import { reviewPaths } from './paths.ts';
import { reviewQueue } from './queue.ts';
import { type AskedQueue, filterFor, queueFilter } from './queue-filter.ts';

/** A form field with one or several values. */
const several = (longest: number) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().min(1).max(longest)).max(maxAtOnce),
  );
const aSelection = z.object({
  /** Selected entries: the ticked rows, all on the page, or all search results. */
  which: z.enum(['chosen', 'page', 'all']),
  entry: several(100),
  shown: several(100),
  act: z.enum(batchActs),
});
const aBatch = z.object({
  entry: several(100),
  action: z.enum(['approve', 'request-changes']),
  reason: z.string().trim().max(2_000),
  met: several(300),
});

type Ctx = SignedInContext;
type QueuePageOf = (
  ctx: Ctx,
  asked: AskedQueue,
  page: number,
  problems?: readonly Problem[],
) => Promise<Page>;

/** Batch actions of reviewers: take, decide, hand back. */
export function batchPages(
  routes: PageRoutes,
  platform: Platform,
  forms: Map<string, EntryForm>,
  queuePage: QueuePageOf,
): void {
  const { db } = platform.connection;
  const decides = routes.permit('review.decide');

  decides.post(reviewPaths.batch, async (c, ctx): Promise<PageAnswer> => {
    const sent = await c.req.parseBody({ all: true });
    const asked = queueFilter.parse(sent);
    const parsed = aSelection.safeParse(sent);
    if (!parsed.success) return { page: await queuePage(ctx, asked, 1, [notTaken]), status: 400 };
    const { which, entry, shown, act } = parsed.data;
    const now = platform.now();
    const ids = new Set(
      which === 'chosen'
        ? entry
        : which === 'page'
          ? shown
          : (await reviewQueue(db, forms, filterFor(asked, ctx.user.id), now)).map(({ id }) => id),
    );
    const refusal = ids.size === 0 ? nothingChosen : ids.size > maxAtOnce ? tooMany : undefined;
    if (refusal) return { page: await queuePage(ctx, asked, 1, [refusal]), status: 400 };
    if (act === 'take' || act === 'hand-back')
      return resultPage(ctx, act, await assignBatch(platform, forms, act, [...ids], ctx.user, now));
    return batchPage(ctx, { action: act, ids: [...ids], reason: '', ticked: new Set(), problems: [] });
  });

  interface Attempt {
    action: 'approve' | 'request-changes';
    ids: readonly string[];
    reason: string;
    ticked: ReadonlySet<string>;
    problems: readonly Problem[];
  }

  async function batchPage(ctx: Ctx, { action, ids, reason, ticked, problems }: Attempt) {
    const entries = await findEntries(db, ids);
    const known = ids.map((id) => {
      const entry = entries.get(id);
      return { id, title: titleIn(forms.get(entry?.kind ?? ''), entry?.sent?.revision.data) ?? id };
    });
    const criteria = action === 'approve' ? await criteriaOfBatch(platform, ids) : [];
    return <BatchPage ctx={ctx} view={{ action, entries: known, criteria, reason, ticked, problems }} />;
  }

  decides.post(reviewPaths.decideBatch, async (c, ctx): Promise<PageAnswer> => {
    const sent = Object.entries(await c.req.parseBody({ all: true }));
    // The ticks of each group of criteria are a field of their own.
    const met = sent.flatMap(([name, value]) => (/^met(-\d+)?$/.test(name) ? value : []));
    const others = sent.filter(([name]) => !/^met(-\d+)?$/.test(name));
    const parsed = aBatch.strict().safeParse({ ...Object.fromEntries(others), met });
    if (!parsed.success || parsed.data.entry.length === 0)
      return { page: await queuePage(ctx, {}, 1, [notTaken]), status: 400 };
    const { entry, action, reason } = parsed.data;
    const ids = [...new Set(entry)];
    const ticked = new Set(parsed.data.met);
    const problems = [
      ...(action === 'request-changes' && reason === '' ? [noComment] : []),
      ...(action === 'approve' && !isAllTicked(await criteriaOfBatch(platform, ids), ticked)
        ? [notAllMet]
        : []),
    ];
    if (problems.length > 0)
      return { page: await batchPage(ctx, { action, ids, reason, ticked, problems }), status: 400 };
    const decision = { action, reason, ticked };
    const results = await decideBatch(platform, forms, decision, ids, ctx.user, platform.now());
    return resultPage(ctx, action, results);
  });
}

function resultPage(ctx: Ctx, act: (typeof batchActs)[number], results: readonly BatchResult[]) {
  return <BatchResultPage ctx={ctx} view={{ act, results }} />;
}

const nothingChosen: Problem = {
  code: 'nothing-chosen',
  field: 'which',
  message: {
    ja: '登録に印を付けるか、「このページの全部」「見つかった全部」を選んでください。',
    en: 'Tick some entries, or choose all on this page or all that were found.',
  },
};
const tooMany: Problem = {
  code: 'too-many',
  field: 'which',
  message: {
    ja: `一度に扱えるのは${maxAtOnce.toLocaleString('en')}件までです。しぼりこんでから選んでください。`,
    en: `At most ${maxAtOnce.toLocaleString('en')} entries can be taken at once; narrow the search first.`,
  },
};
const noComment: Problem = {
  code: 'reason-missing',
  field: 'reason',
  message: { ja: '書いた人に伝える理由を書いてください。', en: 'Say why, for whoever wrote it.' },
};
const notAllMet: Problem = {
  code: 'criteria-not-met',
  field: 'met',
  message: {
    ja: '承認するには、すべての登録について採択の基準を確かめて、すべてに印を付けてください。',
    en: 'To approve, check every criterion for all of the entries and tick each.',
  },
};
const notTaken: Problem = {
  code: 'unexpected-field',
  message: {
    ja: '送られた内容を受け取れませんでした。ページを開き直してからもう一度送ってください。',
    en: 'What was sent could not be taken. Open the page again, then send it once more.',
  },
};
