import type { PageContext } from '../../../../platform/web/page-context.ts';
import { catalogueText } from '../messages.ts';
import type { SituationLinkView } from '../views.ts';
import { SituationLinks } from './situation-links.tsx';

interface SituationsProps {
  ctx: PageContext;
  situations: SituationLinkView[];
}

/** Help situations matching a search, shown before the results. */
export function Situations({ ctx, situations }: SituationsProps) {
  const { text } = catalogueText(ctx);
  if (situations.length === 0) return null;
  return (
    <aside class="first-steps" aria-labelledby="first-steps-heading">
      <h2 id="first-steps-heading">{text.results.firstSteps}</h2>
      <SituationLinks ctx={ctx} situations={situations} />
    </aside>
  );
}
