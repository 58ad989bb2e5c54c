import { Readable } from 'node:stream';
import { z } from 'zod';
import { dayInTokyo } from '../../../platform/i18n/dates.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { type AuditFilter, auditCsv, loggedActions, loggedActs } from './audit-log.ts';
import { entryText } from './messages.ts';
import { AuditPage } from './pages/audit.tsx';
import { entryPaths } from './paths.ts';

const shownAtOnce = 100;
const day = 24 * 60 * 60 * 1_000;
const aNumber = z.coerce.number().int().positive().optional().catch(undefined);
const words = z.string().trim().max(100).catch('').default('');
const aDay = z
  .union([z.iso.date(), z.literal('')])
  .catch('')
  .default('');
/** Query of the filter form; invalid values do not restrict. */
const asked = z.object({ who: words, action: words, object: words, from: aDay, to: aDay });

/** The administrators' audit log, to be read and exported. */
export function auditPages(routes: PageRoutes, { connection, now }: Platform): void {
  const { db } = connection;
  const view = routes.permit('audit.view');

  view.get(entryPaths.audit, async (c, ctx) => {
    const chosen = asked.parse(c.req.query());
    const acts = await loggedActs(
      db,
      filterOf(chosen, ctx),
      shownAtOnce,
      aNumber.parse(c.req.query('before')),
    );
    const older = acts.length === shownAtOnce ? acts.at(-1)?.id : undefined;
    const actions = await loggedActions(db);
    return <AuditPage ctx={ctx} view={{ acts, older, actions, chosen }} />;
  });

  view.get(entryPaths.auditExport, (c, ctx) => {
    const filter = filterOf(asked.parse(c.req.query()), ctx);
    const today = dayInTokyo(now());
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', `attachment; filename="audit-${today}.csv"`);
    c.header('Cache-Control', 'private, no-store');
    const lines = Readable.from(auditCsv(db, filter), { objectMode: false });
    return c.body(Readable.toWeb(lines) as ReadableStream<Uint8Array<ArrayBuffer>>);
  });
}

function filterOf({ who, action, object, from, to }: z.output<typeof asked>, ctx: PageContext): AuditFilter {
  const begin = (of: string) => new Date(`${of}T00:00:00+09:00`);
  return {
    who: who || undefined,
    action: action || undefined,
    object: object ? kindNamed(object, ctx) : undefined,
    from: from ? begin(from) : undefined,
    until: to ? new Date(begin(to).getTime() + day) : undefined,
  };
}

/** Kind of a displayed label; any other word is taken as an id or kind name. */
function kindNamed(word: string, ctx: PageContext): string {
  const named = Object.entries(entryText(ctx).label.audit.objects).find(([, name]) => name === word);
  return named?.[0] ?? word;
}
