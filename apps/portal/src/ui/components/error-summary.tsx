import type { PageContext } from '../../platform/web/page-context.ts';
import { uiText } from '../messages.ts';

interface ErrorSummaryProps {
  ctx: PageContext;
  /** In the order of the fields. */
  errors: { field: string; message: string }[];
}

/** All errors of a form, shown above it and linked to their fields; nothing if there are none. */
export function ErrorSummary({ ctx, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <section class="error-summary" role="alert" aria-labelledby="error-summary" tabindex={-1}>
      <h2 id="error-summary">{uiText(ctx).text.form.errorSummary(errors.length)}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
