import type { Child } from 'hono/jsx';
import type { PageContext } from '../../platform/web/page-context.ts';
import { Button } from '../components/button.tsx';
import { Autosave } from './autosave.tsx';
import { EditConflicts } from './conflicts.tsx';
import { editingWords } from './messages.ts';
import type { EditConflictView } from './saved-answer.ts';

interface AutosavedFormProps {
  ctx: PageContext;
  action: string;
  /** Fingerprints as written by `writeSeen`. */
  seen: string;
  conflicts: readonly EditConflictView[];
  /** Whether it carries files. */
  hasFiles?: boolean;
  children: Child;
}

/** A step of an entry's form: saved while typing, or by two buttons without JavaScript. */
export function AutosavedForm({ ctx, action, seen, conflicts, hasFiles, children }: AutosavedFormProps) {
  const { text } = editingWords(ctx);
  return (
    <Autosave ctx={ctx}>
      <form method="post" action={action} enctype={hasFiles ? 'multipart/form-data' : undefined} novalidate>
        {/* The button that the Enter key means, whatever buttons of lists come before the others. */}
        <button type="submit" hidden name="after" value="next" />
        <input type="hidden" name="seen" value={seen} />
        {conflicts.length > 0 && <EditConflicts ctx={ctx} conflicts={conflicts} />}
        {children}
        <p class="form-control-help">{text.autosave.autosaveNote}</p>
        <p role="status" class="autosave-status" />
        <div class="form-actions">
          <Button name="after" value="next">
            {text.autosave.saveNext}
          </Button>
          <Button name="after" value="leave" type="outline">
            {text.autosave.saveLeave}
          </Button>
        </div>
      </form>
    </Autosave>
  );
}
