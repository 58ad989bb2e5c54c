import type { BenefitKind } from '@kakehashi/benefits';
import { calculatorText } from '../calculator-messages.ts';
import { feesParameter, workParameter } from '../case-address.ts';
import { calculatorAddress } from '../presenting/calculator-view.ts';
import { asks, type StepName } from '../questions.ts';
import { DateControl, NumberControl, RadioControl, SelectControl, type Told } from './case-controls.tsx';

interface StepFieldsProps {
  told: Told;
  kind: BenefitKind;
  step: StepName;
}

/** The controls of one step. */
export function StepFields({ told, kind, step }: StepFieldsProps) {
  switch (step) {
    case 'kind':
      return null;
    case 'course':
      return <CourseFields told={told} kind={kind} />;
    case 'fees':
      return kind === 'practical' ? <PracticalFees told={told} /> : <WholeFee told={told} />;
    case 'allowance':
      return <AllowanceFields told={told} kind={kind} />;
    case 'person':
      return kind === 'support' || kind === 'leave' ? (
        <LivingPersonFields told={told} kind={kind} />
      ) : (
        <PersonFields told={told} kind={kind} />
      );
    case 'outcome':
      return <OutcomeFields told={told} kind={kind} />;
  }
}

interface KindProps {
  told: Told;
  kind: BenefitKind;
}

function CourseFields({ told, kind }: KindProps) {
  const { fields, help, units, options } = calculatorText(told.ctx).text;
  const startLabel = kind === 'leave' ? fields.leaveStart : fields.start;
  return (
    <>
      <DateControl told={told} name="start" label={startLabel} />
      {asks(kind, 'months') && (
        <NumberControl
          told={told}
          name="months"
          label={fields.months}
          help={help.months}
          unit={units.months}
        />
      )}
      {asks(kind, 'completedOn') && (
        <DateControl told={told} name="completed-on" label={fields.completedOn} help={help.completedOn} />
      )}
      {asks(kind, 'fourYearCourse') && (
        <RadioControl
          told={told}
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
          told={told}
          name="mode"
          label={fields.mode}
          options={[{ value: '', label: options.unknown }, ...valuesOf(options.modes)]}
        />
      )}
      {asks(kind, 'leaveDays') && (
        <NumberControl
          told={told}
          name="leave-days"
          label={fields.leaveDays}
          help={help.leaveDays}
          unit={units.days}
        />
      )}
      {asks(kind, 'unpaid') && <YesNo told={told} name="unpaid" label={fields.unpaid} />}
    </>
  );
}

function WholeFee({ told }: { told: Told }) {
  const { fields, units } = calculatorText(told.ctx).text;
  return <NumberControl told={told} name="fee" label={fields.feeInAll} unit={units.yen} />;
}

const mostHalfYears = 6;

/** One fee in all, or one for each half-year: plain links lead from one way to the other. */
function PracticalFees({ told }: { told: Told }) {
  const { ctx, typed } = told;
  const { fields, units, help, feeWays } = calculatorText(ctx).text;
  const given = typed.get('fee')?.length ?? 0;
  const each = given > 1 || typed.has(feesParameter);
  const wayHref = (way: 'each' | 'whole') => {
    const others = new Map(typed);
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
        <NumberControl told={told} name="fee" label={fields.feeInAll} help={help.spread} unit={units.yen} />
        <p class="other-way">
          <a href={wayHref('each')}>{feeWays.each}</a>
        </p>
      </>
    );
  const months = Number(typed.get('months')?.[0]);
  const expected = Number.isInteger(months) && months > 0 ? Math.ceil(months / 6) : mostHalfYears;
  const count = Math.max(given, Math.min(expected, 8));
  return (
    <>
      <input type="hidden" name={feesParameter} value="each" />
      <NumberRow
        told={told}
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
  told: Told;
  name: string;
  legend: string;
  help?: string;
  /** How many are asked for. */
  count: number;
  /** @param position  from 1 */
  label(position: number): string;
  unit: string;
}

/** Several numbers of one sort, such as the fee of each half-year. */
function NumberRow({ told, name, legend, help, count, label, unit }: NumberRowProps) {
  const fault = told.faultAt(name);
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
          <NumberControl told={told} name={name} index={index} label={label(index + 1)} unit={unit} />
        ))}
      </div>
    </fieldset>
  );
}

