import type { PageContext } from '../../../../platform/web/page-context.ts';
import { RecordList } from '../../../../ui/collections/record-list.tsx';
import { SectionHeading } from '../../../../ui/components/section-heading.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { phrasedWords, words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { HelpView } from '../views.ts';
import { EmergencyNumbers } from './emergency-numbers.tsx';
import { PageHead } from './page-head.tsx';
import { SituationLinks } from './situation-links.tsx';

export function HelpPage({ ctx, view }: { ctx: PageContext; view: HelpView }) {
  const { text, label } = catalogueText(ctx);
  return (
    <Shell ctx={ctx} title={view.title.text} description={label.help.description}>
      <div class="container page">
        <PageHead ctx={ctx} heading={phrasedWords(view.title, ctx)} lead={phrasedWords(view.lead, ctx)} />
        <EmergencyNumbers ctx={ctx} emergency={view.emergency} numbers={view.numbers} />
        <section class="section" aria-labelledby="situations">
          <SectionHeading id="situations">{text.help.situations}</SectionHeading>
          <SituationLinks ctx={ctx} situations={view.situations} />
        </section>
        <section class="section" aria-labelledby="desks">
          <SectionHeading id="desks">{text.help.desks}</SectionHeading>
          <RecordList cards={view.desks} reading={ctx} headingLevel={3} as="grid" />
        </section>
        {view.note && <p class="quiet">{words(view.note, ctx)}</p>}
      </div>
    </Shell>
  );
}
