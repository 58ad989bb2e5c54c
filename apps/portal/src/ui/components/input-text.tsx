import { type FieldProps, FormControl, fieldAttributes } from './form-control.tsx';

interface InputTextProps extends FieldProps {
  type?: 'text' | 'email' | 'url' | 'tel' | 'password' | 'date' | 'datetime-local' | 'month';
  value?: string;
  /** As long as what is expected. */
  width?: 'short' | 'long';
  maxlength?: number | undefined;
  /** As the HTML standard names what the field holds, such as `email` or `current-password`. */
  autocomplete?: string;
}

/** Characters of a mail address (RFC 5321). */
const longestAddress = 254;

/** One line of text; how many characters it takes is heard with it, and seen when one comes near. */
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
