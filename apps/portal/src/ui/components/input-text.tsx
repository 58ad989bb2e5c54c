import { type FieldProps, FormControl, fieldAttributes } from './form-control.tsx';

interface InputTextProps extends FieldProps {
  type?: 'text' | 'email' | 'url' | 'tel' | 'password' | 'date' | 'datetime-local' | 'month';
  value?: string;
  /** As long as what is expected. */
  width?: 'short' | 'long';
  maxlength?: number;
  /** As the HTML standard names what the field holds, such as `email` or `current-password`. */
  autocomplete?: string;
}

/** One line of text. */
export function InputText({
  type = 'text',
  value,
  width = 'long',
  maxlength,
  autocomplete,
  ...field
}: InputTextProps) {
  return (
    <FormControl {...field}>
      <input
        class="input"
        type={type}
        value={value}
        data-width={width}
        maxlength={maxlength}
        autocomplete={autocomplete}
        {...fieldAttributes(field)}
      />
    </FormControl>
  );
}
