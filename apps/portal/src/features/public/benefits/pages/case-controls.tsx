import type { PageContext } from '../../../../platform/web/page-context.ts';
import { RadioGroup, Select } from '../../../../ui/components/choices.tsx';
import { type FieldProps, FormControl, fieldAttributes } from '../../../../ui/components/form-control.tsx';
import type { Fault } from '../case-address.ts';
import { optionName } from '../case-options.ts';

/** What was told so far, and what is wrong with it. */
export interface CaseFormState {
  ctx: PageContext;
  /** By the name of the parameter. */
  formValues: ReadonlyMap<string, readonly string[]>;
  /** What is wrong at the control of this id. */
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

/** A date; what was typed in another way stays as it was typed. */
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
  /** Where several values have one name: which one this is, from 0. */
  index?: number;
}

/** A number with its unit. It is text to the browser, so that 500,000 may be typed as people write it. */
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
