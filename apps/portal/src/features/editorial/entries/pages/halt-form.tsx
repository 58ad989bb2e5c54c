import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ReasonedAct } from '../../../../ui/editing/reasoned-act.tsx';
import { deskText } from '../messages.ts';
import { deskPaths } from '../paths.ts';
import type { EntryView } from '../views.ts';

/** Takes an entry off the site, or puts it back; for those of the body. */
export function HaltForm({ ctx, view: { id, may, problems } }: { ctx: PageContext; view: EntryView }) {
  if (!may.halt) return null;
  const { text, label } = deskText(ctx);
  return (
    <section>
      <ReasonedAct
        ctx={ctx}
        action={ctx.href(deskPaths[may.halt](id))}
        act={text.halt[may.halt]}
        lead={may.halt === 'suspend' ? text.halt.suspendLead : text.halt.resumeLead}
        name="haltReason"
        label={label.halt.reason}
        help={label.halt.reasonHelp}
        problems={problems}
      />
    </section>
  );
}
