import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import type { Markup } from '../../../../ui/text/ruby.ts';

interface PageHeadProps {
  ctx: PageContext;
  heading: Markup;
  lead?: Markup;
  trail?: { label: Markup; href: string }[];
}

/** Where one is, what the page is called, and one sentence about it. */
export function PageHead({ ctx, heading, lead, trail = [] }: PageHeadProps) {
  return (
    <header class="page-head">
      <Breadcrumb ctx={ctx} trail={trail} current={heading} />
      <h1>{heading}</h1>
      {lead && <p class="page-lead">{lead}</p>}
    </header>
  );
}
