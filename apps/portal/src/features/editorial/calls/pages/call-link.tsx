import { choose } from '../../../../platform/i18n/language.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { words } from '../../../../ui/text/words.ts';
import type { EnteredCall } from '../entering.ts';
import { callPaths } from '../paths.ts';

/** The title of a call, which leads to its public page. */
export function CallLink({ ctx, call: { id, call } }: { ctx: PageContext; call: EnteredCall }) {
  return <a href={ctx.href(callPaths.publicCall(id))}>{words(choose(call.title, ctx), ctx)}</a>;
}
