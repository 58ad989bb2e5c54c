import type { PageContext } from '../../platform/web/page-context.ts';
import { ButtonLink } from '../components/button.tsx';
import { faintArc } from '../components/mark.ts';
import { Shell } from '../shell/shell.tsx';
import { sitePaths } from '../shell/site-paths.ts';
import { statusText } from './messages.ts';

export function ForbiddenPage({ ctx }: { ctx: PageContext }) {
  const { text, label } = statusText(ctx);
  return (
    <Shell ctx={ctx} title={label.forbidden.title} description={label.forbidden.title} unlisted>
      <div class="container page empty" data-width="narrow">
        {faintArc}
        <p class="error-status">403</p>
        <h1>{text.forbidden.heading}</h1>
        <p>{text.forbidden.body}</p>
        <p class="more">
          {ctx.user ? (
            <ButtonLink href={ctx.href(sitePaths.account)}>{text.forbidden.toAccount}</ButtonLink>
          ) : (
            <ButtonLink href={ctx.href(sitePaths.home)}>{text.forbidden.toHome}</ButtonLink>
          )}
        </p>
      </div>
    </Shell>
  );
}
