import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { beginDocument } from '../../../platform/editing/documents.ts';
import { entriesOfKinds, stageOf } from '../../../platform/editing/entry.ts';
import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import type { Notice } from '../../public/catalogue/index.ts';
import { type EditableKind, editingBy, mayEdit } from './editable.ts';
import type { Editing } from './found-document.ts';
import { BeginPage } from './pages/begin.tsx';
import { OverviewPage } from './pages/overview.tsx';
import { editingPaths } from './paths.ts';
import { titleOf } from './presenting.ts';
import type { OverviewRow } from './views.ts';

const aFeature = z.object({
  id: z
    .string()
    .max(60)
    .regex(/^[a-z][a-z0-9-]{1,59}$/),
  title: z.string().trim().min(1).max(200),
});
const featureWording = {
  id: {
    ja: '半角の英小文字で始め、英小文字、数字、ハイフンで入れてください（60文字まで）。',
    en: 'Begin with a small letter; use small letters, digits and hyphens, at most 60.',
  },
  title: { ja: '題を入れてください（200文字まで）。', en: 'Enter a title of at most 200 characters.' },
};

/** Overview of documents, and creating new ones. */
export function overviewPages(routes: PageRoutes, editing: Editing): void {
  const { kinds, platform } = editing;
  const { db } = platform.connection;

  routes.permit('editing.view').get(editingPaths.overview, async (_, ctx) => {
    const entries = await entriesOfKinds(db, [...kinds.keys()]);
    const shown = [...kinds.values()].map((kind) => {
      const { name, label } = kind.form.kind;
      const own = entries.filter((entry) => entry.kind === name);
      const rows = own.map((entry): OverviewRow => {
        const data = platform.model.get(entry.id)?.data;
        return {
          id: entry.id,
          title: titleOf(kind, entry, ctx),
          stage: stageOf(entry),
          unsent: entry.draft !== null,
          changedAt: entry.draft?.updatedAt ?? entry.sent?.publication.updatedAt ?? new Date(0),
          shown: kind.timed && data ? shownAt(data as Notice, platform.now()) : undefined,
        };
      });
      const room = kind.only === undefined || rows.length === 0;
      return {
        name,
        label,
        rows,
        mayBegin: kind.begun && room && mayEdit(ctx.user, kind),
        timed: kind.timed ?? false,
      };
    });
    const waiting = shown
      .flatMap(({ rows }) => rows)
      .filter(({ stage }) => stage === 'submitted' || stage === 'in-review');
    return <OverviewPage ctx={ctx} view={{ waiting, kinds: shown }} />;
  });

  const write = routes.permit('editing.write');
  const begun = (name: string | undefined): EditableKind | undefined => {
    const kind = kinds.get(name ?? '');
    return kind?.begun ? kind : undefined;
  };

  write.get(editingPaths.begin(':kind'), async (c, ctx) => {
    const kind = begun(c.req.param('kind'));
    if (!kind || !mayEdit(ctx.user, kind)) return undefined;
    const { name, label } = kind.form.kind;
    const view = { kind: name, label, id: '', title: '', problems: [], named: kind.named ?? false };
    return <BeginPage ctx={ctx} view={view} />;
  });

  write.post(editingPaths.begin(':kind'), async (c, ctx) => {
    const kind = begun(c.req.param('kind'));
    if (!kind || !mayEdit(ctx.user, kind)) return undefined;
    const { name, label } = kind.form.kind;
    const named = kind.named ?? false;
    const form = named ? await readForm(c, aFeature, featureWording) : await readForm(c, z.object({}), {});
    const id = named ? (form.formValues.id ?? '') : (kind.only ?? randomUUID());
    const inputs: FormValues = named ? { 'title.ja': [form.formValues.title ?? ''] } : {};
    const outcome = form.ok
      ? await beginDocument(db, { id, kind: name, inputs }, editingBy(ctx.user, platform.now()))
      : form;
    if (!outcome.ok) {
      const view = {
        kind: name,
        label,
        id,
        title: form.formValues.title ?? '',
        problems: outcome.problems,
        named,
      };
      return { page: <BeginPage ctx={ctx} view={view} />, status: 400 };
    }
    return c.redirect(ctx.href(editingPaths.edit(id)), 303);
  });
}

function shownAt({ start, end }: Notice, now: Date): 'planned' | 'showing' | 'over' {
  if (now.getTime() < Date.parse(start)) return 'planned';
  return now.getTime() < Date.parse(end) ? 'showing' : 'over';
}
