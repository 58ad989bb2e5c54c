import { type FieldProps, FormControl, fieldAttributes } from './form-control.tsx';

interface InputTextProps extends FieldProps {
  type?: 'text' | 'email' | 'url' | 'tel' | 'password' | 'date' | 'datetime-local' | 'month';
  value?: string;
  /** Matches the length of the expected input. */
  width?: 'short' | 'long';
  maxlength?: number | undefined;
  /** Autofill token of the HTML standard, such as `email` or `current-password`. */
  autocomplete?: string;
}

/** Most characters of a mail address (RFC 5321). */
const longestAddress = 254;

/** A one-line text field; its character limit is announced, and shown when nearly reached. */
export function InputText({
  type = 'text',
  value,
  width = 'long',
  maxlength = type === 'email' ? longestAddress : undefined,
  autocomplete,
  ...given
}: InputTextProps) {
  const field = given.longest === undefined ? { ...given, longest: maxlength, isQuiet: true } : given;
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
