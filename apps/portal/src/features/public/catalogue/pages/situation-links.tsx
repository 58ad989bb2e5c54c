import type { PageContext } from '../../../../platform/web/page-context.ts';
import { icon } from '../../../../ui/components/icon.ts';
import { phrasedWords } from '../../../../ui/text/words.ts';
import type { SituationLinkView } from '../views.ts';

/** Links to the help situations. */
export function SituationLinks({ ctx, situations }: { ctx: PageContext; situations: SituationLinkView[] }) {
  return (
    <ul class="boxed-links situation-links">
      {situations.map((situation) => (
        <li>
          <a href={situation.href}>
            <span>{phrasedWords(situation.title, ctx)}</span>
            {icon.arrow}
          </a>
        </li>
      ))}
    </ul>
  );
}
