import type { Child } from 'hono/jsx';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { sitePaths } from '../../../../ui/shell/site-paths.ts';
import type { Markup } from '../../../../ui/text/ruby.ts';
import { alertText } from '../messages.ts';

interface AlertStepProps {
  ctx: PageContext;
  title: string;
  heading: Markup;
  /** The step's button; absent if there is nothing to do. */
  act?: { action: string; label: Markup };
  children?: Child;
}

/** One step of subscribing or unsubscribing: the state, and at most one action. */
export function AlertStepPage({ ctx, title, heading, act, children }: AlertStepProps) {
  const { text, label } = alertText(ctx);
  return (
    <Shell ctx={ctx} title={title} description={label.description} unlisted styles={['alerts']}>
      <div class="container page" data-width="narrow">
        <header class="page-head">
          <Breadcrumb ctx={ctx} current={heading} />
          <h1>{heading}</h1>
        </header>
        <div class="prose">{children}</div>
        {act ? (
          <form class="alert-act" method="post" action={act.action}>
            <Button size="lg">{act.label}</Button>
          </form>
        ) : (
          <p class="alert-act">
            <ButtonLink type="outline" href={ctx.href(sitePaths.search)}>
              {text.toSearch}
            </ButtonLink>
          </p>
        )}
      </div>
    </Shell>
  );
}
