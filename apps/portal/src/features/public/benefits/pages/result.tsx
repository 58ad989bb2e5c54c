import { yen } from '@kakehashi/benefits';
import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { icon } from '../../../../ui/components/icon.ts';
import { calculatorText } from '../calculator-messages.ts';
import { benefitsText } from '../messages.ts';
import { benefitPaths } from '../paths.ts';
import { calculatorAddress, type ResultView } from '../presenting/calculator-view.ts';
import { questions } from '../questions.ts';
import { Answer, Sum } from './answer.tsx';
import { caseFormState, DateControl } from './case-controls.tsx';
import { StepFields } from './case-fields.tsx';
import { Comparison } from './comparison.tsx';
import { Errors } from './question.tsx';

interface ResultProps {
  ctx: PageContext;
  view: ResultView;
}

/** Result page: the answer next to the inputs, updated on change. */
export function Result({ ctx, view }: ResultProps) {
  const { text, label } = calculatorText(ctx);
  const kind = benefitsText(ctx).label.kinds[view.kind];
  const start = view.formValues.get('start')?.[0] ?? '';
  return (
    <benefit-calculator>
      <Errors ctx={ctx} errors={view.errors} />
      <h1>{text.answer.heading}</h1>
      <p class="page-lead benefit-case">
        {view.answer
          ? text.answer.headingOf(kind, writeDay(view.answer.start, ctx.language))
          : `${kind} ${start}`}
      </p>
      <div class="benefit-columns">
        <CaseForm ctx={ctx} view={view} />
        <section
          class="benefit-answer"
          id="benefit-answer"
          aria-label={label.answer.heading}
          data-live
          data-announce={view.answer && label.answer.announced(yen(view.answer.total)[ctx.language])}
        >
          {view.answer ? (
            <>
              <Sum ctx={ctx} view={view.answer} />
              {view.comparison && <Compare ctx={ctx} view={view} />}
              <Answer ctx={ctx} view={view.answer} />
              {!view.comparison && view.answer.cost && <Compare ctx={ctx} view={view} />}
            </>
          ) : (
            <Waiting ctx={ctx} view={view} />
          )}
          <p class="quiet">{text.kept}</p>
        </section>
      </div>
      <p class="visually-hidden" role="status" />
    </benefit-calculator>
  );
}

const formId = 'benefit-case';

function CaseForm({ ctx, view }: ResultProps) {
  const { text } = calculatorText(ctx);
  const { kind, formValues, errors } = view;
  const formState = caseFormState(ctx, view);
  const steps = questions[kind].filter(({ name }) => name !== 'kind');
  return (
    <details class="benefit-form" data-open-when-wide id="benefit-form" open={errors.length > 0}>
      <summary>
        <span>{text.form.change}</span>
        {icon.chevron}
      </summary>
      <form id={formId} method="get" action={ctx.href(benefitPaths.calculator)} novalidate>
        <h2>{text.form.heading}</h2>
        <p class="benefit-kind">
          {benefitsText(ctx).text.kinds[kind]}{' '}
          <a
            href={ctx.href(calculatorAddress(formValues, { step: 'kind' }))}
            aria-label={calculatorText(ctx).label.changeOf(calculatorText(ctx).label.steps.kind)}
          >
            {text.change}
          </a>
        </p>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="step" value="change" />
        {steps.map(({ name }) => (
          <div class="benefit-form-step">
            <StepFields state={formState} kind={kind} step={name} />
          </div>
        ))}
        <p class="benefit-next">
          <Button>{text.recalculate}</Button>
          <a href={ctx.href(benefitPaths.calculator)}>{text.restart}</a>
        </p>
      </form>
    </details>
  );
}

/** Errors of incomplete input, shown unobtrusively because the user may still be typing. */
function Waiting({ ctx, view }: ResultProps) {
  return (
    <div class="benefit-waiting">
      <p>{calculatorText(ctx).text.answer.withFaults}</p>
      <ul class="benefit-list">
        {view.errors.map(({ text }) => (
          <li>{text[ctx.language]}</li>
        ))}
      </ul>
    </div>
  );
}

function Compare({ ctx, view }: ResultProps) {
  const { compare, fields } = calculatorText(ctx).text;
  const { comparison, suggestion, formValues } = view;
  return (
    <section aria-labelledby="compare-heading">
      <h2 id="compare-heading">{compare.heading}</h2>
      {comparison ? <Comparison ctx={ctx} view={comparison} /> : <p>{compare.lead}</p>}
      <div class="compare-form">
        <form method="get" action={ctx.href(benefitPaths.calculator)} novalidate>
          {[...formValues].flatMap(([name, values]) =>
            values.map((value) => <input type="hidden" name={name} value={value} />),
          )}
          <DateControl
            state={caseFormState(ctx, view)}
            name="compare"
            label={fields.compare}
            value={view.compare}
          />
          <Button type="outline">{compare.submit}</Button>
        </form>
        {comparison ? (
          <a href={ctx.href(calculatorAddress(formValues))}>{compare.remove}</a>
        ) : (
          suggestion && (
            <a href={ctx.href(calculatorAddress(formValues, { compare: suggestion }))}>
              {compare.suggestion(writeDay(suggestion, ctx.language))}
            </a>
          )
        )}
      </div>
    </section>
  );
}
