import { randomBytes } from 'node:crypto';
import { sheetLimits } from '@kakehashi/spreadsheets';
import type { Context } from 'hono';
import { z } from 'zod';
import { inputsOf } from '../../../platform/editing/form/entry-form.ts';
import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import { writeInputs } from '../../../platform/editing/form/inputs.ts';
import { readRecord } from '../../../platform/editing/form/reading.ts';
import { choose } from '../../../platform/i18n/language.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { attachmentNamed } from '../../../platform/web/attachment.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageAnswer, PageRoutes } from '../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { termWording } from '../../../ui/collections/term-wording.ts';
import { offered } from '../../../ui/editing/offered-field.ts';
import { excelTemplate } from '../../editorial/import/index.ts';
import type { DeskProgrammeView, DeskView } from './desk-views.ts';
import type { Run } from './kinds/run.ts';
import { plusSecurityText } from './messages.ts';
import { DeskPage } from './pages/desk.tsx';
import { DeskProgrammePage } from './pages/desk-programme.tsx';
import { plusSecurityPaths } from './paths.ts';
import { runView } from './presenting/run-view.ts';
import { amendRuns } from './runs/amend-runs.ts';
import { type AmendableProgramme, programmeOf, programmesOf } from './runs/own-programmes.ts';
import { enterRunsFile } from './runs/read-runs-file.ts';
import {
  clockOf,
  filledRows,
  type OwnProgramme,
  rowForm,
  runForm,
  withProgrammes,
} from './runs/run-sheet.ts';
import { currentRuns } from './runs/run-times.ts';

type Ctx = SignedInContext;

/** Programmes that the list shows; a file may name all of them. */
const mostListed = 1_000;
const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const uploading = z.object({ file: z.custom<File>((value) => value instanceof File && value.size > 0) });
const changing = z.object({
  run: z.string().max(60),
  state: z.enum(['open', 'few', 'full', 'cancelled']),
});

