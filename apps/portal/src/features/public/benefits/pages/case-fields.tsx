import type { BenefitKind } from '@kakehashi/benefits';
import { calculatorText } from '../calculator-messages.ts';
import { feesParameter, workParameter } from '../case-address.ts';
import { calculatorAddress } from '../presenting/calculator-view.ts';
import { asks, type StepName } from '../questions.ts';
import {
  type CaseFormState,
  DateControl,
  NumberControl,
  RadioControl,
  SelectControl,
} from './case-controls.tsx';

interface StepFieldsProps {
  state: CaseFormState;
  kind: BenefitKind;
  step: StepName;
}

/** The controls of one step. */
export function StepFields({ state, kind, step }: StepFieldsProps) {
  switch (step) {
    case 'kind':
      return null;
    case 'course':
      return <CourseFields state={state} kind={kind} />;
    case 'fees':
      return kind === 'practical' ? <PracticalFees state={state} /> : <WholeFee state={state} />;
    case 'allowance':
      return <AllowanceFields state={state} kind={kind} />;
    case 'person':
      return kind === 'support' || kind === 'leave' ? (
        <LivingPersonFields state={state} kind={kind} />
      ) : (
        <PersonFields state={state} kind={kind} />
      );
    case 'outcome':
      return <OutcomeFields state={state} kind={kind} />;
  }
}

interface KindProps {
  state: CaseFormState;
  kind: BenefitKind;
}

function CourseFields({ state, kind }: KindProps) {
  const { fields, help, units, options } = calculatorText(state.ctx).text;
  const startLabel = kind === 'leave' ? fields.leaveStart : fields.start;
  return (
    <>
      <DateControl state={state} name="start" label={startLabel} />
      {asks(kind, 'months') && (
        <NumberControl
          state={state}
          name="months"
          label={fields.months}
          help={help.months}
          unit={units.months}
        />
      )}
      {asks(kind, 'completedOn') && (
        <DateControl state={state} name="completed-on" label={fields.completedOn} help={help.completedOn} />
      )}
      {asks(kind, 'fourYearCourse') && (
        <RadioControl
          state={state}
          name="four-year-course"
          label={fields.fourYearCourse}
          options={[
            { value: '', label: options.no },
            { value: 'yes', label: options.yes },
          ]}
        />
      )}
      {asks(kind, 'mode') && (
        <SelectControl
          state={state}
          name="mode"
          label={fields.mode}
          options={[{ value: '', label: options.unknown }, ...valuesOf(options.modes)]}
        />
      )}
      {asks(kind, 'leaveDays') && (
        <NumberControl
          state={state}
          name="leave-days"
          label={fields.leaveDays}
          help={help.leaveDays}
          unit={units.days}
        />
      )}
      {asks(kind, 'unpaid') && <YesNo state={state} name="unpaid" label={fields.unpaid} />}
    </>
  );
}

function WholeFee({ state }: { state: CaseFormState }) {
  const { fields, units } = calculatorText(state.ctx).text;
  return <NumberControl state={state} name="fee" label={fields.feeInAll} unit={units.yen} />;
}

const maxHalfYears = 6;

/** One total fee, or one per half-year; links switch between them. */
function PracticalFees({ state }: { state: CaseFormState }) {
  const { ctx, formValues } = state;
  const { fields, units, help, feeWays } = calculatorText(ctx).text;
  const given = formValues.get('fee')?.length ?? 0;
  const each = given > 1 || formValues.has(feesParameter);
  const wayHref = (way: 'each' | 'whole') => {
    const others = new Map(formValues);
    others.delete(feesParameter);
    if (way === 'whole') others.delete('fee');
    return ctx.href(
      calculatorAddress(
        others,
        way === 'each' ? { step: 'fees', [feesParameter]: 'each' } : { step: 'fees' },
      ),
    );
  };
  if (!each)
    return (
      <>
        <NumberControl state={state} name="fee" label={fields.feeInAll} help={help.spread} unit={units.yen} />
        <p class="other-way">
          <a href={wayHref('each')}>{feeWays.each}</a>
        </p>
      </>
    );
  const months = Number(formValues.get('months')?.[0]);
  const expected = Number.isInteger(months) && months > 0 ? Math.ceil(months / 6) : maxHalfYears;
  const count = Math.max(given, Math.min(expected, 8));
  return (
    <>
      <input type="hidden" name={feesParameter} value="each" />
      <NumberRow
        state={state}
        name="fee"
        legend={fields.fees}
        help={help.eachHalf}
        count={count}
        label={fields.feeOfHalf}
        unit={units.yen}
      />
      <p class="other-way">
        <a href={wayHref('whole')}>{feeWays.whole}</a>
      </p>
    </>
  );
}

interface NumberRowProps {
  state: CaseFormState;
  name: string;
  legend: string;
  help?: string;
  /** How many are asked for. */
  count: number;
  /** @param position  from 1 */
  label(position: number): string;
  unit: string;
}

