import type { PageContext } from '../../../../platform/web/page-context.ts';
import { RadioGroup, Select } from '../../../../ui/components/choices.tsx';
import { type FieldProps, FormControl, fieldAttributes } from '../../../../ui/components/form-control.tsx';
import type { Fault } from '../case-address.ts';
import { optionName } from '../case-options.ts';

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
  /** Index among values of the same name, from 0. */
  index?: number;
}

/** Number input with unit. Type text, so that 500,000 can be entered with separators. */
export function NumberControl(props: NumberControlProps) {
  const { state, name, unit, index } = props;
  const field = fieldProps(props, index === undefined ? name : `${name}-${index + 1}`);
  return (
    <FormControl {...field}>
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
