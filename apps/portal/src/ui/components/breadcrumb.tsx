import type { PageContext } from '../../platform/web/page-context.ts';
import { uiText } from '../messages.ts';
import { sitePaths } from '../shell/site-paths.ts';
import type { Markup } from '../text/ruby.ts';

interface BreadcrumbProps {
  ctx: PageContext;
  /** Pages between home and this one. */
  trail?: { label: Markup; href: string }[];
  /** Name of this page. */
  current: Markup;
}

export function Breadcrumb({ ctx, trail = [], current }: BreadcrumbProps) {
  const { text, label } = uiText(ctx);
  return (
    <nav class="breadcrumb" aria-label={label.breadcrumb.region}>
      <ol>
        {[{ label: text.breadcrumb.home, href: ctx.href(sitePaths.home) }, ...trail].map((step) => (
          <li>
            <a href={step.href}>{step.label}</a>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  );
}
