import { choose } from '../../../../platform/i18n/language.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { sitePaths } from '../../../../ui/shell/site-paths.ts';
import { words } from '../../../../ui/text/words.ts';
import type { EnteredCall } from '../../calls/index.ts';
import { entryText } from '../messages.ts';

/** The call of an entry, as an item of a list of facts. */
export function CallFact({ ctx, call: { id, call } }: { ctx: PageContext; call: EnteredCall }) {
  return (
    <div>
      <dt>{entryText(ctx).text.call.name}</dt>
      <dd>
        <a href={ctx.href(`${sitePaths.calls}/${id}`)}>{words(choose(call.title, ctx), ctx)}</a>
      </dd>
    </div>
  );
}
