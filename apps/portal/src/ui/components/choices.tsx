import { type FieldProps, FormControl, FormGroup, fieldAttributes } from './form-control.tsx';
import { required } from './required.ts';

interface Option {
  value: string;
  label: string;
  /** Explains it, below the label; a compact list leaves it out. */
  help?: string;
}

interface ChoiceProps extends FieldProps {
  options: Option[];
}

interface OptionGroup {
  heading: string;
  options: Option[];
}

/** A choice of one among many, in a compact list. */
export function Select({ options, value, ...field }: ChoiceProps & { value?: string }) {
  requireOptions('Select', field.name, options);
  return (
    <FormControl {...field}>
      <select class="select" {...fieldAttributes(field)}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </FormControl>
  );
}

/** A choice of one among a few visible options. */
export function RadioGroup({ options, value, ...field }: ChoiceProps & { value?: string }) {
  requireOptions('RadioGroup', field.name, options);
  return (
    <FormGroup {...field}>
      {options.map((option) => (
        <Choice type="radio" name={field.name} option={option} checked={option.value === value} />
      ))}
    </FormGroup>
  );
}

/** A choice of any number of visible options. */
export function CheckboxGroup({ options, values = [], ...field }: ChoiceProps & { values?: string[] }) {
  requireOptions('CheckboxGroup', field.name, options);
  return (
    <FormGroup {...field}>
      {options.map((option) => (
        <Choice type="checkbox" name={field.name} option={option} checked={values.includes(option.value)} />
      ))}
    </FormGroup>
  );
}

interface ChoiceItemProps {
  type: 'radio' | 'checkbox';
  name: string;
  option: Option;
  checked: boolean;
}

/** A choice of one among visible options in groups, each with its heading. */
export function GroupedRadios({
  groups,
  value,
  ...field
}: FieldProps & { groups: OptionGroup[]; value?: string }) {
  for (const { heading, options } of groups) requireOptions('GroupedRadios', heading, options);
  return (
    <FormGroup {...field}>
      {groups.map(({ heading, options }) => (
        <fieldset class="choice-group">
          <legend>{heading}</legend>
          {options.map((option) => (
            <Choice type="radio" name={field.name} option={option} checked={option.value === value} />
          ))}
        </fieldset>
      ))}
    </FormGroup>
  );
}

function Choice({ type, name, option, checked }: ChoiceItemProps) {
  return (
    <label class="choice">
      <input class={type} type={type} name={name} value={option.value} checked={checked} />
      <span>
        {required('Choice', `a label for ${name}=${option.value}`, option.label)}
        {option.help && <span class="choice-help">{option.help}</span>}
      </span>
    </label>
  );
}

function requireOptions(component: string, name: string, options: Option[]): void {
  if (options.length === 0) throw new Error(`<${component}> ${name} needs options`);
}
