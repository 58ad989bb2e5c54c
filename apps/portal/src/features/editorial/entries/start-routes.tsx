import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { mayWith } from '../../../platform/editing/access.ts';
import { entriesOf } from '../../../platform/editing/entry.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import { may } from '../../../platform/identity/permissions.ts';
import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { openCalls } from '../calls/index.ts';
import { beginEntry } from './beginning.ts';
import { entryText } from './messages.ts';
import { EntryListPage, type EntryListView } from './pages/entry-list.tsx';
import { StartPage } from './pages/start.tsx';
import { entryPaths } from './paths.ts';
import { rowOf } from './presenting.ts';

/** Entries on one page of the list. */
const shownAtOnce = 50;
const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);
const beginning = z.object({
  id: z.uuid(),
  kind: z.string().max(60),
  owner: z.string().max(100),
  /** A call for entries; empty or absent: none. */
  call: z.string().max(100).optional(),
});
const notOffered: Problem = {
  code: 'invalid-field',
  field: 'kind',
  message: { ja: '登録するものと組織を選んでください。', en: 'Choose what you enter, and for whom.' },
};

type Ctx = SignedInContext;

/** Providers' start page, and creating an entry. */
export function startPages(routes: PageRoutes, platform: Platform, forms: Map<string, EntryForm>): void {
  const { db } = platform.connection;
  const write = routes.permit('entry.write');

  routes.permit('desk.view').get(entryPaths.list, async (c, ctx) => {
    const page = pageNumber.parse(c.req.query('page'));
    const { entries, total } = await entriesOf(db, ctx.user, { page, size: shownAtOnce });
    const rows = entries.flatMap((entry) => {
      const form = forms.get(entry.kind);
      return form ? [rowOf(form, entry)] : [];
    });
    const view: EntryListView = {
      rows,
      mayStart: may(ctx.user, 'entry.write'),
      mayImport: may(ctx.user, 'entry.import'),
      notice: c.req.query('done') === 'discarded' ? 'discarded' : undefined,
      pages: { current: page, last: Math.ceil(total / shownAtOnce) },
    };
    return <EntryListPage ctx={ctx} view={view} />;
  });

  const owners = (ctx: Ctx) => [
    ...ctx.user.memberships
      .filter((each) => may(ctx.user, 'entry.write', each.organisationId))
      .map(({ organisationId, organisationName }) => ({ value: organisationId, label: organisationName })),
    ...(mayWith(ctx.user, 'entry.write', { ownerId: null })
      ? [{ value: '', label: entryText(ctx).label.start.body }]
      : []),
  ];
  const startPage = async (ctx: Ctx, call: string, problems: readonly Problem[]) => {
    const calls = await openCalls(db, platform.now());
    const kinds = [...forms.values()].map(({ kind }) => ({
      value: kind.name,
      label: kind.label[ctx.language],
    }));
    return (
      <StartPage ctx={ctx} view={{ id: randomUUID(), kinds, owners: owners(ctx), calls, call, problems }} />
    );
  };
  write.get(entryPaths.start, (c, ctx) => startPage(ctx, c.req.query('call') ?? '', []));
  write.post(entryPaths.start, async (c, ctx) => {
    const sent = await readForm(c, beginning, {});
    if (!sent.ok)
      return { page: await startPage(ctx, sent.formValues.call ?? '', sent.problems), status: 400 };
    const { id, kind, owner, call = '' } = sent.value;
    if (!forms.has(kind) || !owners(ctx).some(({ value }) => value === owner))
      return { page: await startPage(ctx, call, [notOffered]), status: 400 };
    const entry = { id, kind, ownerId: owner || null };
    const begun = await beginEntry(db, entry, call || undefined, ctx.user, platform.now());
    if (!begun.ok) return { page: await startPage(ctx, call, begun.problems), status: 400 };
    return c.redirect(ctx.href(entryPaths.edit(id)), 303);
  });
}
