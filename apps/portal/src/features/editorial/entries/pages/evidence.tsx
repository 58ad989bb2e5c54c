import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { FormControl, fieldAttributes } from '../../../../ui/components/form-control.tsx';
import { errorOf } from '../../../../ui/text/problems.ts';
import { entryText } from '../messages.ts';
import { entryPaths } from '../paths.ts';
import type { EvidenceView } from '../views.ts';

interface EvidenceProps {
  ctx: PageContext;
  entryId: string;
  view: EvidenceView;
  problems?: readonly Problem[];
}

/** Evidence files of an entry, visible to its owner and reviewers only. */
export function Evidence({ ctx, entryId, view, problems = [] }: EvidenceProps) {
  const { text, label } = entryText(ctx);
  if (view.files.length === 0 && !view.mayChange) return null;
  const field = {
    ctx,
    name: 'evidence',
    label: label.evidence.file,
    help: label.evidence.fileHelp,
    error: errorOf(problems, 'evidence', ctx),
  };
  return (
    <section aria-labelledby="evidence-files">
      <h2 id="evidence-files">{text.evidence.heading}</h2>
      <p>{text.evidence.lead}</p>
      {view.files.length > 0 && (
        <ul class="evidence">
          {view.files.map(({ id, name, size, state, createdAt }) => (
            <li>
              <div>
                {state === 'kept' ? (
                  <a href={ctx.href(entryPaths.evidenceFile(entryId, id))}>{name}</a>
                ) : (
                  name
                )}
                <p class="form-control-help">
                  {text.evidence.size(Math.max(1, Math.round(size / 1024)).toLocaleString('en'))}{' '}
                  {writeMoment(createdAt, ctx.language)}
                </p>
                {state !== 'kept' && <p class="form-control-error">{text.evidence.states[state]}</p>}
              </div>
              {view.mayChange && (
                <form method="post" action={ctx.href(entryPaths.removeEvidence(entryId, id))}>
                  <Button type="text" size="sm">
                    {text.evidence.remove}
                    <span class="visually-hidden">: {name}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {view.mayChange && (
        <form
          method="post"
          enctype="multipart/form-data"
          action={ctx.href(entryPaths.evidence(entryId))}
          novalidate
        >
          <FormControl {...field}>
            <input
              class="file-input"
              type="file"
              accept=".pdf,.png,.jpg,.jpeg,.webp,.xlsx,.docx,.csv,.txt"
              {...fieldAttributes(field)}
            />
          </FormControl>
          <div class="form-actions">
            <Button type="outline">{text.evidence.attach}</Button>
          </div>
        </form>
      )}
    </section>
  );
}
