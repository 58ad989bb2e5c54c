import type { StepName } from '../../../../platform/editing/form/entry-form.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { deskText } from '../messages.ts';
import { deskPaths } from '../paths.ts';

interface EntryStepsProps {
  ctx: PageContext;
  id: string;
  steps: readonly StepName[];
  /** Whether a call for entries may be chosen, or was. */
  withCall: boolean;
  current: StepName | 'call';
}

/** The steps of the entry form, in order, and which one this is. */
export function EntrySteps({ ctx, id, steps, withCall, current }: EntryStepsProps) {
  const { text, label } = deskText(ctx);
  const mark = (step: StepName | 'call') => (step === current ? 'step' : undefined);
  return (
    <nav class="entry-steps" aria-label={label.start.title}>
      <ol>
        {steps.map((step) => (
          <li>
            <a href={`${ctx.href(deskPaths.edit(id))}?step=${step}`} aria-current={mark(step)}>
              {text.form.steps[step]}
            </a>
          </li>
        ))}
        {withCall && (
          <li>
            <a href={ctx.href(deskPaths.call(id))} aria-current={mark('call')}>
              {text.form.call}
            </a>
          </li>
        )}
        <li>
          <a href={ctx.href(deskPaths.check(id))}>{text.check.title}</a>
        </li>
      </ol>
    </nav>
  );
}
