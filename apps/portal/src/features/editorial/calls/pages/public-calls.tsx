import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { phrasedWords } from '../../../../ui/text/words.ts';
import { callText } from '../messages.ts';
import type { PublicCallRow } from '../views.ts';
import { Period } from './period.tsx';
import { CallStateLabel } from './state-label.tsx';

/** The calls that are open or planned. */
export function PublicCallsPage({ ctx, calls }: { ctx: PageContext; calls: readonly PublicCallRow[] }) {
  const { text, label } = callText(ctx);
  return (
    <Shell ctx={ctx} title={label.calls.title} description={label.calls.description}>
      <div class="container page" data-width="narrow">
        <header class="page-head">
          <Breadcrumb ctx={ctx} current={text.calls.heading} />
          <h1>{text.calls.heading}</h1>
          <p class="page-lead">{text.calls.lead}</p>
        </header>
        {calls.length === 0 && <p>{text.calls.none}</p>}
        {calls.map((call) => (
          <section class="section" aria-labelledby={call.id}>
            <CallStateLabel ctx={ctx} state={call.state} />
            <h2 id={call.id}>
              <a href={ctx.href(call.path)}>{phrasedWords(call.title, ctx)}</a>
            </h2>
            <Period ctx={ctx} call={call} />
          </section>
        ))}
      </div>
    </Shell>
  );
}
