import type { Child } from 'hono/jsx';
import type { PageContext } from '../../platform/web/page-context.ts';
import { uiText } from '../messages.ts';
import { required } from './required.ts';

/** Properties of every form field. */
export interface FieldProps {
  ctx: PageContext;
  /** Name in the form, and the field's id. */
  name: string;
  /** Plain text: also used in the error summary. */
  label: string;
  help?: string | undefined;
  /** Error message for the entered value. */
  error?: string | undefined;
  /** Most characters: shown below the field and counted while typing. */
  longest?: number | undefined;
  /** Whether the limit is visible only when it is nearly reached; screen readers always announce it. */
  isQuiet?: boolean | undefined;
  need?: 'required' | 'optional' | undefined;
  /** Id of a further description on the page. */
  described?: string | undefined;
  /** Id of the field's form, if it is outside it. */
  form?: string | undefined;
}

/** Label, help and error of one control. */
export function FormControl({ children, ...field }: FieldProps & { children: Child }) {
  required('FormControl', `a label for ${field.name}`, field.label);
  return (
    <div class="form-control">
      <label class="form-control-label" for={field.name}>
        {field.label}
        <Need {...field} />
      </label>
      <HelpAndError {...field} />
      {children}
      <FieldCount {...field} />
    </div>
  );
}

/** Label, help and error of a group of controls. */
export function FormGroup({ children, ...field }: FieldProps & { children: Child }) {
  required('FormGroup', `a label for ${field.name}`, field.label);
  return (
    <fieldset class="form-control" id={field.name} aria-describedby={describedBy(field)} tabindex={-1}>
      <legend class="form-control-label">
        {field.label}
        <Need {...field} />
      </legend>
      <HelpAndError {...field} />
      <div class="choices">{children}</div>
    </fieldset>
  );
}

/** Attributes that associate a control with its help and error. */
export function fieldAttributes(field: FieldProps) {
  return {
    id: field.name,
    name: field.name,
    form: field.form,
    required: field.need === 'required',
    'aria-invalid': field.error ? ('true' as const) : undefined,
    'aria-describedby': describedBy(field),
  };
}

function describedBy({ name, help, error, longest, described }: FieldProps): string | undefined {
  const ids = [
    described,
    help && `${name}-help`,
    error && `${name}-error`,
    longest && `${name}-count`,
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function Need({ ctx, need }: FieldProps) {
  if (!need) return null;
  return (
    <span class="form-control-need" data-need={need}>
      {uiText(ctx).text.form[need]}
    </span>
  );
}

/** Character limit of a field, by its id; without the script only the limit is shown. */
export function FieldCount({
  ctx,
  name,
  longest,
  isQuiet,
}: Pick<FieldProps, 'ctx' | 'name' | 'longest' | 'isQuiet'>) {
  if (longest === undefined) return null;
  const { count } = uiText(ctx).label.form;
  return (
    <text-count
      class="form-control-count"
      data-quiet={isQuiet}
      data-for={name}
      data-longest={longest}
      data-left={count.left(longest)}
      data-over={count.over(longest)}
    >
      <span id={`${name}-count`}>{count.longest(longest)}</span>
      <span class="visually-hidden" role="status" />
    </text-count>
  );
}

function HelpAndError({ ctx, name, help, error }: FieldProps) {
  return (
    <>
      {help && (
        <p class="form-control-help" id={`${name}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p class="form-control-error" id={`${name}-error`}>
          {uiText(ctx).text.form.errorPrefix}
          {error}
        </p>
      )}
    </>
  );
}
