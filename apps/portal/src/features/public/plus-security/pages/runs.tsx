import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { plusSecurityText } from '../messages.ts';
import type { ProgrammeView, RunView } from '../views.ts';

/** The runs of a programme, or that there is none now. */
export function Runs({ ctx, view }: { ctx: PageContext; view: ProgrammeView }) {
  const { text } = plusSecurityText(ctx);
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
        <ul class="programme-runs">
          {view.runs.map((run) => (
            <Run ctx={ctx} run={run} />
          ))}
        </ul>
      )}
    </section>
  );
}

export const runTones = {
  open: 'success',
  few: 'warning',
  full: 'neutral',
  cancelled: 'error',
  closed: 'neutral',
  begun: 'info',
} as const;

/** Venues are named in Japanese. */
function Place({ ctx, run }: { ctx: PageContext; run: RunView }) {
  const { text } = plusSecurityText(ctx);
  return (
    <>
      {run.prefecture} {run.venue && <span lang={ctx.language === 'en' ? 'ja' : undefined}>{run.venue}</span>}
      {run.online && (run.prefecture ? ` + ${text.runs.online}` : text.runs.online)}
    </>
  );
}

function Run({ ctx, run }: { ctx: PageContext; run: RunView }) {
  const { text, label } = plusSecurityText(ctx);
  const facts = [
    <Place ctx={ctx} run={run} />,
    run.price,
    run.capacity && text.runs.capacity(run.capacity),
    run.applyBy && text.runs.applyBy(run.applyBy),
  ].filter(Boolean);
  return (
    <li id={run.id}>
      <div class="programme-run-when">
        <p class="programme-run-days">{run.days}</p>
        {run.hours && <p>{run.hours}</p>}
      </div>
      <ul class="programme-run-facts">
        {facts.map((fact) => (
          <li>{fact}</li>
        ))}
      </ul>
      <div class="programme-run-state">
        <StatusLabel tone={runTones[run.state]}>{run.stateLabel}</StatusLabel>
        {run.state !== 'cancelled' && (
          <a href={run.calendarHref}>
            {text.runs.add}
            <span class="visually-hidden"> {label.runs.addLabel(run.days)}</span>
          </a>
        )}
      </div>
    </li>
  );
}