/** The provider's pages: runs by hand and from a file. */
export function deskPages(routes: PageRoutes, platform: Platform): void {
  const { db } = platform.connection;
  const amend = routes.permit('entry.amend');
  const asOwn = ({ id, data }: AmendableProgramme): OwnProgramme => ({
    id,
    title: data.title,
    runs: data.runs ?? [],
  });

  async function listPage(ctx: Ctx, shown: Partial<DeskView> = {}) {
    const found = await programmesOf(db, ctx.user, mostListed);
    const programmes = found.map(({ id, data }) => ({
      id,
      title: choose(data.title, ctx).text,
      runs: currentRuns(data.runs, platform.now()).length,
      isPublic: platform.model.get(id) !== undefined,
    }));
    return <DeskPage ctx={ctx} view={{ programmes, problems: [], ...shown }} />;
  }

  amend.get(plusSecurityPaths.desk, (_, ctx) => listPage(ctx));

  amend.get(plusSecurityPaths.deskTemplate(':name'), async (c, ctx) => {
    const name = c.req.param('name');
    if (name !== 'template.xlsx' && name !== 'runs.xlsx') return undefined;
    const own = (await programmesOf(db, ctx.user, mostListed)).map(asOwn);
    const vocabulary = withProgrammes(platform.vocabulary(), own);
    const current = own.map((each) => ({ ...each, runs: currentRuns(each.runs, platform.now()) }));
    const filled = name === 'runs.xlsx' ? filledRows(current, vocabulary, ctx.language) : [];
    const words = plusSecurityText(ctx).label.desk.file;
    const fileName = name === 'runs.xlsx' ? words.filledName : words.templateName;
    c.header('Content-Disposition', attachmentNamed(fileName));
    c.header('Content-Type', excelType);
    const bytes = await excelTemplate(rowForm, vocabulary, ctx.language, filled);
    return c.body(new Uint8Array(bytes));
  });

  amend.post(plusSecurityPaths.deskFile, async (c, ctx): Promise<PageAnswer> => {
    const { file: words } = plusSecurityText(ctx).label.desk;
    const wrong = (message: string): Problem => ({
      code: 'invalid-field',
      field: 'file',
      message: { ja: message, en: message },
    });
    const sent = await readForm(c, uploading, {});
    if (!sent.ok) return { page: await listPage(ctx, { problems: [wrong(words.missing)] }), status: 400 };
    const { file } = sent.value;
    if (file.size > sheetLimits.fileBytes)
      return { page: await listPage(ctx, { problems: [wrong(words.large)] }), status: 400 };
    const own = (await programmesOf(db, ctx.user, mostListed)).map(asOwn);
    const outcome = await enterRunsFile(platform, Buffer.from(await file.arrayBuffer()), own, {
      user: ctx.user,
      reason: plusSecurityText(ctx).label.desk.one.reasons.file,
      now: platform.now(),
    });
    const status = outcome.refused || outcome.faults.length > 0 ? 400 : 200;
    return { page: await listPage(ctx, { outcome }), status };
  });

  function programmePage(ctx: Ctx, found: AmendableProgramme, shown: Partial<DeskProgrammeView> = {}) {
    const { id, data } = found;
    const terms = termWording(platform.vocabulary(), ctx);
    const now = platform.now();
    const view: DeskProgrammeView = {
      id,
      title: choose(data.title, ctx).text,
      isPublic: platform.model.get(id) !== undefined,
      runs: currentRuns(data.runs, now).map((run) => runView(run, id, data, terms, ctx, now)),
      fields: runForm.fields.map((field) => offered(field, platform.vocabulary(), ctx)),
      formValues: { state: ['open'], place: ['onsite'] },
      run: '',
      problems: [],
      saved: false,
      ...shown,
    };
    return <DeskProgrammePage ctx={ctx} view={view} />;
  }

  const found = (c: Context<PortalEnvironment>, ctx: Ctx) =>
    programmeOf(db, c.req.param('id') ?? '', ctx.user);

  amend.get(plusSecurityPaths.deskProgramme(':id'), async (c, ctx) => {
    const it = await found(c, ctx);
    if (!it) return undefined;
    const run = it.data.runs?.find(({ id }) => id === c.req.query('run'));
    const saved = c.req.query('done') === 'saved';
    return programmePage(ctx, it, {
      saved,
      ...(run && { run: run.id, formValues: writeInputs(runForm, run) }),
    });
  });

  amend.post(plusSecurityPaths.deskProgramme(':id'), async (c, ctx): Promise<PageAnswer | undefined> => {
    const it = await found(c, ctx);
    if (!it) return undefined;
    const { run: id, formValues } = await readRun(c);
    const read = readRecord(runForm, formValues, { vocabulary: platform.vocabulary() });
    const attempt = { run: id, formValues };
    if (!read.ok)
      return { page: programmePage(ctx, it, { ...attempt, problems: read.problems }), status: 400 };
    const run: Run = { id: id || `r-${randomBytes(6).toString('hex')}`, ...(read.value as Omit<Run, 'id'>) };
    return amended(c, ctx, it, run, attempt);
  });

  amend.post(plusSecurityPaths.deskRun(':id'), async (c, ctx): Promise<PageAnswer | undefined> => {
    const it = await found(c, ctx);
    if (!it) return undefined;
    const sent = await readForm(c, changing, {});
    const run = sent.ok ? it.data.runs?.find(({ id }) => id === sent.value.run) : undefined;
    if (!sent.ok || !run) return { page: programmePage(ctx, it, { problems: [gone] }), status: 400 };
    return amended(c, ctx, it, { ...run, state: sent.value.state }, {});
  });

  async function amended(
    c: Context<PortalEnvironment>,
    ctx: Ctx,
    it: AmendableProgramme,
    run: Run,
    attempt: Partial<DeskProgrammeView>,
  ): Promise<PageAnswer> {
    const { reasons } = plusSecurityText(ctx).label.desk.one;
    const change = { runs: { put: [run] }, reason: reasons.form };
    const outcome = await amendRuns(platform, it.id, change, ctx.user, platform.now());
    if (!outcome.ok)
      return { page: programmePage(ctx, it, { ...attempt, problems: outcome.problems }), status: 400 };
    return c.redirect(`${ctx.href(plusSecurityPaths.deskProgramme(it.id))}?done=saved`, 303);
  }
}

/** The inputs of the form of one run; others are passed over. */
async function readRun(c: Context<PortalEnvironment>): Promise<{ run: string; formValues: FormValues }> {
  const body = await c.req.parseBody({ all: true });
  const valuesOf = (name: string) =>
    [body[name] ?? []].flat().filter((value): value is string => typeof value === 'string');
  const formValues = Object.fromEntries(
    runForm.fields.flatMap(inputsOf).map((name) => {
      const values = valuesOf(name).slice(0, 60);
      const isClock = name === 'from' || name === 'to';
      return [name, isClock ? values.map((value) => clockOf(value) ?? value) : values];
    }),
  );
  const [run = ''] = valuesOf('run');
  return { run: /^[\w-]{1,60}$/.test(run) ? run : '', formValues };
}

const gone: Problem = {
  code: 'not-found',
  message: { ja: 'その日程はありません。', en: 'There is no such run.' },
};
