import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import type { Markup } from '../../../../ui/text/ruby.ts';

interface PageHeadProps {
  ctx: PageContext;
  heading: Markup;
  lead?: Markup;
  trail?: { label: Markup; href: string }[];
}

/** Breadcrumbs, heading and lead of a page. */
export function PageHead({ ctx, heading, lead, trail = [] }: PageHeadProps) {
  return (
    <header class="page-head">
      <Breadcrumb ctx={ctx} trail={trail} current={heading} />
      <h1>{heading}</h1>
      {lead && <p class="page-lead">{lead}</p>}
    </header>
  );
}
