import { z } from 'zod';
import type { Platform } from '../../platform/platform.ts';
import type { PageRoutes } from '../../platform/web/page-routes.ts';
import { auditCsv, loggedActs } from './audit-log.ts';
import { AuditPage } from './pages/audit.tsx';
import { deskPaths } from './paths.ts';

const shownAtOnce = 100;
const aNumber = z.coerce.number().int().positive().optional().catch(undefined);

/** The administrators' audit log, to be read and exported. */
export function auditPages(routes: PageRoutes, { connection, now }: Platform): void {
  const { db } = connection;
  const view = routes.permit('audit.view');

  view.get(deskPaths.audit, async (c, ctx) => {
    const acts = await loggedActs(db, shownAtOnce, aNumber.parse(c.req.query('before')));
    const older = acts.length === shownAtOnce ? acts.at(-1)?.id : undefined;
    return <AuditPage ctx={ctx} view={{ acts, older }} />;
  });

  view.get(deskPaths.auditExport, (c) => {
    const day = now().toISOString().slice(0, 10);
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', `attachment; filename="audit-${day}.csv"`);
    c.header('Cache-Control', 'private, no-store');
    const bytes = ReadableStream.from(auditCsv(db)).pipeThrough(new TextEncoderStream());
    return c.body(bytes as ReadableStream<Uint8Array<ArrayBuffer>>);
  });
}
