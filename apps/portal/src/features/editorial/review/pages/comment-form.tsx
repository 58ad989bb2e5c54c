import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { FieldCount } from '../../../../ui/components/form-control.tsx';
import { reviewText } from '../messages.ts';
import { reviewPaths } from '../paths.ts';

interface CommentFormProps {
  ctx: PageContext;
  id: string;
  field: string;
  /** Id of the form's field, unique on the page. */
  control: string;
}

/** Form to comment on an entry or one of its fields. */
export function CommentForm({ ctx, id, field, control }: CommentFormProps) {
  const { text, label } = reviewText(ctx);
  return (
    <form method="post" action={ctx.href(reviewPaths.comment(id))} novalidate>
      <input type="hidden" name="field" value={field} />
      <div class="form-control">
        <label class="form-control-label" for={`comment-${control}`}>
          {label.review.commentLabel}
        </label>
        <p class="form-control-help" id={`comment-${control}-help`}>
          {text.review.commentHelp}
        </p>
        <textarea
          class="textarea"
          rows={3}
          name="body"
          id={`comment-${control}`}
          aria-describedby={`comment-${control}-help comment-${control}-count`}
          maxlength={2_000}
        />
        <FieldCount ctx={ctx} name={`comment-${control}`} longest={2_000} />
      </div>
      <div class="form-actions">
        <Button type="outline" size="sm">
          {text.review.commentSubmit}
        </Button>
      </div>
    </form>
  );
}
