import { asc, eq } from 'drizzle-orm';
import type { Context } from 'hono';
import { z } from 'zod';
import { isWritable } from '../../../platform/editing/documents.ts';
import { currentFormValues } from '../../../platform/editing/drafts.ts';
import { stageOf } from '../../../platform/editing/entry.ts';
import { compareVersions } from '../../../platform/editing/form/comparison.ts';
import { momentOfInput } from '../../../platform/editing/form/moments.ts';
import { readPreviewable, readRecord } from '../../../platform/editing/form/reading.ts';
import { namingFor } from '../../../platform/editing/naming.ts';
import type { Outcome, Problem } from '../../../platform/outcome/outcome.ts';
import { workersOn } from '../../../platform/publishing/publications.ts';
import { transition } from '../../../platform/publishing/schema.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageAnswer, PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { blockingLinks, checkedLinks } from '../links/index.ts';
import { isWithdrawable, mayEdit } from './editable.ts';
import type { Editing, FoundDocument } from './found-document.ts';
import { ItemPage } from './pages/item.tsx';
import { partWith } from './parts.ts';
import { editingPaths } from './paths.ts';
import { titleOf, valueWords } from './presenting.ts';
import { decideOnDocument, decisions, sendDocument, type Way, ways, withdrawDocument } from './service.ts';
import type { ItemView } from './views.ts';

const notices = z
  .enum(['submit', 'published', 'discarded', 'restored', 'imported'])
  .optional()
  .catch(undefined);
const despite = z.string().trim().max(500).optional();
const aSending = z.object({ way: z.enum(ways), reason: z.string().trim().min(1).max(500), despite });
const sendingWording = {
  way: { ja: '公開のしかたを選んでください。', en: 'Choose how to publish it.' },
  reason: { ja: '変更の理由を入れてください（500文字まで）。', en: 'Say why, in at most 500 characters.' },
};
const written = z
  .string()
  .trim()
  .max(16)
  .transform((text) => (text === '' ? undefined : new Date(momentOfInput(text))))
  .refine((moment) => !moment || !Number.isNaN(moment.getTime()));
const aDecision = z.object({
  action: z.enum(decisions),
  reason: z.string().trim().max(2_000),
  at: written.optional(),
  until: written.optional(),
  despite,
});
const time = { ja: '日時を 2027-01-15T09:00 のように入れてください。', en: 'Enter it as 2027-01-15T09:00.' };
const decisionWording = {
  action: { ja: '決定を選んでください。', en: 'Choose a decision.' },
  reason: { ja: '2,000文字までで書いてください。', en: 'At most 2,000 characters.' },
  at: time,
  until: time,
};
const aWithdrawal = z.object({ withdrawal: z.string().trim().min(1).max(500) });
const withdrawalWording = {
  withdrawal: { ja: '理由を入れてください（500文字まで）。', en: 'Say why, in at most 500 characters.' },
};

type Ctx = SignedInContext;
interface Attempt {
  notice?: ItemView['notice'];
  problems?: readonly Problem[];
  formValues?: Partial<ItemView['formValues']>;
}

