import { html } from 'hono/html';
import type { Reading } from '../../../../platform/i18n/language.ts';
import { icon } from '../../../../ui/components/icon.ts';
import { uiText } from '../../../../ui/messages.ts';
import { drawnOnce } from '../../../../ui/text/drawn-once.ts';
import { writeMonth } from '../../../../ui/text/month.ts';
import type { Markup } from '../../../../ui/text/ruby.ts';
import { markedWords, words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { CardFacts, CardView, TermView } from '../views.ts';

const affiliationsShown = 3;

/**
 * One record in a list. Written with `html` rather than JSX, which would make some thirty objects for each of the
 * twenty on a page (measured by bench/pages.bench.ts).
 */
export function recordCard(card: CardView, reading: Reading, headingLevel: 2 | 3): Markup {
  const heading = `h${headingLevel}`;
  const { category, list } = drawnFacts(card.facts, reading);
  return html`<article class="card">
<p class="card-kicker">${category}${languageNote(card, reading)}</p>
<${heading} class="card-title"><a href="${card.href}">${markedWords(card.title, card.titleMarked, reading)}</a></${heading}>
<p class="card-summary">${markedWords(card.summary, card.summaryMarked, reading)}</p>
${card.reasons?.length ? reasons(card.reasons, reading) : ''}${list}
</article>` as Markup;
}

const drawnFacts = drawnOnce((facts: CardFacts, reading: Reading) => ({
  category: html`<span>${words(facts.category, reading)}</span>`,
  list: html`<ul class="card-meta">
${facts.operator ? html`<li>${words(facts.operator, reading)}</li>` : ''}
${facts.affiliations.length ? html`<li>${affiliations(facts.affiliations, reading)}</li>` : ''}
${facts.cost ? html`<li>${words(facts.cost.label, reading)}</li>` : ''}
${facts.operator ? confirmation(facts, reading) : ''}
</ul>`,
}));

/** Says beside an English page's card that its words are Japanese. */
function languageNote(card: CardView, reading: Reading) {
  if (card.title.language === reading.language && card.summary.language === reading.language) return '';
  return html` <span class="language-note">${uiText(reading).text.link.japaneseOnly}</span>`;
}

function affiliations(terms: TermView[], reading: Reading): Markup {
  const { text } = catalogueText(reading);
  const separator = reading.language === 'ja' ? '、' : ', ';
  const shown = terms.slice(0, affiliationsShown).map(({ label }) => words(label, reading));
  const rest = terms.length - shown.length;
  return html`${shown.map((label, index) => [index > 0 && separator, label])}${
    rest > 0 && [' ', text.card.more(rest)]
  }` as Markup;
}

function confirmation({ confirmedOn }: CardFacts, reading: Reading) {
  const { text } = catalogueText(reading);
  if (confirmedOn === null) return html`<li class="unconfirmed">${text.card.unconfirmed}</li>`;
  return html`<li>${text.card.confirmed(writeMonth(confirmedOn, reading.language))}</li>`;
}

function reasons(texts: NonNullable<CardView['reasons']>, reading: Reading) {
  const { text } = catalogueText(reading);
  return html`<div class="card-reasons"><p>${text.card.reasons}</p><ul>${texts.map(
    (reason) => html`<li>${icon.check}<span>${words(reason, reading)}</span></li>`,
  )}</ul></div>`;
}