/** A row of number inputs, such as the fee of each half-year. */
function NumberRow({ state, name, legend, help, count, label, unit }: NumberRowProps) {
  const fault = state.faultAt(name);
  return (
    <fieldset
      class="form-control"
      id={name}
      aria-describedby={help ? `${name}-help` : undefined}
      tabindex={-1}
    >
      <legend class="form-control-label">{legend}</legend>
      {help && (
        <p class="form-control-help" id={`${name}-help`}>
          {help}
        </p>
      )}
      {fault && <p class="form-control-error">{fault}</p>}
      <div class="half-year-fees">
        {Array.from({ length: count }, (_, index) => (
          <NumberControl state={state} name={name} index={index} label={label(index + 1)} unit={unit} />
        ))}
      </div>
    </fieldset>
  );
}

const fewestCertifications = 6;

function AllowanceFields({ state, kind }: KindProps) {
  const { fields, units } = calculatorText(state.ctx).text;
  const count = Math.max(fewestCertifications, state.formValues.get('certified-days')?.length ?? 0);
  return (
    <>
      <NumberControl
        state={state}
        name="basic-allowance"
        label={fields.basicDailyAllowance}
        unit={units.yen}
      />
      {asks(kind, 'certifiedDays') && (
        <NumberRow
          state={state}
          name="certified-days"
          legend={fields.certifiedDays}
          count={count}
          label={fields.certifiedDaysOf}
          unit={units.days}
        />
      )}
    </>
  );
}

function PersonFields({ state, kind }: KindProps) {
  const { fields, units, help, options } = calculatorText(state.ctx).text;
  return (
    <>
      <NumberControl
        state={state}
        name="insured-years"
        label={fields.insuredYears}
        help={help.insuredYears}
        unit={units.years}
      />
      <RadioControl
        state={state}
        name="first-time"
        label={fields.firstTime}
        options={[
          { value: 'yes', label: options.firstYes },
          { value: 'no', label: options.firstNo },
          { value: '', label: options.unknown },
        ]}
      />
      <div class="if-not-first">
        <DateControl state={state} name="last-benefit-on" label={fields.lastBenefitOn} />
        {asks(kind, 'earlierPractical') && (
          <>
            <DateControl state={state} name="earlier-start" label={fields.earlierStart} />
            <NumberControl state={state} name="earlier-paid" label={fields.earlierPaid} unit={units.yen} />
          </>
        )}
      </div>
      <RadioControl
        state={state}
        name={workParameter}
        label={fields.work}
        options={[
          { value: 'employed', label: options.employed },
          { value: 'left', label: options.left },
          { value: '', label: options.unknown },
        ]}
      />
      <div class="if-left">
        <DateControl state={state} name="left-work-on" label={fields.leftWorkOn} help={help.leftWork} />
        <SelectControl
          state={state}
          name="extension-reason"
          label={fields.extensionReason}
          help={help.extension}
          options={Object.entries(options.reasons).map(([reason, label]) => ({
            value: reason === 'none' ? '' : reason,
            label,
          }))}
        />
        <NumberControl
          state={state}
          name="extension-days"
          label={fields.extensionDays}
          help={help.extensionDays}
          unit={units.days}
        />
      </div>
    </>
  );
}

function LivingPersonFields({ state, kind }: KindProps) {
  const { fields, units, options } = calculatorText(state.ctx).text;
  if (kind === 'leave')
    return (
      <>
        <NumberControl state={state} name="insured-years" label={fields.insuredYears} unit={units.years} />
        <NumberControl
          state={state}
          name="insured-months"
          label={fields.insuredMonthsInTwoYears}
          unit={units.months}
        />
      </>
    );
  return (
    <>
      <NumberControl state={state} name="age" label={fields.ageAtStart} unit={units.age} />
      <DateControl state={state} name="left-work-on" label={fields.leftWorkOn} />
      <RadioControl
        state={state}
        name="first-time"
        label={fields.firstTime}
        options={[
          { value: 'yes', label: options.firstYes },
          { value: 'no', label: options.firstNo },
          { value: '', label: options.unknown },
        ]}
      />
    </>
  );
}

function OutcomeFields({ state, kind }: KindProps) {
  const { fields, help, units } = calculatorText(state.ctx).text;
  return (
    <>
      <DateControl state={state} name="qualified-on" label={fields.qualifiedOn} />
      <DateControl state={state} name="employed-on" label={fields.employedOn} help={help.employedOn} />
      {asks(kind, 'wageUpPercent') && (
        <NumberControl
          state={state}
          name="wage-up"
          label={fields.wageUpPercent}
          help={help.wage}
          unit={units.percent}
        />
      )}
    </>
  );
}

function YesNo({ state, name, label }: { state: CaseFormState; name: string; label: string }) {
  const { options } = calculatorText(state.ctx).text;
  return (
    <RadioControl
      state={state}
      name={name}
      label={label}
      options={[
        { value: 'yes', label: options.yes },
        { value: 'no', label: options.no },
        { value: '', label: options.unknown },
      ]}
    />
  );
}

function valuesOf(labels: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
