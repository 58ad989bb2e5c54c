import type { PageContext } from '../../../../platform/web/page-context.ts';
import { RecordList } from '../../../../ui/collections/record-list.tsx';
import { SectionHeading } from '../../../../ui/components/section-heading.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { sitePaths } from '../../../../ui/shell/site-paths.ts';
import { phrasedWords, words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import { navigationText } from '../navigation.ts';
import type { SituationView } from '../views.ts';
import { EmergencyNumbers } from './emergency-numbers.tsx';
import { PageHead } from './page-head.tsx';
import { SituationLinks } from './situation-links.tsx';

export function SituationPage({ ctx, view }: { ctx: PageContext; view: SituationView }) {
  const { text, label } = catalogueText(ctx);
  return (
    <Shell ctx={ctx} title={view.title.text} description={label.help.description}>
      <div class="container page">
        <PageHead
          ctx={ctx}
          heading={phrasedWords(view.title, ctx)}
          trail={[{ label: navigationText(ctx).text.help, href: ctx.href(sitePaths.help) }]}
        />
        <section aria-labelledby="first">
          <SectionHeading id="first">{text.help.first}</SectionHeading>
          <ol class="steps">
            {view.first.map((step) => (
              <li>
                <p>{phrasedWords(step, ctx)}</p>
              </li>
            ))}
          </ol>
          {view.note && <p class="quiet">{words(view.note, ctx)}</p>}
        </section>
        <EmergencyNumbers ctx={ctx} emergency={view.emergency} numbers={view.numbers} />
        <section class="section" aria-labelledby="desks">
          <SectionHeading id="desks">{text.help.desks}</SectionHeading>
          <RecordList cards={view.desks} reading={ctx} headingLevel={3} as="grid" />
        </section>
        {view.others.length > 0 && (
          <section class="section" aria-labelledby="others">
            <SectionHeading id="others">{text.help.otherSituations}</SectionHeading>
            <SituationLinks ctx={ctx} situations={view.others} />
          </section>
        )}
      </div>
    </Shell>
  );
}
