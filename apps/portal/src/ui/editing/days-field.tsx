import { type FieldProps, FormGroup } from '../components/form-control.tsx';
import { editingWords } from './messages.ts';

/** Empty fields after those with a day; saving adds more. */
const emptyInputs = 3;

/** Several days, one field each. */
export function DaysField({ values, ...field }: FieldProps & { values: readonly string[] }) {
  const { label } = editingWords(field.ctx);
  const days = values.filter((day) => day !== '').toSorted();
  return (
    <FormGroup {...field} help={[field.help, label.field.daysHelp].filter(Boolean).join(' ')}>
      {[...days, ...Array.from({ length: emptyInputs }, () => '')].map((day, index) => (
        <input
          class="input"
          type="date"
          data-width="short"
          name={field.name}
          value={day}
          aria-label={label.field.day(field.label, index + 1)}
          aria-invalid={field.error ? 'true' : undefined}
          autocomplete="off"
        />
      ))}
    </FormGroup>
  );
}
