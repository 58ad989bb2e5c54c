import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { uiText } from '../../../../ui/messages.ts';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { calculatorText } from '../calculator-messages.ts';
import { benefitsText } from '../messages.ts';
import { benefitPaths } from '../paths.ts';
import type { CalculatorView } from '../presenting/calculator-view.ts';
import { Question } from './question.tsx';
import { Result } from './result.tsx';

export function CalculatorPage({ ctx, view }: { ctx: PageContext; view: CalculatorView }) {
  const { text, label } = calculatorText(ctx);
  const here = view.at === 'question' ? label.steps[view.step.name] : label.answer.heading;
  const problem = view.errors.length > 0 ? uiText(ctx).label.form.errorPrefix : '';
  return (
    <Shell
      ctx={ctx}
      styles={['benefits']}
      title={`${problem}${here}｜${label.title}`}
      description={label.description}
      unlisted={ctx.queryString !== ''}
    >
      <div class="container page benefits" data-width={view.at === 'question' ? 'narrow' : undefined}>
        <Breadcrumb
          ctx={ctx}
          trail={[{ label: benefitsText(ctx).text.benefits, href: ctx.href(benefitPaths.landing) }]}
          current={text.title}
        />
        {view.at === 'question' ? <Question ctx={ctx} view={view} /> : <Result ctx={ctx} view={view} />}
      </div>
    </Shell>
  );
}
