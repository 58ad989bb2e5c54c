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
  const facts: [label: Child, value: Child][] = [
    [text.record.audience, <Doors ctx={ctx} links={view.affiliations} />],
    [text.record.ages, <Doors ctx={ctx} links={view.ages} />],
    [text.record.purposes, <Doors ctx={ctx} links={view.purposes} />],
    [text.record.cost, words(view.cost.label, ctx)],
    [text.record.format, <Terms ctx={ctx} terms={view.formats} />],
    [text.record.region, <Terms ctx={ctx} terms={view.regions} />],
  ];
  const { heldOn, applyBy } = view;
  if (applyBy) facts.unshift([text.record.applyBy, <Day day={applyBy} ctx={ctx} />]);
  if (heldOn) facts.unshift([text.record.heldOn, <Days days={heldOn} ctx={ctx} />]);
  if (operator) facts.push([text.record.operator, words(operator, ctx)]);
  facts.push([text.record.lastConfirmed, <Confirmation ctx={ctx} view={view} />]);
  return (
    <dl class="facts">
      {facts.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
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

/** Date of the operator's last confirmation, if any, and of first publication. */
function Confirmation({ ctx, view }: { ctx: PageContext; view: RecordView }) {
  const { text } = catalogueText(ctx);
  const { confirmedOn, enteredOn } = view.card.facts;
  if (confirmedOn !== null) return <Day day={confirmedOn} ctx={ctx} />;
  return (
    <>
      {collectionText(ctx).text.card.unconfirmed}
      <br />
      <span class="quiet">{text.record.enteredOn(bothCalendars(enteredOn, ctx))}</span>
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
