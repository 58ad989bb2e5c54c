import { type FieldProps, FormControl, fieldAttributes } from './form-control.tsx';

interface TextareaProps extends FieldProps {
  value?: string;
  rows?: number;
  maxlength?: number;
}

/** A multi-line text field with its character limit below. */
export function Textarea({ value = '', rows = 6, maxlength, ...given }: TextareaProps) {
  const field = { ...given, longest: given.longest ?? maxlength };
  return (
    <FormControl {...field}>
      <textarea class="textarea" rows={rows} maxlength={maxlength} {...fieldAttributes(field)}>
        {value}
      </textarea>
    </FormControl>
  );
}
