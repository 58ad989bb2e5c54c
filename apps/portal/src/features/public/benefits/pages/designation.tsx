import { courseBounds, programmes } from '@kakehashi/benefits';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { Button } from '../../../../ui/components/button.tsx';
import { RadioGroup, Select } from '../../../../ui/components/choices.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { uiText } from '../../../../ui/messages.ts';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { calculatorText } from '../calculator-messages.ts';
import { benefitsText } from '../messages.ts';
import { benefitPaths } from '../paths.ts';
import type {
  CourseParameter,
  DesignationOutcome,
  DesignationView,
  MatchView,
} from '../presenting/designation-view.ts';
import { engineWords } from '../readings.ts';
import { type CaseFormState, NumberControl } from './case-controls.tsx';

interface DesignationProps {
  ctx: PageContext;
  view: DesignationView;
}

/** For training providers: possible designations of a course, and unmet requirements. */
export function DesignationPage({ ctx, view }: DesignationProps) {
  const { text, label } = benefitsText(ctx);
  const { designation } = text;
  const problem = view.errors.length > 0 ? uiText(ctx).label.form.errorPrefix : '';
  return (
    <Shell
      ctx={ctx}
      styles={['benefits']}
      title={problem + label.designation.heading}
      description={label.designation.description}
      unlisted={ctx.queryString !== ''}
    >
      <div class="container page benefits">
        <Breadcrumb
          ctx={ctx}
          trail={[{ label: text.benefits, href: ctx.href(benefitPaths.landing) }]}
          current={designation.heading}
        />
        <ErrorSummary ctx={ctx} errors={view.errors} />
        <header class="page-head">
          <h1>{designation.heading}</h1>
          <p class="page-lead">{designation.lead}</p>
        </header>
        <benefit-calculator>
          <div class="designation-columns">
            <CourseForm ctx={ctx} view={view} />
            <section
              class="benefit-answer"
              id="benefit-answer"
              aria-label={label.designation.resultHeading}
              data-live
              data-announce={view.result && heading(view.result, label.designation)}
            >
              {view.result ? <Outcome ctx={ctx} result={view.result} /> : <Example ctx={ctx} view={view} />}
            </section>
          </div>
          <p class="visually-hidden" role="status" />
        </benefit-calculator>
      </div>
    </Shell>
  );
}

function CourseForm({ ctx, view }: DesignationProps) {
  const { designation } = benefitsText(ctx).text;
  const { units, options } = calculatorText(ctx).text;
  const { fields } = designation;
  const formState: CaseFormState = {
    ctx,
    formValues: view.formValues,
    faultAt: (id) => view.errors.find(({ field }) => field === id)?.message,
  };
  const field = (name: CourseParameter, label: string) => ({
    ctx,
    name,
    label,
    error: formState.faultAt(name),
  });
  const value = (name: CourseParameter) => view.formValues.get(name)?.[0] ?? '';
  return (
    <form class="designation-form" method="get" action={ctx.href(benefitPaths.designation)} novalidate>
      <h2>{designation.formHeading}</h2>
      <Select
        {...field('programme', fields.programme)}
        value={value('programme')}
        options={[
          { value: '', label: designation.choose },
          ...Object.entries(programmes).map(([programme, name]) => ({
            value: programme,
            label: name[ctx.language],
          })),
        ]}
      />
      <RadioGroup
        {...field('mode', fields.mode)}
        value={value('mode')}
        options={Object.entries(designation.modes).map(([mode, label]) => ({ value: mode, label }))}
      />
      <NumberControl
        state={formState}
        name="months"
        label={fields.months}
        unit={units.months}
        bounds={courseBounds.months}
      />
      <NumberControl
        state={formState}
        name="hours"
        label={fields.hours}
        unit={designation.hourUnit}
        bounds={courseBounds.hours}
      />
      <Select
        {...field('itss-level', fields.itssLevel)}
        help={designation.itssHelp}
        value={value('itss-level')}
        options={[
          { value: '', label: designation.noLevel },
          ...[1, 2, 3, 4, 5, 6, 7].map((level) => ({ value: String(level), label: String(level) })),
        ]}
      />
      <RadioGroup
        {...field('level', fields.level)}
        value={value('level')}
        options={[
          ...Object.entries(designation.levels).map(([level, label]) => ({ value: level, label })),
          { value: '', label: designation.notSaid },
        ]}
      />
      <RadioGroup
        {...field('shortest-to-qualification', fields.shortestToQualification)}
        value={value('shortest-to-qualification')}
        options={[
          { value: 'yes', label: options.yes },
          { value: 'no', label: options.no },
          { value: '', label: designation.notSaid },
        ]}
      />
      <p class="benefit-next">
        <Button>{designation.check}</Button>
      </p>
    </form>
  );
}

const exampleCourse =
  'programme=ict-qualification&mode=classroom&months=3&hours=60&itss-level=2&level=vocational';

function Example({ ctx, view }: DesignationProps) {
  const { designation } = benefitsText(ctx).text;
  if (view.errors.length > 0)
    return <p class="benefit-waiting">{calculatorText(ctx).text.answer.withFaults}</p>;
  return (
    <>
      <h2>{designation.tryHeading}</h2>
      <p>
        <a href={ctx.href(`${benefitPaths.designation}?${exampleCourse}`)}>{designation.example}</a>
      </p>
    </>
  );
}

function Outcome({ ctx, result }: { ctx: PageContext; result: DesignationOutcome }) {
  const { text } = benefitsText(ctx);
  const { designation } = text;
  return (
    <>
      <h2>{heading(result, designation)}</h2>
      <ul class="designation-matches">
        {result.near.map((match) => (
          <Match ctx={ctx} match={match} />
        ))}
      </ul>
      {result.others.length > 0 && (
        <Disclosure summary={designation.others(result.others.length)}>
          <ul class="benefit-list">
            {result.others.map(({ kind, type, name }) => (
              <li>
                {designation.type(benefitsText(ctx).label.kinds[kind], type)}　{name}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <p>{designation.next}</p>
      <p class="quiet">
        {designation.source(result.source)} {designation.laterChanges}
      </p>
    </>
  );
}

function heading(
  { possible, near }: DesignationOutcome,
  words: { possible(n: number): string; openOnly: string; impossible: string },
): string {
  if (possible > 0) return words.possible(possible);
  return near.some(({ state }) => state === 'open') ? words.openOnly : words.impossible;
}

const tones = { fits: 'success', open: 'neutral', lacks: 'warning' } as const;

function Match({ ctx, match }: { ctx: PageContext; match: MatchView }) {
  const { text, label } = benefitsText(ctx);
  const { designation } = text;
  return (
    <li data-state={match.state}>
      <StatusLabel tone={tones[match.state]}>{designation[match.state]}</StatusLabel>
      <h3>{designation.type(label.kinds[match.kind], match.type)}</h3>
      <p>{engineWords(match.name, ctx)}</p>
      {match.lacks.length > 0 && (
        <ul class="benefit-list">
          {match.lacks.map((lack) => (
            <li>{engineWords(lack, ctx)}</li>
          ))}
        </ul>
      )}
      {match.state !== 'lacks' && match.record && (
        <p>
          <strong>{designation.record}</strong>
          {engineWords(match.record, ctx)}
        </p>
      )}
      {match.unconfirmed.map((point) => (
        <p class="match-open">
          <strong>{text.askHelloWork}</strong> {engineWords(point, ctx)}
        </p>
      ))}
    </li>
  );
}
