import type { PageContext } from '../../../platform/web/page-context.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { InputText } from '../../../ui/components/input-text.tsx';
import { errorOf } from '../../../ui/text/problems.ts';
import { deskText } from '../messages.ts';
import { deskPaths } from '../paths.ts';
import type { EntryView } from '../views.ts';

/** Takes an entry off the site, or puts it back; for those of the body. */
export function HaltForm({ ctx, view: { id, may, problems } }: { ctx: PageContext; view: EntryView }) {
  if (!may.halt) return null;
  const { text, label } = deskText(ctx);
  const words = text.halt[may.halt];
  return (
    <section>
      <Disclosure summary={words} open={problems.some(({ field }) => field === 'haltReason')}>
        <p>{may.halt === 'suspend' ? text.halt.suspendLead : text.halt.resumeLead}</p>
        <form method="post" action={ctx.href(deskPaths[may.halt](id))} novalidate>
          <InputText
            ctx={ctx}
            name="haltReason"
            label={label.halt.reason}
            help={label.halt.reasonHelp}
            need="required"
            maxlength={500}
            autocomplete="off"
            error={errorOf(problems, 'haltReason', ctx)}
          />
          <div class="form-actions">
            <Button type="outline">{words}</Button>
          </div>
        </form>
      </Disclosure>
    </section>
  );
}
