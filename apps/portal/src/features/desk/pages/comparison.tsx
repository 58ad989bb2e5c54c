import type { Child } from 'hono/jsx';
import type { PageContext } from '../../../platform/web/page-context.ts';
import { StatusLabel } from '../../../ui/components/status-label.tsx';
import type { ComparedInput } from '../comparing/revision-diff.ts';
import { deskText } from '../messages.ts';

interface ComparisonProps {
  ctx: PageContext;
  inputs: readonly ComparedInput[];
  /** Undefined: there is no revision to compare with. */
  before: string | undefined;
  after: string;
  /** What follows an input, such as a form to comment on it. */
  below?: (input: ComparedInput) => Child;
}

/** Two revisions side by side; what stayed the same is shown once. */
export function Comparison({ ctx, inputs, before, after, below }: ComparisonProps) {
  const { text } = deskText(ctx);
  return (
    <>
      {inputs
        .filter((input) => input.changed || input.after !== '')
        .map((input) => (
          <div class="field-compared">
            <h3>
              {input.label[ctx.language]}
              {before === undefined ? null : input.changed ? (
                <StatusLabel tone="warning">{text.review.changed}</StatusLabel>
              ) : (
                <StatusLabel>{text.review.unchanged}</StatusLabel>
              )}
            </h3>
            {input.changed && before !== undefined ? (
              <Sides ctx={ctx} input={input} before={before} after={after} />
            ) : (
              <p class="typed-text">{input.after}</p>
            )}
            {below?.(input)}
          </div>
        ))}
    </>
  );
}

interface SidesProps {
  ctx: PageContext;
  input: ComparedInput;
  before: string;
  after: string;
}

function Sides({ ctx, input, before, after }: SidesProps) {
  const { text } = deskText(ctx);
  const { parts } = input;
  return (
    <div class="field-comparison">
      <div>
        <h4>{before}</h4>
        <p class="typed-text">
          {input.before === '' && text.review.empty}
          {parts.map(({ sort, text: words }) =>
            sort === 'removed' ? <del>{words}</del> : sort === 'kept' && words,
          )}
        </p>
      </div>
      <div>
        <h4>{after}</h4>
        <p class="typed-text">
          {input.after === '' && text.review.empty}
          {parts.map(({ sort, text: words }) =>
            sort === 'added' ? <ins>{words}</ins> : sort === 'kept' && words,
          )}
        </p>
      </div>
    </div>
  );
}
