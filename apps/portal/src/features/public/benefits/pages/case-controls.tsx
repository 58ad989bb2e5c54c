import { type FieldName, type NumberBounds, numberBounds } from '@kakehashi/benefits';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { RadioGroup, Select } from '../../../../ui/components/choices.tsx';
import { type FieldProps, FormControl, fieldAttributes } from '../../../../ui/components/form-control.tsx';
import { calculatorText } from '../calculator-messages.ts';
import type { Fault } from '../case-address.ts';
import { caseOptions, optionName } from '../case-options.ts';

/** Values entered so far, and their errors. */
export interface CaseFormState {
  ctx: PageContext;
  /** By the name of the parameter. */
  formValues: ReadonlyMap<string, readonly string[]>;
  /** Error of the control with this id. */
  faultAt(id: string): string | undefined;
}

export function caseFormState(
  ctx: PageContext,
  { formValues, errors }: { formValues: CaseFormState['formValues']; errors: readonly Fault[] },
): CaseFormState {
  return {
    ctx,
    formValues,
    faultAt: (id) => errors.find(({ field }) => controlId(field) === id)?.text[ctx.language],
  };
}

/** The id of the control for a field of the engine: `fees.2` is asked for in `fee-2`. */
export function controlId(field: string): string {
  const [, number] = /\.(\d+)$/.exec(field) ?? [];
  return number === undefined ? optionName(field) : `${optionName(field)}-${number}`;
}

interface ControlProps {
  state: CaseFormState;
  /** Name of the parameter in the address. */
  name: string;
  label: string;
  help?: string | undefined;
}

function fieldProps({ state, name, label, help }: ControlProps, id = name): FieldProps {
  return { ctx: state.ctx, name: id, label, help, error: state.faultAt(id) };
}

const isoDay = /^(\d{4}-\d{2}-\d{2})?$/;

/** Date input; keeps an invalid value as entered. */
export function DateControl(props: ControlProps & { value?: string }) {
  const { state, name, value = state.formValues.get(name)?.[0] ?? '' } = props;
  const field = fieldProps(props);
  return (
    <FormControl {...field}>
      <input
        class="input"
        type={isoDay.test(value) ? 'date' : 'text'}
        value={value}
        data-width="short"
        {...fieldAttributes(field)}
      />
    </FormControl>
  );
}

interface NumberControlProps extends ControlProps {
  unit: string;
  /** Which numbers it takes; absent: those of the case's field of this name. */
  bounds?: NumberBounds;
  /** Index among values of the same name, from 0. */
  index?: number;
}

/** Number input with unit and limits. Type text, so that 500,000 can be entered with separators. */
export function NumberControl(props: NumberControlProps) {
  const { state, name, unit, index, bounds = boundsOf(name) } = props;
  const id = index === undefined ? name : `${name}-${index + 1}`;
  const range = `${id}-range`;
  const field = { ...fieldProps(props, id), described: bounds && range };
  return (
    <FormControl {...field}>
      {bounds && (
        <p class="form-control-help" id={range}>
          {rangeText(bounds, state.ctx)}
        </p>
      )}
      <span class="number-with-unit">
        <input
          class="input"
          type="text"
          inputmode="decimal"
          autocomplete="off"
          maxlength={20}
          value={state.formValues.get(name)?.[index ?? 0] ?? ''}
          {...fieldAttributes(field)}
          name={name}
        />
        <span>{unit}</span>
      </span>
    </FormControl>
  );
}

function boundsOf(name: string): NumberBounds | undefined {
  const bounds: Partial<Record<FieldName, NumberBounds>> = numberBounds;
  const field = caseOptions[name]?.field;
  return field && bounds[field];
}

function rangeText({ min, max }: NumberBounds, ctx: PageContext) {
  const [from, to] = [min, max].map((bound) => bound.toLocaleString('en'));
  return calculatorText(ctx).text.range(from ?? '', to ?? '');
}

interface ChoiceControlProps extends ControlProps {
  options: { value: string; label: string }[];
}

export function RadioControl(props: ChoiceControlProps) {
  const { state, name, options } = props;
  return (
    <RadioGroup {...fieldProps(props)} options={options} value={state.formValues.get(name)?.[0] ?? ''} />
  );
}

export function SelectControl(props: ChoiceControlProps) {
  const { state, name, options } = props;
  return <Select {...fieldProps(props)} options={options} value={state.formValues.get(name)?.[0] ?? ''} />;
}
