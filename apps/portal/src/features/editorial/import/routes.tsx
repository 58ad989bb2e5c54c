import { randomUUID } from 'node:crypto';
import { sheetLimits } from '@kakehashi/spreadsheets';
import type { Context } from 'hono';
import { z } from 'zod';
import { mayWith } from '../../../platform/editing/access.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { attachmentNamed } from '../../../platform/web/attachment.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageAnswer, PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { importColumns } from './columns.ts';
import { correctedCsv, correctedExcel } from './corrected.ts';
import { importText } from './messages.ts';
import { numberOf } from './model.ts';
import { ImportPage } from './pages/import.tsx';
import { ImportListPage } from './pages/import-list.tsx';
import { ProgressPage } from './pages/progress.tsx';
import { RefusedPage } from './pages/refused.tsx';
import { importPaths } from './paths.ts';
import { knownEntries } from './taken.ts';
import { choiceLists, csvTemplate, excelTemplate } from './template.ts';
import {
  beginUpload,
  findUpload,
  rowsOf,
  sendDrafts,
  startImport,
  type Upload,
  uploadsOf,
} from './uploads.ts';
import type { ImportView } from './views.ts';

type Ctx = SignedInContext;

const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const csvType = 'text/csv; charset=utf-8';
/** Rows of each table of the result page. */
const shownRows = { faulty: 50, warned: 20, fine: 20, refused: 100 } as const;
const shownUploads = 20;

const uploading = z.object({
  id: z.uuid(),
  kind: z.string().max(60),
  owner: z.string().max(100),
  file: z.custom<File>((value) => value instanceof File && value.size > 0),
});
const uploadWording = {
  file: { ja: 'ファイルを選んでください。', en: 'Choose a file.' },
  kind: { ja: '登録するものを選んでください。', en: 'Choose what you enter.' },
  owner: { ja: '登録する組織を選んでください。', en: 'Choose the organisation.' },
};
const choosing = z.object({
  rows: z.enum(['all', 'valid']),
  send: z.enum(['no', 'yes']),
  reason: z.string().trim().max(500),
});
const sending = z.object({ reason: z.string().trim().min(1).max(500) });
const reasonMissing: Problem = {
  code: 'invalid-field',
  field: 'reason',
  message: {
    ja: '審査に送るときは、審査担当へのひとことを500文字までで書いてください。',
    en: 'Say something to the reviewer, in at most 500 characters.',
  },
};
const choiceWording = {
  rows: { ja: '取り込む行を選んでください。', en: 'Choose which rows to enter.' },
  send: { ja: '取り込んだあとどうするかを選んでください。', en: 'Choose what happens then.' },
  reason: reasonMissing.message,
};

