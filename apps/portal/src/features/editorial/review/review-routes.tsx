import type { Context } from 'hono';
import { z } from 'zod';
import { seesAsStaff } from '../../../platform/editing/access.ts';
import { decisions } from '../../../platform/editing/decision.ts';
import { type Entry, findEntry, stageOf } from '../../../platform/editing/entry.ts';
import { type ComparedInput, compareVersions } from '../../../platform/editing/form/comparison.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import { writeInputs } from '../../../platform/editing/form/inputs.ts';
import { momentInTokyo } from '../../../platform/i18n/dates.ts';
import { may } from '../../../platform/identity/permissions.ts';
import type { Outcome, Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { brokenLinks } from '../../../platform/typesetting/broken-links.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageAnswer, PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { wordsOf } from '../../../ui/editing/offered-field.ts';
import { previewPage } from '../../../ui/editing/record-preview.tsx';
import { enteredCall } from '../calls/index.ts';
import {
  callNow,
  comparableDraft,
  entryEvents,
  evidenceOn,
  organisationName,
  similarEntries,
  titleIn,
} from '../entries/index.ts';
import { blockingLinks, checkedLinks } from '../links/index.ts';
import { comparedWith, earlierVersions } from './comparing/earlier-versions.ts';
import { criteriaOf, decide } from './deciding.ts';
import { ReviewPage } from './pages/review.tsx';
import { reviewPaths } from './paths.ts';
import { deadlineOf } from './queue.ts';
import { hasConflict, hasPart, possibleReviewers, reviewerName, reviewerOf } from './reviewers.ts';
import { assignReviewer, comment, declareConflict, handBack } from './reviewing.ts';
import type { ReviewNotice, ReviewView } from './views.ts';

const anAssignment = z.object({
  reviewer: z.string().max(100).optional(),
  from: z.string().max(100).optional(),
});
const aComment = z.object({ field: z.string().max(100), body: z.string().trim().min(1).max(2_000) });
const commentWording = {
  body: {
    ja: 'コメントを入れてください（2,000文字まで）。',
    en: 'Enter a comment of at most 2,000 characters.',
  },
};
const aConflict = z.object({ involvement: z.string().trim().min(1).max(500) });
const conflictWording = {
  involvement: {
    ja: 'どのような関わりかを書いてください（500文字まで）。',
    en: 'Say what your involvement is, in at most 500 characters.',
  },
};
const aDecision = z.object({
  action: z.enum(decisions),
  reason: z.string().trim().max(2_000),
  despite: z.string().trim().max(500).optional(),
  at: z
    .string()
    .trim()
    .max(16)
    .regex(/^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2})?$/),
});
const decisionWording = {
  reason: { ja: '2,000文字までで書いてください。', en: 'At most 2,000 characters.' },
  at: { ja: '日時を 2027-01-15T09:00 のように入れてください。', en: 'Enter it as 2027-01-15T09:00.' },
};

type Ctx = SignedInContext;
interface Sent {
  entry: Entry;
  sent: NonNullable<Entry['sent']>;
  form: EntryForm;
}
interface Attempt {
  problems: readonly Problem[];
  notice?: ReviewNotice | undefined;
  formValues?: ReviewView['formValues'];
  /** Version to compare with, if there is a choice. */
  against?: ReviewView['against'];
}
const compared = z.enum(comparedWith).optional().catch(undefined);
const notices = z
  .enum(['assigned', 'handed-back', 'commented', ...decisions])
  .optional()
  .catch(undefined);
const fresh = { reason: '', at: '', despite: '', met: [] };

