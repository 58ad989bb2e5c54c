import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ReasonedAct } from '../../../../ui/editing/reasoned-act.tsx';
import { entryText } from '../messages.ts';
import { entryPaths } from '../paths.ts';
import type { EntryView } from '../views.ts';

/** Form for staff to suspend or resume an entry. */
export function SuspensionForm({ ctx, view: { id, may, problems } }: { ctx: PageContext; view: EntryView }) {
  if (!may.suspension) return null;
  const { text, label } = entryText(ctx);
  return (
    <section>
      <ReasonedAct
        ctx={ctx}
        action={ctx.href(entryPaths[may.suspension](id))}
        act={text.halt[may.suspension]}
        lead={may.suspension === 'suspend' ? text.halt.suspendLead : text.halt.resumeLead}
        name="haltReason"
        label={label.halt.reason}
        help={label.halt.reasonHelp}
        problems={problems}
      />
    </section>
  );
}
