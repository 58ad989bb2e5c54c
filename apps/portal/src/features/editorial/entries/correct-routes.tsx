import type { Context } from 'hono';
import { type Entry, findEntry } from '../../../platform/editing/entry.ts';
import { type EntryForm, inputsOf } from '../../../platform/editing/form/entry-form.ts';
import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import { writeInputs } from '../../../platform/editing/form/inputs.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { offered } from '../../../ui/editing/offered-field.ts';
import { correctEntry, isCorrectable } from './correcting.ts';
import { CorrectionPage } from './pages/correction.tsx';
import { entryPaths } from './paths.ts';
import { titleIn } from './presenting.ts';

const longestReason = 500;

interface Found {
  entry: Entry;
  sent: NonNullable<Entry['sent']>;
  form: EntryForm;
}

/** Editors' minor corrections of published entries. */
export function correctionPages(routes: PageRoutes, platform: Platform, forms: Map<string, EntryForm>): void {
  const { db } = platform.connection;
  const correct = routes.permit('entry.correct');

  async function found(c: Context<PortalEnvironment>): Promise<Found | undefined> {
    const entry = await findEntry(db, c.req.param('id') ?? '');
    const form = entry && forms.get(entry.kind);
    return entry?.sent && form ? { entry, sent: entry.sent, form } : undefined;
  }

  function page(
    { entry, sent, form }: Found,
    ctx: SignedInContext,
    attempt: {
      formValues?: FormValues;
      reason?: string;
      despite?: string;
      basedOn?: number;
      problems: readonly Problem[];
    },
  ) {
    const data = sent.revision.data;
    return (
      <CorrectionPage
        ctx={ctx}
        view={{
          id: entry.id,
          title: titleIn(form, data),
          fields: form.fields.map((field) => offered(field, platform.vocabulary(), ctx)),
          formValues: attempt.formValues ?? writeInputs(form, data),
          reason: attempt.reason ?? '',
          despite: attempt.despite ?? '',
          basedOn: attempt.basedOn ?? sent.publication.currentRevision,
          problems: attempt.problems,
        }}
      />
    );
  }

  correct.get(entryPaths.correct(':id'), async (c, ctx) => {
    const it = await found(c);
    if (!it) return undefined;
    if (!isCorrectable(it.entry)) return c.redirect(ctx.href(entryPaths.entry(it.entry.id)), 303);
    return page(it, ctx, { problems: [] });
  });

  correct.post(entryPaths.correct(':id'), async (c, ctx) => {
    const it = await found(c);
    if (!it) return undefined;
    const sent = await readCorrection(c, it.form);
    if (!sent) return { page: page(it, ctx, { problems: [notTaken] }), status: 400 as const };
    const problems = sent.reason === '' || sent.reason.length > longestReason ? [noReason] : undefined;
    const outcome = problems
      ? { ok: false as const, problems }
      : await correctEntry(platform, it.form, it.entry.id, sent, ctx.user, platform.now());
    if (!outcome.ok)
      return { page: page(it, ctx, { ...sent, problems: outcome.problems }), status: 400 as const };
    return c.redirect(`${ctx.href(entryPaths.entry(it.entry.id))}?done=corrected`, 303);
  });
}

/** Undefined if the form holds inputs that the page does not have. */
async function readCorrection(c: Context<PortalEnvironment>, form: EntryForm) {
  const inputs = form.fields.flatMap(inputsOf);
  const offeredNames = new Set([...inputs, 'reason', 'despite', 'basedOn']);
  const lists: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(await c.req.parseBody({ all: true }))) {
    const values = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
    if (!offeredNames.has(name) || values.length === 0) return undefined;
    lists[name] = values;
  }
  const basedOn = Number(lists.basedOn?.[0]);
  if (!Number.isInteger(basedOn)) return undefined;
  const formValues: FormValues = Object.fromEntries(inputs.map((input) => [input, lists[input] ?? []]));
  return {
    formValues,
    reason: (lists.reason?.[0] ?? '').trim(),
    despite: (lists.despite?.[0] ?? '').trim().slice(0, longestReason),
    basedOn,
  };
}

const noReason: Problem = {
  code: 'invalid-field',
  field: 'reason',
  message: {
    ja: '何をなぜ直したかを書いてください（500文字まで）。',
    en: 'Say what you corrected and why, in at most 500 characters.',
  },
};
const notTaken: Problem = {
  code: 'unexpected-field',
  message: {
    ja: '送られた内容を受け取れませんでした。ページを開き直してからもう一度送ってください。',
    en: 'What was sent could not be taken. Open the page again, then send it once more.',
  },
};
