import type { Explanation } from '@kakehashi/benefits';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { icon } from '../../../../ui/components/icon.ts';
import type { Markup } from '../../../../ui/text/ruby.ts';
import { calculatorText } from '../calculator-messages.ts';
import { engineWords } from '../readings.ts';

interface WhyProps {
  ctx: PageContext;
  /** Keeps it open while the answer is exchanged. */
  id: string;
  summary: Markup;
  explanation: Explanation;
}

/** Expandable explanation of an amount: each step with its dated values and articles. */
export function Why({ ctx, id, summary, explanation }: WhyProps) {
  return (
    <details class="why" id={id}>
      <summary>
        {icon.chevron}
        <span>{summary}</span>
      </summary>
      <ol class="why-steps">
        <Step ctx={ctx} explanation={explanation} />
      </ol>
    </details>
  );
}

function Step({ ctx, explanation }: Pick<WhyProps, 'ctx' | 'explanation'>) {
  const { sentence, grounds, because } = explanation;
  return (
    <li>
      <p>{engineWords(sentence, ctx)}</p>
      {grounds.map((ground) => (
        <p class="why-ground">
          <span>{calculatorText(ctx).text.answer.grounds}</span> {engineWords(ground, ctx)}
        </p>
      ))}
      {because.length > 0 && (
        <ol>
          {because.map((step) => (
            <Step ctx={ctx} explanation={step} />
          ))}
        </ol>
      )}
    </li>
  );
}