/** Pages of bulk entry: templates, upload, errors and result. */
export function importPages(routes: PageRoutes, platform: Platform, forms: Map<string, EntryForm>): void {
  const { db } = platform.connection;
  const view = routes.permit('entry.import');

  const owners = (ctx: Ctx) => [
    ...ctx.user.memberships
      .filter(({ organisationId }) => mayWith(ctx.user, 'entry.import', { ownerId: organisationId }))
      .map(({ organisationId, organisationName }) => ({ value: organisationId, label: organisationName })),
    ...(mayWith(ctx.user, 'entry.import', { ownerId: null })
      ? [{ value: '', label: importText(ctx).label.form.body }]
      : []),
  ];

  async function listPage(ctx: Ctx, problems: readonly Problem[]) {
    const kinds = [...forms.values()].map(({ kind }) => ({
      value: kind.name,
      label: kind.label[ctx.language],
    }));
    const uploads = await uploadsOf(db, ctx.user, shownUploads);
    const shown = { id: randomUUID(), kinds, owners: owners(ctx), uploads, problems };
    return <ImportListPage ctx={ctx} view={shown} />;
  }

  view.get(importPaths.list, (_, ctx) => listPage(ctx, []));

  view.post(importPaths.list, async (c, ctx): Promise<PageAnswer> => {
    const sent = await readForm(c, uploading, uploadWording);
    if (!sent.ok) return { page: await listPage(ctx, sent.problems), status: 400 };
    const { id, kind, owner, file } = sent.value;
    const problems = [
      ...(forms.has(kind) ? [] : [faultAt('kind')]),
      ...(owners(ctx).some(({ value }) => value === owner) ? [] : [faultAt('owner')]),
      ...(file.size > sheetLimits.fileBytes ? [tooLarge] : []),
    ];
    if (problems.length > 0) return { page: await listPage(ctx, problems), status: 400 };
    const bytes = Buffer.from(await file.arrayBuffer());
    const upload = { id, kind, ownerId: owner || null, fileName: file.name, bytes };
    const begun = await beginUpload(platform, upload, ctx.user, platform.now());
    if (!begun.ok) return { page: await listPage(ctx, begun.problems), status: 409 };
    return c.redirect(ctx.href(importPaths.one(id)), 303);
  });

  view.get(importPaths.template(':file'), async (c, ctx) => {
    const [, kind = '', format] = /^([a-z-]+)\.(xlsx|csv)$/.exec(c.req.param('file') ?? '') ?? [];
    const form = forms.get(kind);
    if (!form) return undefined;
    const name = `${form.kind.label[ctx.language]}${ctx.language === 'ja' ? 'の見本' : ' template'}.${format}`;
    const content =
      format === 'xlsx'
        ? await excelTemplate(form, platform.vocabulary(), ctx.language)
        : csvTemplate(form, platform.vocabulary(), ctx.language);
    return sendFile(c, content, name);
  });

  async function found(c: Context<PortalEnvironment>, ctx: Ctx): Promise<Upload | undefined> {
    const upload = await findUpload(db, c.req.param('id') ?? '');
    if (!upload || !mayWith(ctx.user, 'entry.import', upload)) return undefined;
    // Uploads for the body belong to their uploader.
    return upload.ownerId === null && upload.author !== ctx.user.id ? undefined : upload;
  }

  async function resultPage(
    ctx: Ctx,
    upload: Upload,
    attempt: Pick<ImportView, 'problems' | 'formValues'> = {
      problems: [],
      formValues: { rows: upload.faulty > 0 ? 'valid' : 'all', send: 'no', reason: '' },
    },
  ) {
    const rows = async (which: keyof typeof shownRows) => rowsOf(db, upload.id, which, shownRows[which]);
    const kind = forms.get(upload.kind)?.kind.label ?? { ja: upload.kind, en: upload.kind };
    const refused = await rows('refused');
    const known = await knownEntries(
      db,
      upload,
      refused.map(({ key }) => ({ key, number: numberOf(key) })),
    );
    const shown = {
      upload,
      kind,
      faulty: await rows('faulty'),
      warned: await rows('warned'),
      fine: await rows('fine'),
      refused,
      entryIds: new Map([...known].map(([key, { entry }]) => [key, entry.id])),
      ...attempt,
    };
    return <ImportPage ctx={ctx} view={shown} />;
  }

  view.get(importPaths.one(':id'), async (c, ctx) => {
    const upload = await found(c, ctx);
    if (!upload) return undefined;
    if (upload.state === 'reading' || upload.state === 'running')
      return <ProgressPage ctx={ctx} upload={upload} />;
    if (upload.state === 'refused') return <RefusedPage ctx={ctx} upload={upload} />;
    return resultPage(ctx, upload);
  });

  view.get(importPaths.progress(':id'), async (c, ctx) => {
    const upload = await found(c, ctx);
    if (!upload) return undefined;
    c.header('Cache-Control', 'private, no-store');
    const { state, position, total } = upload;
    const { progress } = importText(ctx).label;
    const number = (count: number) => count.toLocaleString('en');
    const words = total > 0 ? progress.of(number(position), number(total)) : progress.opening;
    return c.json({ state, position, total, words });
  });

  view.post(importPaths.one(':id'), async (c, ctx): Promise<PageAnswer | undefined> => {
    const upload = await found(c, ctx);
    if (!upload) return undefined;
    const sent = await readForm(c, choosing, choiceWording);
    const { rows = '', send = '', reason = '' } = sent.formValues;
    const asked = { rows, send, reason };
    const refuse = async (problems: readonly Problem[]) => ({
      page: await resultPage(ctx, upload, { problems, formValues: asked }),
      status: 400 as const,
    });
    if (!sent.ok) return refuse(sent.problems);
    const choice = { rows: sent.value.rows, send: sent.value.send === 'yes', reason: sent.value.reason };
    if (choice.send && choice.reason === '') return refuse([reasonMissing]);
    const started = await startImport(platform, upload.id, choice, ctx.user, platform.now());
    if (!started.ok) return refuse(started.problems);
    return c.redirect(ctx.href(importPaths.one(upload.id)), 303);
  });

  view.post(importPaths.send(':id'), async (c, ctx): Promise<PageAnswer | undefined> => {
    const upload = await found(c, ctx);
    if (!upload) return undefined;
    const sent = await readForm(c, sending, { reason: reasonMissing.message });
    const outcome = sent.ok
      ? await sendDrafts(platform, upload.id, sent.value.reason, ctx.user, platform.now())
      : sent;
    if (outcome.ok) return c.redirect(ctx.href(importPaths.one(upload.id)), 303);
    const formValues = { rows: 'drafts', send: 'yes', reason: sent.formValues.reason ?? '' };
    return { page: await resultPage(ctx, upload, { problems: outcome.problems, formValues }), status: 400 };
  });

  view.get(importPaths.corrected(':id', ':format'), async (c, ctx) => {
    const upload = await found(c, ctx);
    const format = c.req.param('format');
    const form = upload && forms.get(upload.kind);
    if (!form || !upload.report || (format !== 'xlsx' && format !== 'csv')) return undefined;
    const columns = importColumns(form);
    const rows = await rowsOf(db, upload.id, 'all', upload.total);
    const content =
      format === 'xlsx'
        ? await correctedExcel(
            upload.report,
            rows,
            columns,
            choiceLists(columns, platform.vocabulary(), ctx.language),
            ctx.language,
          )
        : correctedCsv(upload.report, rows, ctx.language);
    return sendFile(c, content, correctedName(upload.fileName, format, ctx.language));
  });
}

function sendFile(c: Context<PortalEnvironment>, content: Buffer | string, name: string): Response {
  c.header('Content-Type', typeof content === 'string' ? csvType : excelType);
  c.header('Content-Disposition', attachmentNamed(name));
  c.header('Cache-Control', 'private, no-store');
  return c.body(typeof content === 'string' ? content : new Uint8Array(content));
}

function correctedName(fileName: string, format: string, language: Language): string {
  const stem = fileName.replace(/\.[^.]*$/, '');
  return `${stem}${language === 'ja' ? '_要修正' : '_to_mend'}.${format}`;
}

function faultAt(field: 'kind' | 'owner'): Problem {
  return { code: 'invalid-field', field, message: uploadWording[field] };
}

const tooLarge: Problem = {
  code: 'file-too-large',
  field: 'file',
  message: { ja: 'ファイルは10MBまでにしてください。', en: 'Keep the file to 10 MB.' },
};
