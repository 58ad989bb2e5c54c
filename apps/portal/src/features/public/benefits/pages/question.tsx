import { fieldNames, yen } from '@kakehashi/benefits';
import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { icon } from '../../../../ui/components/icon.ts';
import { StepNavigation } from '../../../../ui/components/step-navigation.tsx';
import { calculatorText } from '../calculator-messages.ts';
import { workParameter } from '../case-address.ts';
import { caseOptions } from '../case-options.ts';
import { benefitsText } from '../messages.ts';
import { benefitPaths } from '../paths.ts';
import { calculatorAddress, type QuestionView } from '../presenting/calculator-view.ts';
import { benefitKinds, type StepName } from '../questions.ts';
import { caseFormState, controlId } from './case-controls.tsx';
import { StepFields } from './case-fields.tsx';

/** One step of the calculator: a form with earlier answers as hidden fields. */
export function Question({ ctx, view }: { ctx: PageContext; view: QuestionView }) {
  const { text } = calculatorText(ctx);
  const { step, next } = view;
  return (
    <>
      <StepNavigation ctx={ctx} step={view.number} stepCount={view.count} />
      <Errors ctx={ctx} errors={view.errors} />
      <h1>{text.steps[step.name]}</h1>
      <p class="page-lead">{text.stepHelp[step.name]}</p>
      <form class="benefit-question" method="get" action={ctx.href(benefitPaths.calculator)} novalidate>
        <Carried view={view} />
        {step.name === 'kind' || view.kind === undefined ? (
          <KindButtons ctx={ctx} chosen={view.kind} />
        ) : (
          <>
            <input type="hidden" name="step" value={next} />
            <StepFields state={caseFormState(ctx, view)} kind={view.kind} step={step.name} />
            <p class="benefit-next">
              <Button size="lg">{next === 'answer' ? text.calculate : text.next}</Button>
            </p>
          </>
        )}
      </form>
      <Answered ctx={ctx} view={view} />
    </>
  );
}

export function Errors({ ctx, errors }: Pick<QuestionView, 'errors'> & { ctx: PageContext }) {
  return (
    <ErrorSummary
      ctx={ctx}
      errors={errors.map(({ field, text }) => ({ field: controlId(field), message: text[ctx.language] }))}
    />
  );
}

/** Answers to the other steps. */
function Carried({ view: { formValues, step } }: { view: QuestionView }) {
  const asked = new Set<string>(step.fields);
  const others = [...formValues].filter(([name]) => {
    if (name === workParameter) return step.name !== 'person';
    const option = caseOptions[name];
    return option !== undefined && !asked.has(option.field);
  });
  return (
    <>
      {others.flatMap(([name, values]) =>
        values.map((value) => <input type="hidden" name={name} value={value} />),
      )}
    </>
  );
}

function KindButtons({ ctx, chosen }: { ctx: PageContext; chosen: string | undefined }) {
  const { kindHelp } = calculatorText(ctx).text;
  const { kinds } = benefitsText(ctx).text;
  return (
    <fieldset id="kind" class="kind-choices">
      <legend class="visually-hidden">{fieldNames.kind[ctx.language]}</legend>
      {benefitKinds.map((kind) => (
        <button type="submit" name="kind" value={kind} aria-current={kind === chosen ? 'true' : undefined}>
          <span>
            <strong>{kinds[kind]}</strong>
            <span>{kindHelp[kind]}</span>
          </span>
          {icon.arrow}
        </button>
      ))}
    </fieldset>
  );
}

function Answered({ ctx, view }: { ctx: PageContext; view: QuestionView }) {
  const { text, label } = calculatorText(ctx);
  if (view.before.length === 0) return null;
  return (
    <section class="answered" aria-labelledby="answered">
      <h2 id="answered">{text.answered}</h2>
      <dl>
        {view.before.map((step) => (
          <div>
            <dt>{text.steps[step]}</dt>
            <dd>
              {inBrief(step, view, ctx)}{' '}
              <a
                href={ctx.href(calculatorAddress(view.formValues, { step }))}
                aria-label={label.changeOf(label.steps[step])}
              >
                {text.change}
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Short summary of a step's answers. */
function inBrief(step: StepName, { formValues, kind }: QuestionView, ctx: PageContext): string {
  const { label } = calculatorText(ctx);
  const first = (name: string) => formValues.get(name)?.[0];
  const start = first('start') ?? '';
  switch (step) {
    case 'kind':
      return kind === undefined ? '' : benefitsText(ctx).text.kinds[kind];
    case 'course':
      return /^\d{4}-\d{2}-\d{2}$/.test(start) ? writeDay(start, ctx.language) : start;
    case 'fees':
      return (formValues.get('fee') ?? []).map((fee) => money(fee, ctx)).join(' + ');
    case 'allowance':
      return money(first('basic-allowance') ?? '', ctx);
    default: {
      const years = first('insured-years');
      return years === undefined ? '–' : `${years}${ctx.language === 'en' ? ' ' : ''}${label.units.years}`;
    }
  }
}

function money(typed: string, { language }: PageContext): string {
  return /^\d+$/.test(typed) ? yen(Number(typed))[language] : typed;
}
