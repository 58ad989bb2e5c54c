import type { StepName } from '../../../../platform/editing/form/entry-form.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { entryText } from '../messages.ts';
import { entryPaths } from '../paths.ts';

interface EntryStepsProps {
  ctx: PageContext;
  id: string;
  steps: readonly StepName[];
  /** Whether a call can be or was chosen. */
  withCall: boolean;
  current: StepName | 'call';
}

/** Navigation of the entry form's steps. */
export function EntrySteps({ ctx, id, steps, withCall, current }: EntryStepsProps) {
  const { text, label } = entryText(ctx);
  const mark = (step: StepName | 'call') => (step === current ? 'step' : undefined);
  return (
    <nav class="entry-steps" aria-label={label.start.title}>
      <ol>
        {steps.map((step) => (
          <li>
            <a href={`${ctx.href(entryPaths.edit(id))}?step=${step}`} aria-current={mark(step)}>
              {text.form.steps[step]}
            </a>
          </li>
        ))}
        {withCall && (
          <li>
            <a href={ctx.href(entryPaths.call(id))} aria-current={mark('call')}>
              {text.form.call}
            </a>
          </li>
        )}
        <li>
          <a href={ctx.href(entryPaths.check(id))}>{text.check.title}</a>
        </li>
      </ol>
    </nav>
  );
}
