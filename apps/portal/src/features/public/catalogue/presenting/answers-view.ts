import { telephoneHref } from '../../../../platform/contact/contact.ts';
import type { SuggestedPage } from '../../../../platform/feature.ts';
import { choose, type Language, type LocalisedText } from '../../../../platform/i18n/language.ts';
import { titleText } from '../../../../platform/publishing/kind.ts';
import type { Reader } from '../../../../ui/collections/card.ts';
import { sitePaths } from '../../../../ui/shell/site-paths.ts';
import { RecordWording } from '../../../../ui/text/record-wording.ts';
import type { Words } from '../../../../ui/text/words.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Answers } from '../finding/answers.ts';
import type { FindablePage } from '../finding/findable-page.ts';
import type { BestBet } from '../kinds/best-bets.ts';
import type { AnswersView, FoundPageView, PickView } from '../views.ts';

/** What is shown above the records of a search. */
export function answersView(answers: Answers, catalogue: Catalogue, reader: Reader, now: Date): AnswersView {
  const view = (page: FindablePage) => pageView(page, catalogue, reader);
  const isHelp = ({ group }: FindablePage) => group === 'help' || group === 'contact';
  return {
    picks: answers.picks.flatMap((pick) => pickView(pick, catalogue, reader, now) ?? []),
    help: answers.pages.filter(isHelp).map(view),
    pages: answers.pages.filter((page) => !isHelp(page)).map(view),
    near: answers.near.map(view),
  };
}

function pageView(page: FindablePage, catalogue: Catalogue, reader: Reader): FoundPageView {
  const { address, telephone, group } = page;
  return {
    href: reader.href(pathOf(page)),
    title: wordsOf(page, 'title', catalogue, reader) ?? { text: address, language: 'ja' },
    ...(group === 'contact' && { lead: wordsOf(page, 'lead', catalogue, reader) }),
    ...(telephone && { telephone: { number: telephone, href: telephoneHref(telephone) } }),
  };
}

/** Contacts stand together on the page of help. */
function pathOf({ address, group }: FindablePage): string {
  return group === 'contact' ? `${sitePaths.help}#desks` : address;
}

function wordsOf(
  { source, ...page }: FindablePage,
  field: 'title' | 'lead',
  { model }: Catalogue,
  reader: Reader,
): Words | undefined {
  const text = page[field];
  const path = source?.[field];
  const record = source && model.get(source.id);
  if (!text) return undefined;
  return record && path ? new RecordWording(record, reader).text(text, path) : plain(text, reader);
}

function plain(text: LocalisedText, reader: Reader): Words {
  const { text: shown, language } = choose(text, reader);
  return { text: shown, language };
}

/** A pick whose page is no longer published is left out. */
function pickView(pick: BestBet, catalogue: Catalogue, reader: Reader, now: Date): PickView | undefined {
  const title = pick.title ?? titleAt(pick.address, catalogue, now);
  if (!title) return undefined;
  return {
    href: reader.href(pick.address),
    title: plain(title, reader),
    ...(pick.reason && { reason: plain(pick.reason, reader) }),
  };
}

/** Pages proposed while a search is typed. */
export function suggestedPages(
  prefix: string,
  language: Language,
  catalogue: Catalogue,
  now: Date,
): SuggestedPage[] {
  const reading = { language, easy: false, furigana: false };
  return catalogue
    .answers(prefix, false, now)
    .pages.map((page) => ({ title: choose(page.title, reading).text, path: pathOf(page) }));
}

/** Title of the page at an address of this site; undefined where there is none that search finds. */
export function titleAt(address: string, catalogue: Catalogue, now: Date): LocalisedText | undefined {
  const page = catalogue.pages(now).find((each) => each.address === address);
  if (page) return page.title;
  const record = catalogue.listed().find((each) => catalogue.pagePath(each) === address);
  return record && titleText(catalogue.kind(record), record.data);
}
