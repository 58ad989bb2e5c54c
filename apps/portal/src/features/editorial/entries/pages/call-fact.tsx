import type { PageContext } from '../../../../platform/web/page-context.ts';
import type { EnteredCall } from '../../calls/index.ts';
import { CallLink } from '../../calls/pages/index.ts';
import { entryText } from '../messages.ts';

/** The call of an entry, as an item of a list of facts. */
export function CallFact({ ctx, call }: { ctx: PageContext; call: EnteredCall }) {
  return (
    <div>
      <dt>{entryText(ctx).text.call.name}</dt>
      <dd>
        <CallLink ctx={ctx} call={call} />
      </dd>
    </div>
  );
}
