import { randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { ownRows, type TenantDatabase } from '../../src/platform/database/tenant.ts';
import { anyMember, definePermissions } from '../../src/platform/identity/permissions.ts';
import { defineOrganisationFeature } from '../../src/platform/organisation-feature.ts';
import type { Scope } from '../../src/platform/organisations/scopes.ts';
import type { Problem } from '../../src/platform/outcome/outcome.ts';
import { readForm, type SubmittedFields } from '../../src/platform/web/form.ts';
import type { OrganisationContext } from '../../src/platform/web/page-context.ts';
import { roomPathOf } from '../../src/platform/web/page-routes.ts';
import { Breadcrumb } from '../../src/ui/components/breadcrumb.tsx';
import { Button } from '../../src/ui/components/button.tsx';
import { ErrorSummary } from '../../src/ui/components/error-summary.tsx';
import { InputText } from '../../src/ui/components/input-text.tsx';
import { Shell } from '../../src/ui/shell/shell.tsx';
import { phrasebook } from '../../src/ui/text/phrasebook.ts';
import { errorOf, errorsFor } from '../../src/ui/text/problems.ts';
import { note, notebook } from './schema.ts';

const permissions = definePermissions({
  'trial-note.view': { roles: ['administrator'], within: anyMember },
  'trial-note.write': { roles: [], within: anyMember },
  'trial-note.delete': { roles: [], within: ['owner'] },
});
declare module '../../src/platform/identity/permissions.ts' {
  interface Permissions extends Record<keyof typeof permissions, PermissionRule> {}
}

const notesPath = ({ organisation }: OrganisationContext) => `${roomPathOf(organisation.id)}/notes`;

const listNotes = (tenant: TenantDatabase) =>
  tenant.read((tx) => tx.select().from(note).where(ownRows(tx, note)).orderBy(asc(note.id)));

const openNote = (tenant: TenantDatabase, id: string) =>
  tenant.transact(async (tx) => {
    const [found] = await tx
      .update(note)
      .set({ opened: 1 })
      .where(and(ownRows(tx, note), eq(note.id, id)))
      .returning();
    return found;
  });

const addNote = (tenant: TenantDatabase, text: string, now: Date) =>
  tenant.transact(async (tx) => {
    const { organisationId } = tx;
    await tx.insert(notebook).values({ organisationId, id: 'first', title: '' }).onConflictDoNothing();
    await tx
      .insert(note)
      .values({ organisationId, id: randomUUID(), notebookId: 'first', text, writtenAt: now });
  });

const deleteNote = (tenant: TenantDatabase, id: string) =>
  tenant.transact(async (tx) => {
    const gone = await tx
      .delete(note)
      .where(and(ownRows(tx, note), eq(note.id, id)))
      .returning();
    return gone.length > 0;
  });

const form = z.object({ text: z.string().trim().min(1).max(500) });
const wording = { text: { ja: '500字以内で書いてください。', en: 'Write up to 500 characters.' } };
const pageText = phrasebook({
  ja: { title: 'メモ', text: '書くこと', add: '書き加える' },
  en: { title: 'Notes', text: 'Note', add: 'Add' },
});

const textsOf = async ({ tenant }: OrganisationContext) => (await listNotes(tenant)).map(({ text }) => text);

interface NotesView {
  texts: readonly string[];
  problems?: readonly Problem[];
  /** The values of a rejected form. */
  formValues?: SubmittedFields;
}

function NotesPage({ ctx, view }: { ctx: OrganisationContext; view: NotesView }) {
  const { text, label } = pageText(ctx);
  const { texts, problems = [], formValues = {} } = view;
  return (
    <Shell ctx={ctx} title={label.title} description={label.title} unlisted>
      <div class="container page">
        <Breadcrumb
          ctx={ctx}
          trail={[{ label: ctx.organisation.name, href: ctx.href(roomPathOf(ctx.organisation.id)) }]}
          current={label.title}
        />
        <h1>{text.title}</h1>
        <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'text')} />
        <ul>
          {texts.map((each) => (
            <li>{each}</li>
          ))}
        </ul>
        <form method="post" action={ctx.href(notesPath(ctx))} novalidate>
          <InputText
            ctx={ctx}
            name="text"
            label={label.text}
            value={formValues.text ?? ''}
            maxlength={500}
            error={errorOf(problems, 'text', ctx)}
          />
          <Button>{text.add}</Button>
        </form>
      </div>
    </Shell>
  );
}

const read: Scope = 'read';

/** A capability in organisation rooms: notes that an organisation keeps to itself. */
export const notesFeature = defineOrganisationFeature({
  name: 'trial-notes',
  position: 1_000,
  create: ({ now }) => ({
    services: undefined,
    routes: {
      pages(routes) {
        const view = routes.within(':organisation', 'trial-note.view');
        view.get('/notes', async (_, ctx) => <NotesPage ctx={ctx} view={{ texts: await textsOf(ctx) }} />);
        routes.within(':organisation', 'trial-note.write').post('/notes', async (c, ctx) => {
          const sent = await readForm(c, form, wording);
          if (!sent.ok) {
            const { problems, formValues } = sent;
            return {
              page: <NotesPage ctx={ctx} view={{ texts: await textsOf(ctx), problems, formValues }} />,
              status: 400,
            };
          }
          await addNote(ctx.tenant, sent.value.text, now());
          return c.redirect(ctx.href(notesPath(ctx)), 303);
        });
        view.get('/notes/:note', async (c, ctx) => {
          const found = await openNote(ctx.tenant, c.req.param('note') ?? '');
          return found && <NotesPage ctx={ctx} view={{ texts: [found.text] }} />;
        });
        routes.within(':organisation', 'trial-note.delete').post('/notes/:note/delete', async (c, ctx) => {
          const isGone = await deleteNote(ctx.tenant, c.req.param('note') ?? '');
          return isGone ? c.redirect(ctx.href(notesPath(ctx)), 303) : undefined;
        });
      },
      roomMenu: [{ path: '/notes', label: { ja: 'メモ', en: 'Notes' }, permission: 'trial-note.view' }],
      organisationApi(api) {
        api
          .within(':organisation', read)
          .get('/notes', async (c, { tenant }) => c.json(await listNotes(tenant)));
        const upload = api.within(':organisation', 'upload');
        upload.post('/notes/:note/open', async (c, { tenant }) => {
          const found = await openNote(tenant, c.req.param('note') ?? '');
          return found && c.json(found);
        });
        upload.delete('/notes/:note', async (c, { tenant }) =>
          (await deleteNote(tenant, c.req.param('note') ?? '')) ? c.body(null, 204) : undefined,
        );
        api
          .within('token', read)
          .get('/trial-notes', async (c, { tenant }) => c.json(await listNotes(tenant)));
        api.within('token', read).get('/trial-notes/:note', async (c, { tenant }) => {
          const found = await openNote(tenant, c.req.param('note') ?? '');
          return found && c.json(found);
        });
      },
    },
  }),
});
