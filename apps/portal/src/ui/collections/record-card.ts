import { html } from 'hono/html';
import { writeDay, writeDays } from '../../platform/i18n/dates.ts';
import type { Reading } from '../../platform/i18n/language.ts';
import { icon } from '../components/icon.ts';
import { uiText } from '../messages.ts';
import { drawnOnce } from '../text/drawn-once.ts';
import { writeMonth } from '../text/month.ts';
import type { Markup } from '../text/ruby.ts';
import { markedWords, words } from '../text/words.ts';
import { collectionText } from './messages.ts';
import type { CardFacts, CardView, TermView } from './views.ts';

/** Most values shown for one facet. */
const termsShown = 3;

/**
 * One record in a list. Uses `html` instead of JSX, which would allocate some thirty objects for each of the
 * twenty cards of a page (measured by bench/pages.bench.ts).
 */
export function recordCard(card: CardView, reading: Reading, headingLevel: 2 | 3): Markup {
  const heading = `h${headingLevel}`;
  const { kicker, list } = drawnFacts(card.facts, reading);
  return html`<article class="card" data-record="${card.id}">
<p class="card-kicker">${kicker}${everywhere(card, reading)}${languageNote(card, reading)}</p>
<${heading} class="card-title"><a href="${card.href}">${markedWords(card.title, card.titleMarked, reading)}</a></${heading}>
<p class="card-summary">${markedWords(card.summary, card.summaryMarked, reading)}</p>
${card.listedOn ? listedOn(card.listedOn, reading) : ''}${card.reasons?.length ? reasons(card.reasons, reading) : ''}${list}
</article>` as Markup;
}

const drawnFacts = drawnOnce((facts: CardFacts, reading: Reading) => ({
  kicker: html`<span>${words(facts.kicker, reading)}</span>`,
  list: html`<ul class="card-meta">
${facts.operator ? html`<li>${words(facts.operator, reading)}</li>` : ''}
${facts.days?.map(({ label, days }) => html`<li>${label} ${writeDays(days, reading.language)}</li>`)}
${facts.derived?.map((fact) => html`<li>${fact}</li>`)}
${facts.terms.map((terms) => html`<li>${several(terms, reading)}</li>`)}
${confirmation(facts, reading)}
</ul>`,
}));

/** On an English page, notes that a card's text is Japanese. */
function languageNote(card: CardView, reading: Reading) {
  if (card.title.language === reading.language && card.summary.language === reading.language) return '';
  return html` <span class="language-note">${uiText(reading).text.link.japaneseOnly}</span>`;
}

function several(terms: TermView[], reading: Reading): Markup {
  const { text } = collectionText(reading);
  const separator = reading.language === 'ja' ? '、' : ', ';
  const shown = terms.slice(0, termsShown).map(({ label }) => words(label, reading));
  const rest = terms.length - shown.length;
  return html`${shown.map((label, index) => [index > 0 && separator, label])}${
    rest > 0 && [' ', text.card.more(rest)]
  }` as Markup;
}

/** Names that it is for every region, where one region was asked for. */
function everywhere({ everywhere: label }: CardView, reading: Reading) {
  return label ? html` <span class="language-note">${words(label, reading)}</span>` : '';
}

/** Only what its operator confirmed says so; of the others the page speaks once. */
function confirmation({ confirmedOn }: CardFacts, reading: Reading) {
  if (confirmedOn === null) return '';
  const { text } = collectionText(reading);
  return html`<li>${text.card.confirmed(writeMonth(confirmedOn, reading.language))}</li>`;
}

function listedOn(day: string, reading: Reading) {
  const { text } = collectionText(reading);
  return html`<p class="quiet"><time datetime="${day}">${text.card.listed(writeDay(day, reading.language))}</time></p>`;
}

function reasons(texts: NonNullable<CardView['reasons']>, reading: Reading) {
  const { text } = collectionText(reading);
  return html`<div class="card-reasons"><p>${text.card.reasons}</p><ul>${texts.map(
    (reason) => html`<li>${icon.check}<span>${words(reason, reading)}</span></li>`,
  )}</ul></div>`;
}
