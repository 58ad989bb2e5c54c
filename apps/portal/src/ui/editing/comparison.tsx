import type { Child } from 'hono/jsx';
import type { ComparedInput } from '../../platform/editing/form/comparison.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { StatusLabel } from '../components/status-label.tsx';
import { InputValue, Typeset } from './input-value.tsx';
import { editingWords } from './messages.ts';

interface ComparisonProps {
  ctx: PageContext;
  inputs: readonly ComparedInput[];
  /** Undefined: there is no revision to compare with. */
  before: string | undefined;
  after: string;
  /** Address of a picture by its file; absent: the file's name is shown. */
  pictureHref?: ((file: string) => string) | undefined;
  /** Content below an input's value, such as comments. */
  below?: (input: ComparedInput) => Child;
  /** Actions beside an input's value. */
  beside?: (input: ComparedInput) => Child;
}

/** Id of an input in the comparison. */
export function comparedId(input: string): string {
  return `compared-${input}`;
}

/** Two revisions side by side; unchanged inputs are shown once. */
export function Comparison({ ctx, inputs, before, after, pictureHref, below, beside }: ComparisonProps) {
  const { text } = editingWords(ctx);
  const shown = inputs.filter((input) => input.changed || input.after !== '' || below?.(input));
  if (shown.length === 0) return null;
  return (
    <dl class="compared">
      {shown.map((input) => {
        const differs = input.changed && before !== undefined;
        const act = beside?.(input);
        return (
          <div class="field-compared" id={comparedId(input.input)} data-changed={differs ? '' : undefined}>
            <dt>
              {input.label[ctx.language]}
              {before === undefined ? null : input.changed ? (
                <StatusLabel tone="warning">{text.comparison.changed}</StatusLabel>
              ) : (
                <StatusLabel>{text.comparison.unchanged}</StatusLabel>
              )}
            </dt>
            <dd>
              {differs ? (
                <>
                  <Sides ctx={ctx} input={input} before={before} after={after} pictureHref={pictureHref} />
                  {input.format === 'markdown' && input.after !== '' && (
                    <Typeset ctx={ctx} source={input.after} />
                  )}
                </>
              ) : (
                <InputValue ctx={ctx} input={input} pictureHref={pictureHref} />
              )}
              {below?.(input)}
            </dd>
            {act && <dd class="field-act">{act}</dd>}
          </div>
        );
      })}
    </dl>
  );
}

interface SidesProps {
  ctx: PageContext;
  input: ComparedInput;
  before: string;
  after: string;
  pictureHref: ComparisonProps['pictureHref'];
}

function Sides({ ctx, input, before, after, pictureHref }: SidesProps) {
  const { text } = editingWords(ctx);
  const { parts } = input;
  if (input.format === 'picture' && pictureHref)
    return (
      <div class="field-comparison">
        {[
          { side: before, value: input.before },
          { side: after, value: input.after },
        ].map(({ side, value }) => (
          <div>
            <p class="field-comparison-side">{side}</p>
            <InputValue ctx={ctx} input={{ after: value, format: 'picture' }} pictureHref={pictureHref} />
          </div>
        ))}
      </div>
    );
  return (
    <div class="field-comparison">
      <div>
        <p class="field-comparison-side">{before}</p>
        <p class="typed-text">
          {input.before === '' && text.comparison.empty}
          {parts.map(({ type, text: words }) =>
            type === 'removed' ? <del>{words}</del> : type === 'kept' && words,
          )}
        </p>
      </div>
      <div>
        <p class="field-comparison-side">{after}</p>
        <p class="typed-text">
          {input.after === '' && text.comparison.empty}
          {parts.map(({ type, text: words }) =>
            type === 'added' ? <ins>{words}</ins> : type === 'kept' && words,
          )}
        </p>
      </div>
    </div>
  );
}
