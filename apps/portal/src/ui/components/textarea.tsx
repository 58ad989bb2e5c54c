import { type FieldProps, FormControl, fieldAttributes } from './form-control.tsx';

interface TextareaProps extends FieldProps {
  value?: string;
  rows?: number;
  maxlength?: number;
}

/** Several lines of text. */
export function Textarea({ value = '', rows = 6, maxlength, ...field }: TextareaProps) {
  return (
    <FormControl {...field}>
      <textarea class="textarea" rows={rows} maxlength={maxlength} {...fieldAttributes(field)}>
        {value}
      </textarea>
    </FormControl>
  );
}
