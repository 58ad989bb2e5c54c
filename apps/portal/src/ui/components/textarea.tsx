import { type FieldProps, FormControl, fieldAttributes } from './form-control.tsx';

interface TextareaProps extends FieldProps {
  value?: string;
  rows?: number;
  maxlength?: number;
}

/** Several lines of text; how many characters it takes stands below it. */
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
