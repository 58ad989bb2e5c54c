import type { Child } from 'hono/jsx';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Shell } from '../../../../ui/shell/shell.tsx';

interface EntryPageProps {
  ctx: PageContext;
  title: string;
  heading: Child;
  children: Child;
}

/** Layout of the sign-in pages: one column, one form. */
export function EntryPage({ ctx, title, heading, children }: EntryPageProps) {
  return (
    <Shell ctx={ctx} title={title} description={title} unlisted styles={['accounts']}>
      <div class="container page account-entry">
        <div class="account-panel">
          <h1>{heading}</h1>
          {children}
        </div>
      </div>
    </Shell>
  );
}
