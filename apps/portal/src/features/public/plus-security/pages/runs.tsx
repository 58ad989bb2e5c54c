import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { plusSecurityText } from '../messages.ts';
import type { ProgrammeView, RunView } from '../views.ts';

/** The runs of a programme, or that there is none now. */
export function Runs({ ctx, view }: { ctx: PageContext; view: ProgrammeView }) {
  const { text, label } = plusSecurityText(ctx);
  const { columns } = text.runs;
  return (
    <section aria-labelledby="runs">
      <h2 id="runs">{text.runs.heading}</h2>
      {view.anyTime && <p>{text.runs.anyTime}</p>}
      {!view.bookable && (
        <div class="programme-no-run">
          <p>
            <strong>{text.runs.none}</strong> {text.runs.noneBody}
          </p>
          <ButtonLink type="outline" href={view.tellHref}>
            {text.runs.tell}
          </ButtonLink>
        </div>
      )}
      {view.runs.length > 0 && (
        <Table
          stacked
          caption={label.runs.heading}
          columns={[
            columns.when,
            columns.where,
            columns.apply,
            columns.price,
            columns.state,
            columns.calendar,
          ].map((column) => ({ label: column }))}
          rows={view.runs.map((run) => [
            <When run={run} />,
            <Where ctx={ctx} run={run} />,
            run.applyBy ?? text.facts.none,
            run.price,
            <StatusLabel tone={tones[run.state]}>{run.stateLabel}</StatusLabel>,
            run.state === 'cancelled' ? (
              text.facts.none
            ) : (
              <a href={run.calendarHref} aria-label={label.runs.addLabel(run.days)}>
                {text.runs.add}
              </a>
            ),
          ])}
        />
      )}
    </section>
  );
}

const tones = {
  open: 'success',
  few: 'warning',
  full: 'neutral',
  cancelled: 'error',
  closed: 'neutral',
  begun: 'info',
} as const;

function When({ run }: { run: RunView }) {
  return (
    <>
      {run.days}
      {run.hours && <span class="programme-run-hours">{run.hours}</span>}
      {run.allDays.length > 0 && <span class="programme-run-days">{run.allDays.join(' / ')}</span>}
    </>
  );
}

function Where({ ctx, run }: { ctx: PageContext; run: RunView }) {
  const { text } = plusSecurityText(ctx);
  const places = [run.prefecture, run.venue].filter(Boolean).join(' ');
  return (
    <>
      {[places, run.online ? text.runs.online : ''].filter(Boolean).join(' + ')}
      {run.capacity && <span class="programme-run-hours">{text.runs.capacity(run.capacity)}</span>}
    </>
  );
}