/** Routes to send, decide on and withdraw a document. */
export function publicationPages(routes: PageRoutes, editing: Editing): void {
  const { platform, catalogue } = editing;
  const { browsing } = catalogue;
  const { db } = platform.connection;

  async function itemPage({ entry, kind }: FoundDocument, ctx: Ctx, attempt: Attempt) {
    const { form } = kind;
    const { sent, draft, id } = entry;
    const stage = stageOf(entry);
    const inputs = currentFormValues(form, entry);
    const ready = readRecord(form, inputs);
    const findings = ready.ok ? editing.check(kind, ready.value) : { problems: [], warnings: [] };
    const unready = [...(ready.ok ? [] : ready.problems), ...findings.problems];
    const writes = mayEdit(ctx.user, kind) && isWritable(entry);
    const waits = stage === 'submitted' || stage === 'in-review';
    const own = waits && sent !== null && (await workersOn(db, sent.publication)).includes(ctx.user.id);
    const record = platform.model.get(id);
    const differs = draft !== null || waits || stage === 'changes-requested' || stage === 'scheduled';
    const after = differs ? readPreviewable(form, inputs) : undefined;
    const compared = after && {
      inputs: compareVersions(form, record?.data, after, valueWords(platform, browsing, ctx)).filter(
        ({ changed }) => changed,
      ),
      published: record !== undefined,
    };
    const events = await db
      .select()
      .from(transition)
      .where(eq(transition.publicationId, id))
      .orderBy(asc(transition.id));
    const nameOf = await namingFor(
      db,
      events.map(({ actor }) => actor),
      ctx.user,
      entry,
      ctx,
    );
    const possible: Record<Way, boolean> = {
      approval: true,
      minor: stage === 'published',
      urgent: form.kind.urgent ?? false,
    };
    const blocking = waits && sent ? await blockingLinks(db, platform, sent) : { dead: [], uncalled: [] };
    const { notice, problems = [], formValues } = attempt;
    const view: ItemView = {
      id,
      title: titleOf(kind, entry, ctx),
      kind: form.kind.label,
      stage,
      unsent: draft !== null,
      scheduledFor: sent?.publication.scheduledFor ?? undefined,
      until: sent?.publication.expiresAt ?? undefined,
      page: record ? form.kind.pagePath?.(id) : undefined,
      previewed: platform.previews.has(form.kind.name),
      searched: kind.searched !== undefined,
      readings: kind.readings ?? false,
      listed: kind.listed ?? false,
      compared,
      events: events.map(({ at, action, actor, reason }) => ({
        at,
        action,
        who: nameOf(actor),
        reason,
      })),
      warnings: findings.warnings,
      links: waits && sent ? await checkedLinks(db, form.kind, sent.revision.data) : [],
      blocked: blocking.dead.length + blocking.uncalled.length > 0,
      unready: unready.map((problem) => ({ problem, part: partWith(form, problem.field ?? '') })),
      may: {
        write: writes,
        send: writes && draft !== null,
        ways: ways.filter((way) => possible[way]),
        decide: waits ? (own ? 'own' : 'yes') : 'no',
        withdraw: mayEdit(ctx.user, kind) && isWithdrawable(kind) && sent !== null && stage !== 'withdrawn',
        schedule: kind.only === undefined,
        end: isWithdrawable(kind),
      },
      notice,
      problems,
      formValues: { reason: '', at: '', until: '', way: '', despite: '', ...formValues },
    };
    return <ItemPage ctx={ctx} view={view} />;
  }

  routes.permit('editing.view').get(editingPaths.item(':id'), async (c, ctx) => {
    const it = await editing.find(c);
    return it && itemPage(it, ctx, { notice: notices.parse(c.req.query('done')) });
  });

  async function answered(
    c: Context<PortalEnvironment>,
    ctx: Ctx,
    it: FoundDocument,
    outcome: Outcome<string>,
    formValues: Attempt['formValues'] = {},
  ): Promise<PageAnswer> {
    if (!outcome.ok)
      return { page: await itemPage(it, ctx, { problems: outcome.problems, formValues }), status: 400 };
    const done =
      outcome.value === 'published' ? '?done=published' : outcome.value === 'submitted' ? '?done=submit' : '';
    return c.redirect(ctx.href(editingPaths.item(it.entry.id)) + done, 303);
  }

  const write = routes.permit('editing.write');

  write.post(editingPaths.send(':id'), async (c, ctx) => {
    const it = await editing.find(c);
    if (!it || !mayEdit(ctx.user, it.kind)) return undefined;
    const { entry, kind } = it;
    const form = await readForm(c, aSending, sendingWording);
    const check = (data: object) => editing.check(kind, data);
    const outcome = form.ok
      ? await sendDocument(platform, kind, entry.id, form.value, check, ctx.user, platform.now())
      : form;
    const { way = '', reason = '', despite = '' } = form.formValues;
    return answered(c, ctx, it, outcome, { way, reason, despite });
  });

  routes.permit('editing.approve').post(editingPaths.decide(':id'), async (c, ctx) => {
    const it = await editing.find(c);
    if (!it) return undefined;
    const form = await readForm(c, aDecision, decisionWording);
    const outcome = form.ok
      ? await decideOnDocument(platform, it.kind, it.entry.id, form.value, ctx.user, platform.now())
      : form;
    const { reason = '', at = '', until = '', despite = '' } = form.formValues;
    return answered(c, ctx, it, outcome, { reason, at, until, despite });
  });

  write.post(editingPaths.withdraw(':id'), async (c, ctx) => {
    const it = await editing.find(c);
    if (!it || !mayEdit(ctx.user, it.kind) || !isWithdrawable(it.kind)) return undefined;
    const form = await readForm(c, aWithdrawal, withdrawalWording);
    const outcome = form.ok
      ? await withdrawDocument(platform, it.entry.id, form.value.withdrawal, ctx.user, platform.now())
      : form;
    return answered(c, ctx, it, outcome);
  });
}
