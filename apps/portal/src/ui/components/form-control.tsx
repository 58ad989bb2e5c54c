import type { Child } from 'hono/jsx';
import type { PageContext } from '../../platform/web/page-context.ts';
import { uiText } from '../messages.ts';
import { required } from './required.ts';

/** What every field of a form says of itself. */
export interface FieldProps {
  ctx: PageContext;
  /** Name in the form, and the field's id. */
  name: string;
  /** Plain words: they also name the field in the error summary. */
  label: string;
  help?: string | undefined;
  /** What is wrong with what was entered. */
  error?: string | undefined;
  /** Characters that it takes: said below it, and counted as one types. */
  longest?: number | undefined;
  /** Whether the limit is seen only when one comes near it; it is always heard. */
  isQuiet?: boolean | undefined;
  need?: 'required' | 'optional' | undefined;
  /** Id of what else is said of it on the page. */
  described?: string | undefined;
  /** Id of the form it is sent with, when it stands outside of it. */
  form?: string | undefined;
}

/** Label, help and error around one control. */
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

/** Label, help and error around several controls that make one field. */
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

/** Attributes that tie a control to its help and its error. */
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

/** How much a field takes, by its id; without the script it says the limit alone. */
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
