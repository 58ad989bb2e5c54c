import type { Context } from 'hono';
import { discardWriting, isWritable } from '../../../platform/editing/documents.ts';
import { currentFormValues, saveFormValues } from '../../../platform/editing/drafts.ts';
import { findEntry } from '../../../platform/editing/entry.ts';
import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import { readPreviewable, readRecord } from '../../../platform/editing/form/reading.ts';
import { readSentForm, type SentForm } from '../../../platform/editing/form/sent-form.ts';
import { inputLabel } from '../../../platform/editing/form/walk.ts';
import { seenIn, writeSeen } from '../../../platform/editing/merging.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import { takeFiles } from '../../../platform/pictures/taking-files.ts';
import { isSecure } from '../../../platform/web/client-address.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageAnswer, PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { contentSecurityPolicy, type Framing } from '../../../platform/web/security-headers.ts';
import { type EditConflictView, editConflictViews, savedAnswer } from '../../../ui/editing/saved-answer.ts';
import { type EditableKind, editingBy, mayEdit } from './editable.ts';
import type { Editing, FoundDocument } from './found-document.ts';
import { EditorPage } from './pages/editor.tsx';
import { UnreadyPage } from './pages/unready.tsx';
import { countBeforeLists, hasMain, outlineOf, type Part, partOf, partWith } from './parts.ts';
import { editingPaths } from './paths.ts';
import { choicesFor, savedFinds, sortOf, titleOf, valueWords } from './presenting.ts';

type Ctx = SignedInContext;

/** Editor pages: one part of a document at a time, with preview. */
export function editorPages(routes: PageRoutes, editing: Editing): void {
  const { platform, catalogue } = editing;
  const { browsing } = catalogue;
  const { db } = platform.connection;
  const write = routes.permit('editing.write');

  async function found(c: Context<PortalEnvironment>, ctx: Ctx): Promise<FoundDocument | undefined> {
    const it = await editing.find(c);
    return it && mayEdit(ctx.user, it.kind) ? it : undefined;
  }

  interface Attempt {
    formValues?: FormValues;
    conflicts?: readonly EditConflictView[];
    problems?: readonly Problem[];
  }

  function editorPage(
    c: Context<PortalEnvironment>,
    it: FoundDocument,
    part: Part,
    ctx: Ctx,
    attempt: Attempt = {},
  ) {
    const { entry, kind } = it;
    const { form } = kind;
    const stored = currentFormValues(form, entry);
    const names = inputNames(part);
    const find = (c.req.query('find') ?? '').slice(0, 100);
    const picking = (c.req.query('picking') ?? '').trim().slice(0, 200);
    const [list = '', value = ''] = part.address.split('.');
    const previewed = platform.previews.has(form.kind.name);
    if (previewed) frame(c, 'framing');
    return (
      <EditorPage
        ctx={ctx}
        view={{
          id: entry.id,
          title: titleOf(kind, entry, ctx),
          kind: form.kind.label,
          part: part.address,
          partName: part.name ?? sortOf(part, ctx),
          hasMain: hasMain(form),
          fields: part.fields,
          above: part.address === '' ? countBeforeLists(form) : part.fields.length,
          prefix: part.prefix,
          inputs: { ...stored, ...attempt.formValues },
          seen: writeSeen(seenIn(stored, names)),
          outline: outlineOf(form, stored, { current: part.address, at: c.req.query('list') ?? '', find }),
          find,
          problems: attempt.problems ?? [],
          conflicts: attempt.conflicts ?? [],
          choices: choicesFor(platform, browsing, picking, ctx),
          saved: savedFinds(browsing, kind, stored, part, ctx),
          previewed,
          hasPictures: picturesOf(part).length > 0,
          searched: kind.searched !== undefined,
          inUse: kind.searched === 'vocabulary' && value !== '' ? browsing.count(list, value) : undefined,
        }}
      />
    );
  }

  /** An input of a part in its reader's words. */
  const inWords = ({ form }: EditableKind, part: Part, ctx: Ctx) => {
    const read = valueWords(platform, browsing, ctx);
    return (input: string, values: readonly string[]) => {
      const named = part.inputs.find((each) => each.input === input);
      if (!named) return undefined;
      const label = inputLabel(named.trail.at(-1) ?? form.kind.label, named.wording)[ctx.language];
      return { label, shown: values.map((value) => read(named, value)).join('\n') };
    };
  };

  function frame(c: Context<PortalEnvironment>, framing: Framing): void {
    const secure = isSecure(c, platform.config.trustProxy);
    c.header('Content-Security-Policy', contentSecurityPolicy(c.get('nonce'), secure, framing));
    if (framing === 'framed') c.header('X-Frame-Options', 'SAMEORIGIN');
  }

  /** The part named in the URL, or the first one. */
  function askedPart(c: Context<PortalEnvironment>, { entry, kind }: FoundDocument): Part | undefined {
    const inputs = currentFormValues(kind.form, entry);
    const asked = partOf(kind.form, inputs, c.req.query('part') ?? '');
    return asked ?? partOf(kind.form, inputs, '');
  }

  write.get(editingPaths.edit(':id'), async (c, ctx) => {
    const it = await found(c, ctx);
    const part = it && askedPart(c, it);
    if (!it || !part) return undefined;
    if (!isWritable(it.entry)) return c.redirect(ctx.href(editingPaths.item(it.entry.id)), 303);
    if (c.req.query('check') !== '1') return editorPage(c, it, part, ctx);
    const ready = readRecord(it.kind.form, currentFormValues(it.kind.form, it.entry));
    const problems = ready.ok ? [] : ready.problems;
    const own = problems.filter(({ field }) => partWith(it.kind.form, field ?? '') === part.address);
    return editorPage(c, it, part, ctx, { problems: own });
  });

  write.post(editingPaths.edit(':id'), async (c, ctx): Promise<PageAnswer | undefined> => {
    const it = await found(c, ctx);
    const part =
      it && partOf(it.kind.form, currentFormValues(it.kind.form, it.entry), c.req.query('part') ?? '');
    if (!it || !part) return undefined;
    const { entry, kind } = it;
    const read = await readSentForm(c, inputNames(part), afters, picturesOf(part));
    if (!read) return { page: editorPage(c, it, part, ctx, { problems: [notTaken] }), status: 400 };
    const now = platform.now();
    const uploads = await takeFiles(platform, entry.id, read.files, ctx.user, now, isWritable);
    const sent = { ...read, mine: { ...read.mine, ...uploads.formValues } };
    const saved = await saveFormValues(db, kind.form, entry, sent, ctx.user, now, isWritable);
    const words = inWords(kind, part, ctx);
    if (sent.after === 'stay') {
      if (!saved.ok) return c.json({ saved: false }, 409);
      const answer = savedAnswer(saved.value, words);
      return c.json(answer, answer.conflicts.length > 0 ? 409 : 200);
    }
    if (!saved.ok)
      return {
        page: editorPage(c, it, part, ctx, { formValues: sent.mine, problems: saved.problems }),
        status: 409,
      };
    const { formValues: inputs } = saved.value;
    const conflicts = editConflictViews(saved.value, words);
    if (conflicts.length > 0) {
      const now = await findEntry(db, entry.id);
      const formValues = Object.fromEntries(conflicts.map(({ input }) => [input, sent.mine[input] ?? []]));
      return (
        now && {
          page: editorPage(c, { ...it, entry: now }, part, ctx, { formValues, conflicts }),
          status: 409,
        }
      );
    }
    if (uploads.problems.length > 0) {
      const stored = await findEntry(db, entry.id);
      const { problems } = uploads;
      return (
        stored && { page: editorPage(c, { ...it, entry: stored }, part, ctx, { problems }), status: 400 }
      );
    }
    return c.redirect(
      ctx.href(afterSaving(entry.id, part.address, sent, inputs, platform.previews.has(kind.form.kind.name))),
      303,
    );
  });

  write.post(editingPaths.discard(':id'), async (c, ctx) => {
    const it = await found(c, ctx);
    const empty = Object.keys(await c.req.parseBody()).length === 0;
    if (!it || !empty) return undefined;
    await discardWriting(db, it.entry.id, editingBy(ctx.user, platform.now()));
    const address = it.entry.sent
      ? `${editingPaths.item(it.entry.id)}?done=discarded`
      : editingPaths.overview;
    return c.redirect(ctx.href(address), 303);
  });

  routes.permit('editing.view').get(editingPaths.preview(':id'), async (c, ctx) => {
    const it = await editing.find(c);
    if (!it) return undefined;
    frame(c, 'framed');
    const { entry, kind } = it;
    const data = readPreviewable(kind.form, currentFormValues(kind.form, entry));
    const { user: _, menu: __, ...visitor } = ctx;
    const { id, kind: name } = entry;
    const page = data && platform.previews.page({ id, kind: name, data }, platform.now(), visitor);
    return page ?? <UnreadyPage ctx={ctx} />;
  });
}

