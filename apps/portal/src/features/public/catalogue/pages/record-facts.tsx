import type { Child } from 'hono/jsx';
import { writeDay, writeDayInEra } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { collectionText } from '../../../../ui/collections/messages.ts';
import type { TermView } from '../../../../ui/collections/views.ts';
import { words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { AxisLink, RecordView } from '../views.ts';

/** The facts of a record at a glance. */
export function RecordFacts({ ctx, view }: { ctx: PageContext; view: RecordView }) {
  const { text } = catalogueText(ctx);
  const { operator } = view.card.facts;
  const { heldOn, everyYear, applyBy, copying, minutes } = view;
  const unknown = unknownFacts(view, text.record);
  const facts: ([label: Child, value: Child] | undefined)[] = [
    heldOn && [text.record.heldOn, <Days days={heldOn} ctx={ctx} />],
    everyYear && [text.record.everyYear, writePeriod(everyYear, ctx)],
    applyBy && [text.record.applyBy, <Day day={applyBy} ctx={ctx} />],
    [text.record.audience, <Doors ctx={ctx} links={view.affiliations} />],
    isSome(view.ages) && [text.record.ages, <Doors ctx={ctx} links={view.ages} />],
    isSome(view.grades) && [text.record.grades, <Doors ctx={ctx} links={view.grades} />],
    isSome(view.subjects) && [text.record.subjects, <Doors ctx={ctx} links={view.subjects} />],
    [text.record.purposes, <Doors ctx={ctx} links={view.purposes} />],
    isKnown(view.cost) && [text.record.cost, words(view.cost.label, ctx)],
    view.formats.every(isKnown) && [text.record.format, <Terms ctx={ctx} terms={view.formats} />],
    minutes && [text.record.minutes, text.record.aboutMinutes(minutes)],
    copying && [text.record.copying, words(copying.label, ctx)],
    [text.record.region, <Terms ctx={ctx} terms={view.regions} />],
    isSome(view.pageLanguages) && [text.record.pageLanguages, <Terms ctx={ctx} terms={view.pageLanguages} />],
    operator && [text.record.operator, words(operator, ctx)],
    isSome(unknown) && [text.record.unknown, <Unknown ctx={ctx} names={unknown} />],
    [text.record.dates, <Dates ctx={ctx} view={view} />],
  ].map((fact) => (fact || undefined) as [Child, Child] | undefined);
  return (
    <dl class="facts">
      {facts.map(
        (fact) =>
          fact && (
            <div>
              <dt>{fact[0]}</dt>
              <dd>{fact[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Doors({ ctx, links }: { ctx: PageContext; links: AxisLink[] }) {
  return (
    <ul class="facts-terms">
      {links.map((link) => (
        <li>
          <a href={link.href}>{words(link.label, ctx)}</a>
        </li>
      ))}
    </ul>
  );
}

function Terms({ ctx, terms }: { ctx: PageContext; terms: TermView[] }) {
  return (
    <ul class="facts-terms">
      {terms.map((term) => (
        <li>{words(term.label, ctx)}</li>
      ))}
    </ul>
  );
}

const isSome = (list: readonly unknown[]) => list.length > 0;

/** The value that says that nothing is known. */
const isKnown = ({ value }: TermView) => value !== 'unknown';

type FactWords = ReturnType<typeof catalogueText>['text']['record'];

/** Names of what is not known, to be said once. */
function unknownFacts(view: RecordView, text: FactWords): FactWords['cost'][] {
  // Whether it may be copied is what teachers ask before a lesson; of other records nobody misses it.
  const asksCopying = view.grades.length > 0 && !view.copying;
  return [
    ...(isKnown(view.cost) ? [] : [text.cost]),
    ...(view.formats.every(isKnown) ? [] : [text.format]),
    ...(asksCopying ? [text.copying] : []),
  ];
}

function Unknown({ ctx, names }: { ctx: PageContext; names: FactWords['cost'][] }) {
  const { text } = catalogueText(ctx);
  return (
    <>
      {names.map((name, index) => (
        <>
          {index > 0 && text.record.and}
          {name}
        </>
      ))}
      <span class="quiet">{text.record.seeOfficial}</span>
    </>
  );
}

/** When it came here, when it changed here, and when its operator last confirmed it: three different days. */
function Dates({ ctx, view }: { ctx: PageContext; view: RecordView }) {
  const { text } = catalogueText(ctx);
  const { confirmedOn, enteredOn } = view.card.facts;
  return (
    <ul class="facts-dates">
      <li>
        {text.record.published} <Day day={view.publishedOn} ctx={ctx} />
      </li>
      {view.changedOn !== view.publishedOn && (
        <li>
          {text.record.changed} <Day day={view.changedOn} ctx={ctx} />
        </li>
      )}
      <li>
        {confirmedOn === null ? (
          <>
            {collectionText(ctx).text.card.unconfirmed}{' '}
            <span class="quiet">{text.record.enteredOn(bothCalendars(enteredOn, ctx))}</span>
          </>
        ) : (
          <>
            {text.record.lastConfirmed} <Day day={confirmedOn} ctx={ctx} />
          </>
        )}
      </li>
    </ul>
  );
}

function writePeriod({ first, last }: NonNullable<RecordView['everyYear']>, ctx: PageContext) {
  return (
    <>
      <Day day={first} ctx={ctx} />
      {ctx.language === 'ja' ? '〜' : ' to '}
      <Day day={last} ctx={ctx} />
    </>
  );
}

function Days({ days, ctx }: { days: readonly string[]; ctx: PageContext }) {
  return (
    <ul class="facts-terms">
      {days.map((day) => (
        <li>
          <Day day={day} ctx={ctx} />
        </li>
      ))}
    </ul>
  );
}

function Day({ day, ctx }: { day: string; ctx: PageContext }) {
  return <time datetime={day}>{bothCalendars(day, ctx)}</time>;
}

function bothCalendars(day: string, { language }: PageContext): string {
  const written = writeDay(day, language);
  return language === 'ja' ? `${written}（${writeDayInEra(day)}）` : written;
}
