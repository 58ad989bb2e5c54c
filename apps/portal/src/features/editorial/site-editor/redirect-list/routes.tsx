import { SheetError, sheetLimits } from '@kakehashi/spreadsheets';
import type { Context } from 'hono';
import { z } from 'zod';
import { isWritable, replaceInputs } from '../../../../platform/editing/documents.ts';
import { currentFormValues } from '../../../../platform/editing/drafts.ts';
import { writeInputs } from '../../../../platform/editing/form/inputs.ts';
import { readPreviewable } from '../../../../platform/editing/form/reading.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import { type RedirectsData, redirectsKind } from '../../../../platform/redirects/redirects-kind.ts';
import { attachmentNamed } from '../../../../platform/web/attachment.ts';
import { readForm } from '../../../../platform/web/form.ts';
import type { SignedInContext } from '../../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../../platform/web/page-routes.ts';
import type { PortalEnvironment } from '../../../../platform/web/request-variables.ts';
import { readSheet } from '../../../../platform/workers/sheet-reading.ts';
import { redirectUses } from '../../analytics/index.ts';
import { editingBy, mayEdit } from '../editable.ts';
import type { Editing, FoundDocument } from '../found-document.ts';
import { RedirectListPage } from '../pages/redirect-list.tsx';
import { editingPaths } from '../paths.ts';
import { titleOf } from '../presenting.ts';
import { type CellFault, readRules, ways, writeRules } from './sheet.ts';

const upload = z.object({
  way: z.enum(ways),
  file: z.custom<File>((value) => value instanceof File && value.size > 0),
});
const uploadWording = {
  way: { ja: '読み込み方を選んでください。', en: 'Choose how it is taken in.' },
  file: { ja: 'ファイルを選んでください。', en: 'Choose a file.' },
};
/** Most errors shown. */
const maxFaults = 200;
/** Largest form in bytes. */
export const largestList = sheetLimits.fileBytes + 1024 * 1024;

interface Attempt {
  problems?: readonly Problem[];
  faults?: readonly CellFault[];
}

/** Redirect list with uses; export and import as a file. */
export function redirectListPages(routes: PageRoutes, editing: Editing): void {
  const { platform } = editing;
  const { db } = platform.connection;

  async function found(c: Context<PortalEnvironment>): Promise<FoundDocument | undefined> {
    const it = await editing.find(c);
    return it?.kind.listed ? it : undefined;
  }

  /** Rules of the draft that are complete. */
  function standing({ entry, kind }: FoundDocument): RedirectsData['rules'] {
    const data = readPreviewable(kind.form, currentFormValues(kind.form, entry));
    return data ? dataOf(redirectsKind, { kind: redirectsKind.name, data }).rules : [];
  }

  async function listPage(it: FoundDocument, ctx: SignedInContext, { problems = [], faults = [] }: Attempt) {
    const uses = await redirectUses(db, ctx.today);
    const rules = standing(it).map(({ from, to }) => ({ from, to, ...usesOf(uses, from) }));
    return (
      <RedirectListPage
        ctx={ctx}
        view={{
          id: it.entry.id,
          title: titleOf(it.kind, it.entry, ctx),
          rules: rules.toSorted((a, b) => b.year - a.year || a.from.localeCompare(b.from)),
          mayWrite: mayEdit(ctx.user, it.kind) && isWritable(it.entry),
          faults: faults.slice(0, maxFaults),
          moreFaults: Math.max(0, faults.length - maxFaults),
          problems,
        }}
      />
    );
  }

  const view = routes.permit('editing.view');
  view.get(editingPaths.redirectList(':id'), async (c, ctx) => {
    const it = await found(c);
    return it && listPage(it, ctx, {});
  });
  view.get(editingPaths.redirectFile(':id'), async (c, ctx) => {
    const it = await found(c);
    if (!it) return undefined;
    const uses = await redirectUses(db, ctx.today);
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', attachmentNamed(`redirects-${ctx.today}.csv`));
    c.header('Cache-Control', 'private, no-store');
    return c.body(writeRules(standing(it), (from) => usesOf(uses, from).year, ctx.language));
  });

  routes.permit('editing.write').post(editingPaths.redirectList(':id'), async (c, ctx) => {
    const it = await found(c);
    if (!it || !mayEdit(ctx.user, it.kind)) return undefined;
    const refused = async (attempt: Attempt) => ({
      page: await listPage(it, ctx, attempt),
      status: 400 as const,
    });
    const form = await readForm(c, upload, uploadWording);
    if (!form.ok) return refused(form);
    const { way, file } = form.value;
    const sheet = await readFile(file);
    if (!('rows' in sheet)) return refused({ problems: [sheet] });
    const read = readRules(sheet.rows, standing(it), way);
    if (!read.ok) return refused({ faults: read.faults });
    const { problems } = editing.check(it.kind, { rules: read.rules });
    if (problems.length > 0) return refused({ problems: problems.map(atFile) });
    const inputs = writeInputs(it.kind.form, { rules: read.rules });
    const detail = { way, rules: read.rules.length };
    const stored = await replaceInputs(db, it.entry.id, inputs, detail, editingBy(ctx.user, platform.now()));
    if (!stored.ok) return refused({ problems: stored.problems });
    return c.redirect(`${ctx.href(editingPaths.item(it.entry.id))}?done=imported`, 303);
  });
}

async function readFile(file: File): Promise<{ rows: string[][] } | Problem> {
  try {
    return await readSheet(Buffer.from(await file.arrayBuffer()));
  } catch (error) {
    if (error instanceof SheetError) return { code: error.code, field: 'file', message: error.text };
    throw error;
  }
}

const atFile = (problem: Problem): Problem => ({ ...problem, field: 'file' });

type Uses = Awaited<ReturnType<typeof redirectUses>>;

function usesOf(uses: Uses, from: string): { month: number; year: number } {
  return uses.get(from) ?? { month: 0, year: 0 };
}
