import type { Context } from 'hono';
import { z } from 'zod';
import { actorOn, mayWith } from '../../../platform/editing/access.ts';
import { currentFormValues, saveFormValues } from '../../../platform/editing/drafts.ts';
import { type Entry, findEntry, isOpen } from '../../../platform/editing/entry.ts';
import {
  type EntryField,
  type EntryForm,
  fieldsOfStep,
  inputsOf,
  labelOfInput,
  type StepName,
} from '../../../platform/editing/form/entry-form.ts';
import { type FormValues, oneValue } from '../../../platform/editing/form/form-values.ts';
import { idsIn } from '../../../platform/editing/form/inputs.ts';
import { readSentForm } from '../../../platform/editing/form/sent-form.ts';
import { seenIn, writeSeen } from '../../../platform/editing/merging.ts';
import type { Permission } from '../../../platform/identity/permissions.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import { unpublishedPicturePath } from '../../../platform/pictures/picture.ts';
import { takeFiles } from '../../../platform/pictures/taking-files.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageAnswer, PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { offered, shownValues } from '../../../ui/editing/offered-field.ts';
import { previewPage } from '../../../ui/editing/record-preview.tsx';
import { type EditConflictView, editConflictViews, savedAnswer } from '../../../ui/editing/saved-answer.ts';
import type { CatalogueServices } from '../../public/catalogue/index.ts';
import { openCalls, sendingProblems } from '../calls/index.ts';
import { discardNeverSent, wasDiscardedBy } from './beginning.ts';
import { callNow } from './call-answers.ts';
import { entryView, openComments } from './entry-view.ts';
import { CheckPage } from './pages/check.tsx';
import { DiscardPage } from './pages/discard.tsx';
import { EntryPage } from './pages/entry.tsx';
import { EntryStepPage } from './pages/entry-step.tsx';
import { entryPaths } from './paths.ts';
import { titleIn, titleOf } from './presenting.ts';
import { confirmEntry, readiness, type SendingDependencies, sendEntry } from './sending.ts';
import { comparableDraft, similarEntries } from './similar-entries.ts';
import type { EntryView } from './views.ts';
import { withdrawEntry } from './withdrawing.ts';

const notices = z
  .enum(['sent', 'confirmed', 'saved', 'corrected', 'suspended', 'resumed'])
  .optional()
  .catch(undefined);
const aReason = z.object({ reason: z.string().trim().min(1).max(500) });
const reasonWording = {
  reason: {
    ja: '理由やひとことを入れてください（500文字まで）。',
    en: 'Say why, in at most 500 characters.',
  },
};
type Ctx = SignedInContext;
/** Buttons of the form. */
const afters = ['save', 'next', 'leave', 'pick'] as const;
/** Records that the picker shows at once. */
const maxFound = 10;
interface Found {
  entry: Entry;
  form: EntryForm;
}

