import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Textarea } from '../../../../ui/components/textarea.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { editingText } from '../messages.ts';
import { editingPaths } from '../paths.ts';
import type { RehearsalView } from '../views.ts';
import { editingTrail } from './trail.ts';

type Result = RehearsalView['results'][number];
type Change = 'added' | 'lost' | 'up' | 'down' | 'same';

const tones = { added: 'success', lost: 'error', up: 'info', down: 'warning', same: 'neutral' } as const;

/** Search results now, compared with those of the draft. */
export function RehearsalPage({ ctx, view }: { ctx: PageContext; view: RehearsalView }) {
  const { text, label } = editingText(ctx);
  return (
    <EditorialPage
      ctx={ctx}
      title={label.rehearsal.title}
      lead={text.rehearsal.lead}
      trail={editingTrail(ctx, view)}
    >
      {view.unready && <NotificationBanner type="warning" heading={text.rehearsal.unready} />}
      <form method="get" action={ctx.href(editingPaths.rehearse(view.id))}>
        <Textarea
          ctx={ctx}
          name="queries"
          label={label.rehearsal.queries}
          help={label.rehearsal.queriesHelp}
          rows={4}
          maxlength={1_000}
          value={view.queries}
        />
        <div class="form-actions">
          <Button>{text.rehearsal.submit}</Button>
        </div>
      </form>
      {view.results.map((result) => (
        <ResultSection ctx={ctx} result={result} />
      ))}
    </EditorialPage>
  );
}

function ResultSection({ ctx, result }: { ctx: PageContext; result: Result }) {
  const { text, label } = editingText(ctx);
  const { columns, changes, beyond } = text.rehearsal;
  return (
    <section class="rehearsed-search" aria-label={result.q}>
      <h2>{result.q}</h2>
      <p>{text.rehearsal.totals(result.totals.before, result.totals.after)}</p>
      {!result.changed && <p>{text.rehearsal.same}</p>}
      {result.hits.length > 0 && (
        <Table
          caption={`${label.rehearsal.title}: ${result.q}`}
          columns={[
            { label: columns.title },
            { label: columns.before, numeric: true },
            { label: columns.after, numeric: true },
            { label: columns.change },
          ]}
          rows={result.hits.map((hit) => {
            const change = changeOf(hit.before, hit.after);
            return [
              hit.title,
              hit.before ?? beyond,
              hit.after ?? beyond,
              <StatusLabel tone={tones[change]}>{changes[change]}</StatusLabel>,
            ];
          })}
        />
      )}
    </section>
  );
}

function changeOf(before: number | undefined, after: number | undefined): Change {
  if (before === undefined) return 'added';
  if (after === undefined) return 'lost';
  if (before === after) return 'same';
  return after < before ? 'up' : 'down';
}
