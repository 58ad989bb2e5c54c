import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { catalogueText } from '../messages.ts';
import { cataloguePaths } from '../paths.ts';
import { unusefulReasons } from '../useful.ts';
import { PageHead } from './page-head.tsx';

/** Asks whether a page was useful. Its answer is counted, and nothing is kept of who gave it. */
export function UsefulQuestion({ ctx, page }: { ctx: PageContext; page: string }) {
  const { text, label } = catalogueText(ctx);
  return (
    <section class="useful" aria-labelledby="useful">
      <form method="post" action={ctx.href(cataloguePaths.useful)}>
        <h2 id="useful">{text.useful.question}</h2>
        <input type="hidden" name="page" value={page} />
        <p class="useful-answers">
          <Button type="outline" size="sm" name="answer" value="yes">
            {text.useful.yes}
          </Button>
          <Button type="outline" size="sm" name="answer" value="no">
            {text.useful.no}
          </Button>
        </p>
        <label>
          <span>{text.useful.reason}</span>
          <select class="select" name="reason">
            <option value="">{label.useful.none}</option>
            {unusefulReasons.map((reason) => (
              <option value={reason}>{label.useful.reasons[reason]}</option>
            ))}
          </select>
        </label>
        <p class="quiet">{text.useful.counted}</p>
      </form>
    </section>
  );
}

export function UsefulThanksPage({ ctx, page }: { ctx: PageContext; page: string }) {
  const { text, label } = catalogueText(ctx);
  return (
    <Shell
      ctx={ctx}
      title={label.useful.thanks}
      description={label.useful.thanks}
      unlisted
      styles={['catalogue']}
    >
      <div class="container page" data-width="text">
        <PageHead ctx={ctx} heading={text.useful.thanks} lead={text.useful.thanksBody} />
        <p>
          <a href={ctx.href(page)}>{text.useful.back}</a>
        </p>
      </div>
    </Shell>
  );
}