/** Review pages of one entry: comparison, comments and decision. */
export function reviewPages(routes: PageRoutes, platform: Platform, forms: Map<string, EntryForm>): void {
  const { db } = platform.connection;
  const view = routes.permit('review.view');
  const decides = routes.permit('review.decide');

  async function sentEntry(c: Context<PortalEnvironment>): Promise<Sent | undefined> {
    const entry = await findEntry(db, c.req.param('id') ?? '');
    const form = entry && forms.get(entry.kind);
    return entry?.sent && form ? { entry, sent: entry.sent, form } : undefined;
  }

  async function reviewPage({ entry, sent, form }: Sent, ctx: Ctx, attempt: Attempt) {
    const { problems, notice, formValues = fresh } = attempt;
    const { id } = entry;
    const { user } = ctx;
    const earlier = await earlierVersions(db, sent.publication);
    const offered = comparedWith.filter((version) => earlier[version]);
    const against = offered.find((version) => version === attempt.against) ?? offered[0];
    const before = against && earlier[against];
    const stage = stageOf(entry);
    const conflicted = await hasConflict(db, id, user.id);
    const assigned = await reviewerOf(db, id);
    const mine = assigned?.id === user.id;
    const possible = await possibleReviewers(db, entry);
    const now = platform.now();
    const deadline = await deadlineOf(db, id);
    const entered = await enteredCall(db, id);
    const up = stage === 'submitted' || stage === 'in-review';
    const named = seesAsStaff(user, entry);
    // Nobody may review entries of their own organisation, so the actions are not offered.
    const own = await hasPart(db, user, entry);
    const judges = named && !own && may(user, 'review.decide');
    const blocking = await blockingLinks(db, platform, sent);
    const words = wordsOf(form, platform, ctx);
    const { comments, events } = await entryEvents(db, form, entry, ctx);
    const inputs = compareVersions(form, before?.data, sent.revision.data, words);
    const comparable = comparableDraft(form, id, writeInputs(form, sent.revision.data));
    const shown: ReviewView = {
      id,
      title: titleIn(form, sent.revision.data),
      stage,
      organisation: await organisationName(db, entry.ownerId),
      reviewer: assigned && {
        id: assigned.id,
        name: reviewerName(assigned.name, named, ctx),
        isUser: mine,
      },
      inputs,
      similar: await similarEntries(platform, forms, comparable, user, reviewPaths.entry),
      brokenLinks: brokenLinksOf(inputs),
      against,
      offered,
      reviewed: earlier.reviewed,
      sent: { number: sent.revision.number, last: events.findLast(({ action }) => action === 'submit') },
      comments,
      evidence: { files: await evidenceOn(db, id), mayChange: false },
      links: await checkedLinks(db, form.kind, sent.revision.data),
      blocked: blocking.dead.length + blocking.uncalled.length > 0,
      may: {
        take: up && !mine && possible.some((each) => each.id === user.id),
        handBack: up && mine,
        comment: up && judges && !conflicted,
        // An entry sent again keeps its reviewer.
        decide: (stage === 'in-review' || (stage === 'submitted' && mine)) && judges && !conflicted,
      },
      assignable:
        up && named && may(user, 'review.assign')
          ? possible.filter((each) => each.id !== user.id && each.id !== assigned?.id)
          : [],
      deadline: deadline && { at: deadline, over: deadline < now },
      call: entered,
      criteria: criteriaOf(await callNow(db, entry)),
      conflicted,
      own,
      notice,
      problems,
      formValues,
    };
    return <ReviewPage ctx={ctx} view={shown} />;
  }

  view.get(reviewPaths.entry(':id'), async (c, ctx) => {
    const it = await sentEntry(c);
    if (!it) return undefined;
    const against = compared.parse(c.req.query('against'));
    return reviewPage(it, ctx, { problems: [], notice: notices.parse(c.req.query('done')), against });
  });

  view.get(reviewPaths.preview(':id'), async (c, ctx) => {
    const it = await sentEntry(c);
    return it && previewPage(platform, it.form, it.entry.id, it.sent.revision.data, ctx);
  });

  /** Redirects to the entry, or shows its page with the problems. */
  async function answered(
    c: Context<PortalEnvironment>,
    ctx: Ctx,
    it: Sent,
    outcome: Outcome<unknown>,
    { done, formValues }: { done?: ReviewNotice; formValues?: ReviewView['formValues'] } = {},
  ): Promise<PageAnswer> {
    const page = ctx.href(reviewPaths.entry(it.entry.id));
    if (outcome.ok) return c.redirect(done ? `${page}?done=${done}` : page, 303);
    const attempt = { problems: outcome.problems, ...(formValues && { formValues }) };
    return { page: await reviewPage(it, ctx, attempt), status: 400 };
  }

  routes.permit('review.assign').post(reviewPaths.assign(':id'), async (c, ctx) => {
    const it = await sentEntry(c);
    if (!it) return undefined;
    const sent = await readForm(c, anAssignment, {});
    if (!sent.ok) return answered(c, ctx, it, sent);
    const reviewer = sent.value.reviewer ?? ctx.user.id;
    const { id } = it.entry;
    const about = { id, title: titleIn(it.form, it.sent.revision.data) ?? id };
    const { from } = sent.value;
    const outcome = await assignReviewer(platform, about, reviewer, ctx.user, platform.now(), from);
    return answered(c, ctx, it, outcome, { done: 'assigned' });
  });

  decides.post(reviewPaths.handBack(':id'), async (c, ctx) => {
    const it = await sentEntry(c);
    if (!it) return undefined;
    const outcome = await handBack(platform, it.entry.id, ctx.user, platform.now());
    return answered(c, ctx, it, outcome, { done: 'handed-back' });
  });

  decides.post(reviewPaths.comment(':id'), async (c, ctx) => {
    const it = await sentEntry(c);
    if (!it) return undefined;
    const sent = await readForm(c, aComment, commentWording);
    if (!sent.ok) return answered(c, ctx, it, sent);
    const field = it.form.fields.find(({ name }) => name === sent.value.field)?.name ?? null;
    const written = { field, body: sent.value.body };
    const outcome = await comment(platform, it.entry.id, written, ctx.user, platform.now());
    return answered(c, ctx, it, outcome, { done: 'commented' });
  });

  decides.post(reviewPaths.conflict(':id'), async (c, ctx) => {
    const it = await sentEntry(c);
    if (!it) return undefined;
    const sent = await readForm(c, aConflict, conflictWording);
    if (!sent.ok) return answered(c, ctx, it, sent);
    const { involvement } = sent.value;
    const outcome = await declareConflict(platform, it.entry.id, involvement, ctx.user, platform.now());
    return answered(c, ctx, it, outcome);
  });

  decides.post(reviewPaths.decide(':id'), async (c, ctx) => {
    const it = await sentEntry(c);
    if (!it) return undefined;
    const { met, ...others } = await c.req.parseBody({ all: true });
    const ticked = (Array.isArray(met) ? met : [met]).filter((each) => typeof each === 'string');
    const { reason, at, despite } = others;
    const formValues = {
      reason: String(reason ?? ''),
      at: String(at ?? ''),
      despite: String(despite ?? ''),
      met: ticked,
    };
    const parsed = aDecision.strict().safeParse(others);
    if (!parsed.success) {
      const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'action')));
      const problems = [...fields].map((field): Problem => {
        const message = field === 'reason' || field === 'at' ? decisionWording[field] : notTaken;
        return { code: 'invalid-field', field, message };
      });
      return answered(c, ctx, it, { ok: false, problems }, { formValues });
    }
    const decision = {
      action: parsed.data.action,
      reason: parsed.data.reason,
      despite: parsed.data.despite,
      met: ticked,
      at: parsed.data.action === 'schedule' ? momentInTokyo(parsed.data.at) : undefined,
    };
    const outcome = await decide(platform, it.form, it.entry.id, decision, ctx.user, platform.now());
    return answered(c, ctx, it, outcome, { done: decision.action, formValues });
  });
}

/** Broken links, each with its input. */
function brokenLinksOf(inputs: readonly ComparedInput[]): ReviewView['brokenLinks'] {
  return inputs
    .filter(({ format }) => format === 'markdown')
    .flatMap(({ input, label, after }) => brokenLinks(after).map((address) => ({ input, label, address })));
}

const notTaken = {
  ja: '送られた内容を受け取れませんでした。もう一度送ってください。',
  en: 'What was sent could not be taken. Send it once more.',
};
