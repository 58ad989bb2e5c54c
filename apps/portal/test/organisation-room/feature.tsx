import { and, asc, eq } from 'drizzle-orm';
import { ownRows, type TenantDatabase } from '../../src/platform/database/tenant.ts';
import { anyMember, definePermissions } from '../../src/platform/identity/permissions.ts';
import { defineOrganisationFeature } from '../../src/platform/organisation-feature.ts';
import type { Scope } from '../../src/platform/organisations/scopes.ts';
import type { PageContext } from '../../src/platform/web/page-context.ts';
import { note } from './schema.ts';

const permissions = definePermissions({
  'trial-note.view': { roles: ['administrator'], within: anyMember },
  'trial-note.delete': { roles: [], within: ['owner'] },
});
declare module '../../src/platform/identity/permissions.ts' {
  interface Permissions extends Record<keyof typeof permissions, PermissionRule> {}
}

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

const deleteNote = (tenant: TenantDatabase, id: string) =>
  tenant.transact(async (tx) => {
    const gone = await tx
      .delete(note)
      .where(and(ownRows(tx, note), eq(note.id, id)))
      .returning();
    return gone.length > 0;
  });

function NotesPage({ ctx, texts }: { ctx: PageContext; texts: readonly string[] }) {
  return (
    <html lang={ctx.language}>
      <ul>
        {texts.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </html>
  );
}

const read: Scope = 'read';

/** A capability in organisation rooms: notes that an organisation keeps to itself. */
export const notesFeature = defineOrganisationFeature({
  name: 'trial-notes',
  position: 1_000,
  create: () => ({
    services: undefined,
    routes: {
      pages(routes) {
        const view = routes.within(':organisation', 'trial-note.view');
        view.get('/notes', async (_, ctx) => {
          const notes = await listNotes(ctx.tenant);
          return <NotesPage ctx={ctx} texts={notes.map(({ text }) => text)} />;
        });
        view.get('/notes/:note', async (c, ctx) => {
          const found = await openNote(ctx.tenant, c.req.param('note') ?? '');
          return found && <NotesPage ctx={ctx} texts={[found.text]} />;
        });
        routes.within(':organisation', 'trial-note.delete').post('/notes/:note/delete', async (c, ctx) => {
          const isGone = await deleteNote(ctx.tenant, c.req.param('note') ?? '');
          return isGone
            ? c.redirect(ctx.href(`/organisations/${ctx.organisation.id}/notes`), 303)
            : undefined;
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