const fewestCertifications = 6;

function AllowanceFields({ told, kind }: KindProps) {
  const { fields, units } = calculatorText(told.ctx).text;
  const count = Math.max(fewestCertifications, told.typed.get('certified-days')?.length ?? 0);
  return (
    <>
      <NumberControl told={told} name="basic-allowance" label={fields.basicDailyAllowance} unit={units.yen} />
      {asks(kind, 'certifiedDays') && (
        <NumberRow
          told={told}
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

function PersonFields({ told, kind }: KindProps) {
  const { fields, units, help, options } = calculatorText(told.ctx).text;
  return (
    <>
      <NumberControl
        told={told}
        name="insured-years"
        label={fields.insuredYears}
        help={help.insuredYears}
        unit={units.years}
      />
      <RadioControl
        told={told}
        name="first-time"
        label={fields.firstTime}
        options={[
          { value: 'yes', label: options.firstYes },
          { value: 'no', label: options.firstNo },
          { value: '', label: options.unknown },
        ]}
      />
      <div class="if-not-first">
        <DateControl told={told} name="last-benefit-on" label={fields.lastBenefitOn} />
        {asks(kind, 'earlierPractical') && (
          <>
            <DateControl told={told} name="earlier-start" label={fields.earlierStart} />
            <NumberControl told={told} name="earlier-paid" label={fields.earlierPaid} unit={units.yen} />
          </>
        )}
      </div>
      <RadioControl
        told={told}
        name={workParameter}
        label={fields.work}
        options={[
          { value: 'employed', label: options.employed },
          { value: 'left', label: options.left },
          { value: '', label: options.unknown },
        ]}
      />
      <div class="if-left">
        <DateControl told={told} name="left-work-on" label={fields.leftWorkOn} help={help.leftWork} />
        <SelectControl
          told={told}
          name="extension-reason"
          label={fields.extensionReason}
          help={help.extension}
          options={Object.entries(options.reasons).map(([reason, label]) => ({
            value: reason === 'none' ? '' : reason,
            label,
          }))}
        />
        <NumberControl
          told={told}
          name="extension-days"
          label={fields.extensionDays}
          help={help.extensionDays}
          unit={units.days}
        />
      </div>
    </>
  );
}

function LivingPersonFields({ told, kind }: KindProps) {
  const { fields, units, options } = calculatorText(told.ctx).text;
  if (kind === 'leave')
    return (
      <>
        <NumberControl told={told} name="insured-years" label={fields.insuredYears} unit={units.years} />
        <NumberControl
          told={told}
          name="insured-months"
          label={fields.insuredMonthsInTwoYears}
          unit={units.months}
        />
      </>
    );
  return (
    <>
      <NumberControl told={told} name="age" label={fields.ageAtStart} unit={units.age} />
      <DateControl told={told} name="left-work-on" label={fields.leftWorkOn} />
      <RadioControl
        told={told}
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

function OutcomeFields({ told, kind }: KindProps) {
  const { fields, help, units } = calculatorText(told.ctx).text;
  return (
    <>
      <DateControl told={told} name="qualified-on" label={fields.qualifiedOn} />
      <DateControl told={told} name="employed-on" label={fields.employedOn} help={help.employedOn} />
      {asks(kind, 'wageUpPercent') && (
        <NumberControl
          told={told}
          name="wage-up"
          label={fields.wageUpPercent}
          help={help.wage}
          unit={units.percent}
        />
      )}
    </>
  );
}

function YesNo({ told, name, label }: { told: Told; name: string; label: string }) {
  const { options } = calculatorText(told.ctx).text;
  return (
    <RadioControl
      told={told}
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
