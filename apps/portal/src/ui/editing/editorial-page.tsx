import type { Child } from 'hono/jsx';
import type { PageContext } from '../../platform/web/page-context.ts';
import { Breadcrumb } from '../components/breadcrumb.tsx';
import { Shell } from '../shell/shell.tsx';

interface EditorialPageProps {
  ctx: PageContext;
  title: string;
  lead?: Child;
  trail?: { label: string; href: string }[];
  /** The main action, beside the heading. */
  action?: Child;
  width?: 'narrow';
  /** Style sheets in addition to the site's. */
  styles?: readonly string[];
  /** Seconds between reloads without JavaScript. */
  renewedAfter?: number;
  children: Child;
}

/** A page of the publishing desk. */
export function EditorialPage({
  ctx,
  title,
  lead,
  trail = [],
  action,
  width,
  styles,
  renewedAfter,
  children,
}: EditorialPageProps) {
  return (
    <Shell ctx={ctx} title={title} description={title} unlisted styles={styles} renewedAfter={renewedAfter}>
      <div class="container page administration editorial" data-width={width}>
        <header class="page-head">
          <Breadcrumb ctx={ctx} trail={trail} current={title} />
          <div>
            <h1>{title}</h1>
            {lead && <p class="page-lead">{lead}</p>}
          </div>
          {action}
        </header>
        {children}
      </div>
    </Shell>
  );
}
