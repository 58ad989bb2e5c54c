import { siteUrl } from '../../../../platform/i18n/site-url.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { RecordList } from '../../../../ui/collections/record-list.tsx';
import type { TextView } from '../../../../ui/collections/views.ts';
import { SectionHeading } from '../../../../ui/components/section-heading.tsx';
import { ContactLines } from '../../../../ui/contact/contact-lines.tsx';
import { linkTelephones } from '../../../../ui/contact/telephone-links.ts';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { sitePaths } from '../../../../ui/shell/site-paths.ts';
import type { Markup } from '../../../../ui/text/ruby.ts';
import { phrasedWords, words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import { navigationText } from '../navigation.ts';
import { structuredSituation } from '../structured-help.ts';
import type { HelperView, SituationView } from '../views.ts';
import { EmergencyBox } from './emergency-box.tsx';
import { Helpers } from './helpers.tsx';
import { OfflineHelp } from './offline-help.tsx';
import { PageHead } from './page-head.tsx';
import { SituationLinks } from './situation-links.tsx';
import { UsefulQuestion } from './useful.tsx';

/** Help page of one situation: short advice and contacts first, usable on a phone. */
export function SituationPage({ ctx, view }: { ctx: PageContext; view: SituationView }) {
  const { text, label } = catalogueText(ctx);
  const [nearest] = view.helpers;
  // Contacts without a number here, such as the reader's bank, are listed next to those with one.
  const callable = view.helpers.find(({ contact }) => contact.telephone);
  const callFirst = new Set([nearest, callable].filter((helper) => helper !== undefined));
  const whenClosed = formWhenClosed(view.helpers, callable);
  return (
    <Shell
      ctx={ctx}
      title={view.title.text}
      description={view.lead?.text ?? label.help.description}
      styles={['catalogue']}
      structuredData={structuredSituation(view, {
        url: siteUrl(ctx.baseUrl, ctx.path, ctx.language),
        baseUrl: ctx.baseUrl,
      })}
      isHelp
    >
      <div class="container page help situation">
        <OfflineHelp ctx={ctx} pages={view.pages} />
        <PageHead
          ctx={ctx}
          heading={phrasedWords(view.title, ctx)}
          {...(view.lead && { lead: linkTelephones(phrasedWords(view.lead, ctx)) })}
          trail={[{ label: navigationText(ctx).text.help, href: ctx.href(sitePaths.help) }]}
        />
        {callFirst.size > 0 && (
          <div class="call-first">
            {[...callFirst].map(({ contact, label }) => (
              <ContactLines ctx={ctx} contact={contact} name={words(label, ctx)} />
            ))}
            {whenClosed && (
              <p>
                {text.help.whenClosed}{' '}
                <a href={whenClosed.contact.form} rel="external">
                  {words(whenClosed.label, ctx)}
                </a>
              </p>
            )}
          </div>
        )}
        {view.emergency && <EmergencyBox ctx={ctx} emergency={view.emergency} />}
        <div class="situation-columns">
          <section class="situation-steps" aria-labelledby="first">
            <SectionHeading id="first">{text.help.first}</SectionHeading>
            <ol class="steps">
              {view.first.map((step) => (
                <li>
                  <p>{linkTelephones(phrasedWords(step, ctx))}</p>
                </li>
              ))}
            </ol>
          </section>
          <div class="situation-lists">
            <Sentences ctx={ctx} id="never" heading={text.help.never} sentences={view.never} />
            <Sentences ctx={ctx} id="keep" heading={text.help.keep} sentences={view.keep} />
            <Sentences ctx={ctx} id="next" heading={text.help.next} sentences={view.next} />
          </div>
        </div>
        {view.helpers.length > 0 && (
          <section class="section" aria-labelledby="call">
            <SectionHeading id="call">{text.help.call}</SectionHeading>
            <Helpers ctx={ctx} helpers={view.helpers} />
          </section>
        )}
        {view.desks.length > 0 && (
          <section class="section" aria-labelledby="desks">
            <SectionHeading id="desks">{text.help.moreDesks}</SectionHeading>
            <RecordList cards={view.desks} reading={ctx} headingLevel={3} as="grid" />
          </section>
        )}
        <section class="section" aria-labelledby="others">
          <SectionHeading id="others" aside={<a href={ctx.href(sitePaths.help)}>{text.help.all}</a>}>
            {text.help.otherSituations}
          </SectionHeading>
          <SituationLinks ctx={ctx} situations={view.others} />
        </section>
        {view.note && <p class="quiet">{linkTelephones(words(view.note, ctx))}</p>}
        <UsefulQuestion ctx={ctx} page={ctx.path} />
      </div>
    </Shell>
  );
}

/** The next of the contacts, where it takes a form and the one to call may not answer at this hour. */
function formWhenClosed(helpers: HelperView[], callable: HelperView | undefined): HelperView | undefined {
  if (!callable || callable.contact.opening?.open) return undefined;
  const next = helpers[helpers.indexOf(callable) + 1];
  return next?.contact.form ? next : undefined;
}

interface SentencesProps {
  ctx: PageContext;
  id: string;
  heading: Markup;
  sentences: TextView[];
}

function Sentences({ ctx, id, heading, sentences }: SentencesProps) {
  if (sentences.length === 0) return null;
  return (
    <section data-list={id} aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul>
        {sentences.map((sentence) => (
          <li>{linkTelephones(phrasedWords(sentence, ctx))}</li>
        ))}
      </ul>
    </section>
  );
}
