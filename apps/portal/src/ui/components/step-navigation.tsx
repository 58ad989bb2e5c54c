import type { PageContext } from '../../platform/web/page-context.ts';
import { uiText } from '../messages.ts';

interface StepNavigationProps {
  ctx: PageContext;
  /** From 1. */
  step: number;
  stepCount: number;
}

/** Progress through steps, as text and as a bar. */
export function StepNavigation({ ctx, step, stepCount }: StepNavigationProps) {
  const { text } = uiText(ctx);
  const steps = Array.from({ length: stepCount }, (_, index) => index + 1);
  return (
    <div class="step-navigation">
      <p>{text.step.position(step, stepCount)}</p>
      <ol aria-hidden="true">
        {steps.map((number) => (
          <li data-state={number < step ? 'done' : number === step ? 'current' : 'ahead'} />
        ))}
      </ol>
    </div>
  );
}