/** Providers' pages of one entry: form, sending and state. */
export function entryPages(
  routes: PageRoutes,
  platform: Platform,
  forms: Map<string, EntryForm>,
  { browsing }: Pick<CatalogueServices, 'browsing'>,
  sending: SendingDependencies,
): void {
  const { db } = platform.connection;

  /** The entry of the request's path; not found unless the user has the permission. */
  async function found(
    c: Context<PortalEnvironment>,
    ctx: Ctx,
    permission: Permission,
  ): Promise<Found | undefined> {
    const entry = await findEntry(db, c.req.param('id') ?? '');
    const form = entry && forms.get(entry.kind);
    return entry && form && mayWith(ctx.user, permission, entry) ? { entry, form } : undefined;
  }

  const view = routes.permit('desk.view');
  const write = routes.permit('entry.write');

  view.get(entryPaths.entry(':id'), async (c, ctx) => {
    const it = await found(c, ctx, 'history.view');
    return it && entryPage(it, ctx, { notice: notices.parse(c.req.query('done')) });
  });

  async function entryPage(
    { entry, form }: Found,
    ctx: Ctx,
    extra: { notice?: EntryView['notice']; problems?: readonly Problem[] },
  ) {
    const shown = platform.model.get(entry.id) !== undefined;
    return (
      <EntryPage
        ctx={ctx}
        view={await entryView(db, form, entry, ctx, { ...extra, shown, now: platform.now() })}
      />
    );
  }

  /** Possible duplicates of an entry as drafted. */
  const similarTo = ({ entry, form }: Found, ctx: Ctx) =>
    similarEntries(
      platform,
      forms,
      comparableDraft(form, entry.id, currentFormValues(form, entry)),
      ctx.user,
      entryPaths.entry,
    );

  interface StepParts {
    formValues?: FormValues;
    conflicts?: readonly EditConflictView[];
    problems: readonly Problem[];
    /** Search words of the record picker. */
    picking?: string | undefined;
  }

  /** Whether an entry's form has the step of choosing a call for entries. */
  const hasCallStep = async (entry: Entry) =>
    (await callNow(db, entry)) !== undefined || (await openCalls(db, platform.now(), entry)).length > 0;

  async function stepPage({ entry, form }: Found, step: StepName, ctx: Ctx, dependencies: StepParts) {
    const fields = fieldsOfStep(form, step);
    const inputs = fields.flatMap(inputsOf);
    const stored = currentFormValues(form, entry);
    const offers = fields.map((field) => offered(field, platform.vocabulary(), ctx));
    const comments = await openComments(db, form, entry, ctx);
    return (
      <EntryStepPage
        ctx={ctx}
        view={{
          id: entry.id,
          step,
          steps: form.steps,
          fields: offers,
          formValues: dependencies.formValues ?? { ...operatedBy(form, entry, ctx), ...stored },
          seen: writeSeen(seenIn(stored, inputs)),
          problems: dependencies.problems,
          conflicts: dependencies.conflicts ?? [],
          comments: comments.map((comment) => ({ ...comment, step: stepWith(form, comment.field?.name) })),
          similar: step === form.steps[0] ? await similarTo({ entry, form }, ctx) : [],
          withCall: await hasCallStep(entry),
          picker: pickerOf(entry, dependencies.picking ?? '', ctx),
        }}
      />
    );
  }

  /** Records that can be picked for an entry, excluding itself. */
  const pickerOf = ({ id: own }: Entry, picking: string, ctx: Ctx) => ({
    title: (id: string) => browsing.title(id, ctx),
    picking,
    found: picking === '' ? [] : browsing.find(picking, maxFound, ctx).filter(({ id }) => id !== own),
  });

  /** Displayed value of a field. */
  const shownIn = (field: EntryField, formValues: FormValues, ctx: Ctx) =>
    field.node.type === 'records'
      ? idsIn(formValues[field.name]).map((id) => browsing.title(id, ctx) ?? id)
      : shownValues(offered(field, platform.vocabulary(), ctx), formValues);

  /** An input of a step in its reader's words. */
  const inWords =
    (form: EntryForm, step: StepName, ctx: Ctx) => (input: string, values: readonly string[]) => {
      const field = fieldsOfStep(form, step).find((each) => inputsOf(each).includes(input));
      if (!field) return undefined;
      const isFile = field.node.type === 'picture' && input === `${field.name}.file`;
      const shown = (isFile ? values : shownIn(field, { [input]: values }, ctx)).join('\n');
      return { label: labelOfInput(field, input)[ctx.language], shown };
    };
  const stepOf = (c: Context<PortalEnvironment>, form: EntryForm): StepName =>
    form.steps.find((step) => step === c.req.query('step')) ??
    stepWith(form, c.req.query('field')) ??
    form.steps[0] ??
    'texts';
  const problemsIn = (form: EntryForm, step: StepName, problems: readonly Problem[]) => {
    const inputs = new Set(fieldsOfStep(form, step).flatMap(inputsOf));
    return problems.filter(({ field }) => field !== undefined && inputs.has(field));
  };

  write.get(entryPaths.edit(':id'), async (c, ctx) => {
    const it = await found(c, ctx, 'entry.write');
    if (!it) return undefined;
    if (!isOpen(it.entry)) return c.redirect(ctx.href(entryPaths.entry(it.entry.id)), 303);
    const step = stepOf(c, it.form);
    const ready = readiness(platform, it.form, it.entry);
    const asked = c.req.query('check') === '1' && !ready.ok;
    const picking = (c.req.query('picking') ?? '').trim().slice(0, 200);
    const problems = asked ? problemsIn(it.form, step, ready.problems) : [];
    return stepPage(it, step, ctx, { problems, picking });
  });

  write.post(entryPaths.edit(':id'), async (c, ctx): Promise<PageAnswer | undefined> => {
    const it = await found(c, ctx, 'entry.write');
    if (!it) return undefined;
    const { form, entry } = it;
    const step = stepOf(c, form);
    const fields = fieldsOfStep(form, step);
    const pictures = fields.filter(({ node }) => node.type === 'picture').map(({ name }) => name);
    const sent = await readSentForm(c, fields.flatMap(inputsOf), afters, pictures);
    if (!sent) return { page: await stepPage(it, step, ctx, { problems: [notTaken] }), status: 400 };
    const { after } = sent;
    const uploads = await takeFiles(platform, entry.id, sent.files, ctx.user, platform.now());
    const mine = { ...sent.mine, ...uploads.formValues };
    const saved = await saveFormValues(db, form, entry, { ...sent, mine }, ctx.user, platform.now());
    if (after === 'stay') {
      if (!saved.ok) return c.json({ saved: false }, 409);
      const answer = savedAnswer(saved.value, inWords(form, step, ctx));
      return c.json(answer, answer.conflicts.length > 0 ? 409 : 200);
    }
    if (!saved.ok)
      return {
        page: await stepPage(it, step, ctx, { formValues: mine, problems: saved.problems }),
        status: 409,
      };
    const now = await findEntry(db, entry.id);
    if (!now) return undefined;
    const fresh = { entry: now, form };
    const conflicts = editConflictViews(saved.value, inWords(form, step, ctx));
    if (conflicts.length > 0) {
      const own = Object.fromEntries(conflicts.map(({ input }) => [input, mine[input] ?? []]));
      const formValues = { ...saved.value.formValues, ...own };
      return { page: await stepPage(fresh, step, ctx, { formValues, conflicts, problems: [] }), status: 409 };
    }
    if (uploads.problems.length > 0)
      return { page: await stepPage(fresh, step, ctx, { problems: uploads.problems }), status: 400 };
    if (after === 'leave') return c.redirect(`${ctx.href(entryPaths.entry(entry.id))}?done=saved`, 303);
    if (after === 'save' || after === 'pick') {
      const query = new URLSearchParams({ step, ...(sent.picking && { picking: sent.picking }) });
      const picks = after === 'pick' || sent.act?.verb === 'pick';
      const anchor = picks ? '#picking' : `#${sent.act?.list ?? ''}`;
      return c.redirect(`${ctx.href(entryPaths.edit(entry.id))}?${query}${anchor}`, 303);
    }
    const ready = readiness(platform, form, now);
    const problems = ready.ok ? [] : problemsIn(form, step, ready.problems);
    if (problems.length > 0) return { page: await stepPage(fresh, step, ctx, { problems }), status: 400 };
    const next = form.steps[form.steps.indexOf(step) + 1];
    const address = next
      ? `${ctx.href(entryPaths.edit(entry.id))}?step=${next}`
      : ctx.href((await hasCallStep(now)) ? entryPaths.call(entry.id) : entryPaths.check(entry.id));
    return c.redirect(address, 303);
  });

  async function checkPage(
    { entry, form }: Found,
    ctx: Ctx,
    reason: string,
    reasonProblems: readonly Problem[],
  ) {
    const entered = await callNow(db, entry);
    const ready = readiness(platform, form, entry);
    const typed = currentFormValues(form, entry);
    const problems = ready.ok ? [] : ready.problems;
    return (
      <CheckPage
        ctx={ctx}
        view={{
          id: entry.id,
          title: titleOf(form, entry),
          steps: form.steps.map((step) => ({
            step,
            values: fieldsOfStep(form, step).map((field) => ({
              label: field.label,
              shown: shownIn(field, typed, ctx),
              ...pictureOf(field, entry.id, typed),
            })),
          })),
          problems: form.steps.flatMap((step) =>
            problemsIn(form, step, problems).map((problem) => ({ problem, step })),
          ),
          similar: await similarTo({ entry, form }, ctx),
          call: entered,
          callProblems: sendingProblems(entered, platform.now()),
          withCall: await hasCallStep(entry),
          reasonProblems,
          reason,
        }}
      />
    );
  }

  write.get(entryPaths.check(':id'), async (c, ctx) => {
    const it = await found(c, ctx, 'entry.write');
    if (!it) return undefined;
    if (!isOpen(it.entry)) return c.redirect(ctx.href(entryPaths.entry(it.entry.id)), 303);
    return checkPage(it, ctx, '', []);
  });

  // Its owners see the draft; the body's staff see the version sent.
  routes.permit('history.view').get(entryPaths.preview(':id'), async (c, ctx) => {
    const it = await found(c, ctx, 'history.view');
    if (!it) return undefined;
    const { entry, form } = it;
    if (!mayWith(ctx.user, 'entry.write', entry))
      return entry.sent ? previewPage(platform, form, entry.id, entry.sent.revision.data, ctx) : undefined;
    const ready = readiness(platform, form, entry);
    if (!ready.ok) return c.redirect(ctx.href(entryPaths.check(entry.id)), 303);
    return previewPage(platform, form, entry.id, ready.value, ctx);
  });

  routes.permit('entry.submit').post(entryPaths.submit(':id'), async (c, ctx) => {
    const it = await found(c, ctx, 'entry.submit');
    if (!it) return undefined;
    const { entry, form } = it;
    const sent = await readForm(c, aReason, reasonWording);
    const outcome = sent.ok
      ? await sendEntry(sending, form, entry.id, sent.value.reason, ctx.user, platform.now())
      : sent;
    if (!outcome.ok) {
      const own = outcome.problems.filter(({ field }) => !field || field === 'reason');
      return { page: await checkPage(it, ctx, sent.formValues.reason ?? '', own), status: 400 };
    }
    return c.redirect(`${ctx.href(entryPaths.entry(entry.id))}?done=sent`, 303);
  });

  write.get(entryPaths.discard(':id'), async (c, ctx) => {
    const it = await found(c, ctx, 'entry.write');
    if (!it) return undefined;
    const { id, sent } = it.entry;
    if (sent) return c.redirect(ctx.href(entryPaths.entry(id)), 303);
    return <DiscardPage ctx={ctx} view={{ id, title: titleOf(it.form, it.entry) }} />;
  });
  write.post(entryPaths.discard(':id'), async (c, ctx) => {
    const it = await found(c, ctx, 'entry.write');
    if (!it) {
      // Sent twice, as by a double click: it was discarded already.
      const gone = await wasDiscardedBy(db, c.req.param('id') ?? '', ctx.user.id);
      return gone ? c.redirect(`${ctx.href(entryPaths.list)}?done=discarded`, 303) : undefined;
    }
    const outcome = await discardNeverSent(db, it.entry.id, ctx.user, platform.now());
    if (!outcome.ok) return { page: await entryPage(it, ctx, { problems: outcome.problems }), status: 409 };
    return c.redirect(`${ctx.href(entryPaths.list)}?done=discarded`, 303);
  });

  write.post(entryPaths.withdraw(':id'), async (c, ctx) => {
    const it = await found(c, ctx, 'entry.write');
    if (!it?.entry.sent) return undefined;
    const sent = await readForm(c, aReason, reasonWording);
    const title = titleIn(it.form, it.entry.sent.revision.data) ?? it.entry.id;
    const outcome = sent.ok
      ? await withdrawEntry(platform, it.entry, { title, ...sent.value }, ctx.user, platform.now())
      : sent;
    if (!outcome.ok) return { page: await entryPage(it, ctx, { problems: outcome.problems }), status: 400 };
    return c.redirect(ctx.href(entryPaths.entry(it.entry.id)), 303);
  });

  routes.permit('entry.renew').post(entryPaths.confirm(':id'), async (c, ctx) => {
    const it = await found(c, ctx, 'entry.renew');
    if (!it) return undefined;
    const { user } = ctx;
    const by = { actor: actorOn(user, it.entry), audit: user.audit, way: 'desk' as const };
    const outcome = await confirmEntry(platform, it.entry.id, by, platform.now());
    if (!outcome.ok) return { page: await entryPage(it, ctx, { problems: outcome.problems }), status: 409 };
    return c.redirect(`${ctx.href(entryPaths.entry(it.entry.id))}?done=confirmed`, 303);
  });
}

/** The file of a picture, where it is in the form, and its address. */
function pictureOf({ name, node }: EntryField, id: string, formValues: FormValues) {
  const file = node.type === 'picture' ? oneValue(formValues, `${name}.file`) : '';
  return file ? { picture: { file, href: unpublishedPicturePath(id, file) } } : {};
}

/** The step in which a field is asked for. */
function stepWith(form: EntryForm, name: string | undefined): StepName | undefined {
  return form.fields.find((field) => field.name === name)?.step;
}

/** Default operator of a new entry: most organisations enter their own activities. */
function operatedBy({ kind, fields }: EntryForm, { ownerId, sent }: Entry, { user }: Ctx): FormValues {
  const own = user.memberships.find(({ organisationId }) => organisationId === ownerId);
  const operator = fields.find(({ name }) => name === kind.card?.operator);
  if (!own || sent || operator?.node.type !== 'text') return {};
  return { [`${operator.name}.ja`]: [own.organisationName] };
}

const notTaken: Problem = {
  code: 'unexpected-field',
  message: {
    ja: '送られた内容を受け取れませんでした。ページを開き直してからもう一度送ってください。',
    en: 'What was sent could not be taken. Open the page again, then send it once more.',
  },
};
