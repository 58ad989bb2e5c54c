import type { PageContext } from '../../platform/web/page-context.ts';
import { faintArc } from '../components/mark.ts';
import { SearchBox } from '../components/search-box.ts';
import { Shell } from '../shell/shell.tsx';
import { statusText } from './messages.ts';
import { NextSteps } from './next-steps.tsx';

export function NotFoundPage({ ctx }: { ctx: PageContext }) {
  const { text, label } = statusText(ctx);
  return (
    <Shell ctx={ctx} title={label.errors.notFoundTitle} description={label.errors.notFoundBody} unlisted>
      <div class="container page empty" data-width="narrow">
        {faintArc}
        <p class="error-status">404</p>
        <h1>{text.errors.notFound}</h1>
        <p>{text.errors.notFoundBody}</p>
        <SearchBox ctx={ctx} id="search-form" />
        <h2>{text.errors.waysOn}</h2>
        <NextSteps ctx={ctx} />
      </div>
    </Shell>
  );
}
