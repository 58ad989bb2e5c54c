import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { errorsFor } from '../../../../ui/text/problems.ts';
import { importText } from '../messages.ts';
import type { ImportView } from '../views.ts';
import { Choice } from './choice.tsx';
import { Done, Remarks } from './done.tsx';
import { Faulty, Fine, ReadFacts, Warned } from './findings.tsx';
import { importTrail } from './import-trail.ts';

/** Page of an upload: findings, choice of rows, and result. */
export function ImportPage({ ctx, view }: { ctx: PageContext; view: ImportView }) {
  const { text, label } = importText(ctx);
  const { upload, problems } = view;
  const done = upload.state === 'done';
  return (
    <EditorialPage ctx={ctx} title={done ? label.done.heading : label.read.heading} trail={importTrail(ctx)}>
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'rows')} />
      {upload.fault && (
        <NotificationBanner type="warning" heading={text.undone}>
          <p>{upload.fault[ctx.language]}</p>
        </NotificationBanner>
      )}
      {done ? <Done ctx={ctx} view={view} /> : <ReadFacts ctx={ctx} view={view} />}
      {done && view.refused.length > 0 && <Remarks ctx={ctx} rows={view.refused} entryIds={view.entryIds} />}
      {view.faulty.length > 0 && <Faulty ctx={ctx} view={view} />}
      {!done && view.warned.length > 0 && <Warned ctx={ctx} rows={view.warned} />}
      {!done && view.fine.length > 0 && <Fine ctx={ctx} rows={view.fine} />}
      {!done && <Choice ctx={ctx} view={view} />}
    </EditorialPage>
  );
}
