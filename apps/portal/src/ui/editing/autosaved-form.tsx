import type { Child } from 'hono/jsx';
import type { PageContext } from '../../platform/web/page-context.ts';
import { Button } from '../components/button.tsx';
import { Autosave } from './autosave.tsx';
import { Clashes } from './conflicts.tsx';
import { editingWords } from './messages.ts';
import type { ClashView } from './saved-answer.ts';

interface AutosavedFormProps {
  ctx: PageContext;
  action: string;
  /** As `writeSeen` writes it. */
  seen: string;
  clashes: readonly ClashView[];
  children: Child;
}

/** A step of an entry: what is typed is saved as it is typed, and two buttons save it without a script. */
export function AutosavedForm({ ctx, action, seen, clashes, children }: AutosavedFormProps) {
  const { text } = editingWords(ctx);
  return (
    <Autosave ctx={ctx}>
      <form method="post" action={action} novalidate>
        {/* The button that the Enter key means, whatever buttons of lists come before the others. */}
        <button type="submit" hidden name="after" value="next" />
        <input type="hidden" name="seen" value={seen} />
        {clashes.length > 0 && <Clashes ctx={ctx} clashes={clashes} />}
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
