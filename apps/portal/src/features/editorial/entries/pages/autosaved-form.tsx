import type { Child } from 'hono/jsx';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Autosave } from '../../../../ui/components/autosave.tsx';
import { Button } from '../../../../ui/components/button.tsx';
import { deskText } from '../messages.ts';
import type { ClashView } from '../views.ts';
import { Clashes } from './clashes.tsx';

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
  const { text, label } = deskText(ctx);
  return (
    <Autosave words={label.form}>
      <form method="post" action={action} novalidate>
        <input type="hidden" name="seen" value={seen} />
        {clashes.length > 0 && <Clashes ctx={ctx} clashes={clashes} />}
        {children}
        <p class="form-control-help">{text.form.autosaveNote}</p>
        <p role="status" class="autosave-status" />
        <div class="form-actions">
          <Button name="after" value="next">
            {text.form.saveNext}
          </Button>
          <Button name="after" value="leave" type="outline">
            {text.form.saveLeave}
          </Button>
        </div>
      </form>
    </Autosave>
  );
}
