import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import type { Markup } from '../../../../ui/text/ruby.ts';
import { adviceText } from '../advice-messages.ts';
import { plusSecurityPaths } from '../paths.ts';

interface AdviceHeadProps {
  ctx: PageContext;
  heading: Markup;
  lead?: Markup | undefined;
  /** Pages between the programmes and this one. */
  trail?: { label: Markup; href: string }[];
}

/** Breadcrumbs, heading and lead of a page of advice. */
export function AdviceHead({ ctx, heading, lead, trail = [] }: AdviceHeadProps) {
  const { text } = adviceText(ctx);
  return (
    <header class="page-head">
      <Breadcrumb
        ctx={ctx}
        trail={[{ label: text.programmes, href: ctx.href(plusSecurityPaths.programmes) }, ...trail]}
        current={heading}
      />
      <h1>{heading}</h1>
      {lead && <p class="page-lead">{lead}</p>}
    </header>
  );
}
