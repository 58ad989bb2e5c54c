import type { PageContext } from '../../../../platform/web/page-context.ts';
import { SectionHeading } from '../../../../ui/components/section-heading.tsx';
import { linkTelephones } from '../../../../ui/contact/telephone-links.ts';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { phrasedWords, words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { HelpView } from '../views.ts';
import { EmergencyBox } from './emergency-box.tsx';
import { FoldedRecords } from './folded-records.tsx';
import { Helpers } from './helpers.tsx';
import { OfflineHelp } from './offline-help.tsx';
import { PageHead } from './page-head.tsx';
import { SituationLinks } from './situation-links.tsx';
import { UsefulQuestion } from './useful.tsx';

export function HelpPage({ ctx, view }: { ctx: PageContext; view: HelpView }) {
  const { text, label } = catalogueText(ctx);
  return (
    <Shell
      ctx={ctx}
      title={view.title.text}
      description={label.help.description}
      styles={['catalogue']}
      isHelp
    >
      <div class="container page help">
        <OfflineHelp ctx={ctx} pages={view.pages} />
        <PageHead
          ctx={ctx}
          heading={phrasedWords(view.title, ctx)}
          lead={linkTelephones(phrasedWords(view.lead, ctx))}
        />
        <EmergencyBox ctx={ctx} emergency={view.emergency} />
        <div class="situation-groups">
          {view.groups.map(({ id, title, situations }) => (
            <section aria-labelledby={`group-${id}`}>
              <h2 id={`group-${id}`}>{title ? phrasedWords(title, ctx) : text.help.otherSituations}</h2>
              <SituationLinks ctx={ctx} situations={situations} />
            </section>
          ))}
        </div>
        <section class="section" aria-labelledby="desks">
          <SectionHeading id="desks">{text.help.desks}</SectionHeading>
          <Helpers ctx={ctx} helpers={view.helpers} />
        </section>
        <section class="section" aria-labelledby="more-desks">
          <SectionHeading id="more-desks">{text.help.moreDesks}</SectionHeading>
          <FoldedRecords ctx={ctx} cards={view.desks} inSight={3} />
        </section>
        {view.note && <p class="quiet">{words(view.note, ctx)}</p>}
        <UsefulQuestion ctx={ctx} page={ctx.path} />
      </div>
    </Shell>
  );
}