/** Buttons of the form beside those of its lists. */
const afters = ['save', 'leave', 'preview', 'pick'] as const;
type SentPart = SentForm<(typeof afters)[number]>;

const inputNames = ({ inputs }: Part) => inputs.map(({ input }) => input);

/** Paths of the pictures of a part. */
const picturesOf = ({ inputs }: Part) => [
  ...new Set(inputs.flatMap(({ leaf, path }) => (leaf.type === 'picture' ? [path] : []))),
];

/** Address after saving: the added part, otherwise the current one. */
function afterSaving(
  id: string,
  part: string,
  sent: SentPart,
  inputs: FormValues,
  previewed: boolean,
): string {
  if (sent.after === 'leave') return editingPaths.item(id);
  if (sent.after === 'preview') return previewed ? editingPaths.preview(id) : editingPaths.rehearse(id);
  const { act } = sent;
  const added =
    act?.verb === 'add' && !act.list.includes('.') ? `${act.list}.${inputs[act.list]?.at(-1)}` : part;
  const gone = act?.verb === 'remove' && `${act.list}.${act.what}` === part;
  const query = new URLSearchParams({ part: gone ? '' : added });
  if (act && !act.list.includes('.')) query.set('list', act.list);
  if (sent.picking !== '') query.set('picking', sent.picking);
  const anchor = sent.after === 'pick' || act?.verb === 'pick' ? '#picking' : act ? anchorOf(act.list) : '';
  return `${editingPaths.edit(id)}?${query}${anchor}`;
}

/** Anchor of the changed list, so that keyboard users stay near their place. */
function anchorOf(list: string): string {
  return list.includes('.') ? `#${list}` : '#outline';
}

const notTaken: Problem = {
  code: 'unexpected-field',
  message: {
    ja: '送られた内容を受け取れませんでした。ページを開き直してからもう一度送ってください。',
    en: 'What was sent could not be taken. Open the page again, then send it once more.',
  },
};
