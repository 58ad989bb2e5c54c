import type { Child } from 'hono/jsx';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';

interface FiguresPageProps {
  ctx: PageContext;
  title: string;
  lead: Child;
  trail?: { label: string; href: string }[];
  action?: Child;
  children: Child;
}

/** A page of figures. */
export function FiguresPage({ ctx, title, lead, trail = [], action, children }: FiguresPageProps) {
  return (
    <Shell ctx={ctx} title={title} description={title} unlisted styles={['analytics']}>
      <div class="container page administration figures">
        <header class="page-head">
          <Breadcrumb ctx={ctx} trail={trail} current={title} />
          <div>
            <h1>{title}</h1>
            <p class="page-lead">{lead}</p>
          </div>
          {action}
        </header>
        {children}
      </div>
    </Shell>
  );
}
