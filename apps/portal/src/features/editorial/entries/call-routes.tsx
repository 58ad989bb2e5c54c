import type { Context } from 'hono';
import { z } from 'zod';
import { mayWith } from '../../../platform/editing/access.ts';
import { type Entry, findEntry, isOpen } from '../../../platform/editing/entry.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import { readSentForm } from '../../../platform/editing/form/sent-form.ts';
import { seenIn, writeSeen } from '../../../platform/editing/merging.ts';
import { choose } from '../../../platform/i18n/language.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { type EditConflictView, editConflictViews, savedAnswer } from '../../../ui/editing/saved-answer.ts';
import { type Answers, answerInput, openCalls, sendingProblems } from '../calls/index.ts';
import { callNow, enterCall, saveAnswers } from './call-answers.ts';
import { CallStepPage } from './pages/call-step.tsx';
import { entryPaths } from './paths.ts';

const aChoice = z.object({ call: z.string().max(100) });

interface Found {
  entry: Entry;
  form: EntryForm;
}
interface Attempt {
  problems: readonly Problem[];
  answers?: Answers;
  conflicts?: readonly EditConflictView[];
}

/** Step of the entry form to choose a call and answer its questions. */
export function callPages(routes: PageRoutes, platform: Platform, forms: Map<string, EntryForm>): void {
  const { db } = platform.connection;
  const write = routes.permit('entry.write');

  async function found(c: Context<PortalEnvironment>, ctx: SignedInContext): Promise<Found | undefined> {
    const entry = await findEntry(db, c.req.param('id') ?? '');
    const form = entry && forms.get(entry.kind);
    return entry && form && mayWith(ctx.user, 'entry.write', entry) ? { entry, form } : undefined;
  }

  async function stepPage({ entry, form }: Found, ctx: SignedInContext, attempt: Attempt) {
    const entered = await callNow(db, entry);
    const questions = entered?.call.questions ?? [];
    const stored = entered?.answers ?? {};
    return (
      <CallStepPage
        ctx={ctx}
        view={{
          id: entry.id,
          steps: form.steps,
          offered: await openCalls(db, platform.now(), entry),
          entered,
          answers: attempt.answers ?? stored,
          seen: writeSeen(seenIn(stored, questions.map(answerInput))),
          problems: attempt.problems,
          conflicts: attempt.conflicts ?? [],
        }}
      />
    );
  }

  write.get(entryPaths.call(':id'), async (c, ctx) => {
    const it = await found(c, ctx);
    if (!it) return undefined;
    if (!isOpen(it.entry)) return c.redirect(ctx.href(entryPaths.entry(it.entry.id)), 303);
    const asked = c.req.query('check') === '1';
    const problems = asked ? sendingProblems(await callNow(db, it.entry), platform.now()) : [];
    return stepPage(it, ctx, { problems });
  });

  write.post(entryPaths.call(':id'), async (c, ctx) => {
    const it = await found(c, ctx);
    if (!it) return undefined;
    const sent = await readForm(c, aChoice, {});
    const { id } = it.entry;
    const outcome = sent.ok ? await enterCall(db, id, sent.value.call, ctx.user, platform.now()) : sent;
    if (!outcome.ok)
      return { page: await stepPage(it, ctx, { problems: outcome.problems }), status: 400 as const };
    const entered = await callNow(db, it.entry);
    const next = entered ? entryPaths.call(id) : entryPaths.check(id);
    return c.redirect(ctx.href(next), 303);
  });

  write.post(entryPaths.answers(':id'), async (c, ctx) => {
    const it = await found(c, ctx);
    if (!it) return undefined;
    const entered = await callNow(db, it.entry);
    const sent = await readSentForm(c, (entered?.call.questions ?? []).map(answerInput), ['next', 'leave']);
    if (!sent) return { page: await stepPage(it, ctx, { problems: [notTaken] }), status: 400 as const };
    const { mine, after } = sent;
    const { id } = it.entry;
    const saved = await saveAnswers(db, id, sent, ctx.user);
    const inWords = (input: string, values: readonly string[]) => {
      const question = entered?.call.questions.find((each) => answerInput(each) === input);
      return question && { label: choose(question.label, ctx).text, shown: values.join('\n') };
    };
    if (after === 'stay') {
      if (!saved.ok) return c.json({ saved: false }, 409);
      const answer = savedAnswer(saved.value, inWords);
      return c.json(answer, answer.conflicts.length > 0 ? 409 : 200);
    }
    const again = async (attempt: Attempt, status: 400 | 409) => ({
      page: await stepPage(it, ctx, { answers: mine, ...attempt }),
      status,
    });
    if (!saved.ok) return again({ problems: saved.problems }, 409);
    const conflicts = editConflictViews(saved.value, inWords);
    if (conflicts.length > 0) {
      const own = Object.fromEntries(conflicts.map(({ input }) => [input, mine[input] ?? []]));
      return again({ answers: { ...saved.value.formValues, ...own }, conflicts, problems: [] }, 409);
    }
    if (after === 'leave') return c.redirect(`${ctx.href(entryPaths.entry(id))}?done=saved`, 303);
    const problems = sendingProblems(await callNow(db, it.entry), platform.now());
    if (problems.length > 0) return again({ problems }, 400);
    return c.redirect(ctx.href(entryPaths.check(id)), 303);
  });
}

const notTaken: Problem = {
  code: 'unexpected-field',
  message: {
    ja: '送られた内容を受け取れませんでした。ページを開き直してからもう一度送ってください。',
    en: 'What was sent could not be taken. Open the page again, then send it once more.',
  },
};
