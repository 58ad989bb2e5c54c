import type { Reader } from '../../../ui/collections/card.ts';
import type { Catalogue } from './catalogue.ts';
import { helpDeskKind } from './kinds/help-desk.ts';
import { emergencyView, situationLinks, situationView } from './presenting/help-view.ts';
import type { EmergencyView, SituationLinkView, SituationView } from './views.ts';

/** 被害に遭ったら for other capabilities: what to do in a situation, and who helps. */
export interface HelpLookup {
  /** Every situation that has a page, in the order of the pages. */
  all(reader: Reader): SituationLinkView[];
  /** The situations that words speak of, the nearest first. */
  find(words: string, reader: Reader, now: Date): SituationLinkView[];
  /** @returns undefined where there is no situation of this id */
  situation(id: string, reader: Reader, now: Date): SituationView | undefined;
  /** @returns undefined while nothing of it is published */
  emergency(reader: Reader, now: Date): EmergencyView | undefined;
}

export function createHelpLookup(catalogue: Catalogue): HelpLookup {
  const how = (reader: Reader, now: Date) => ({ reader, now, isEditor: false });
  return {
    all: (reader) => situationLinks(catalogue, reader),
    find(words, reader, now) {
      const { pages, near } = catalogue.answers(words, false, now);
      const links = situationLinks(catalogue, reader);
      return [...pages, ...near].flatMap(
        ({ address }) => links.find(({ id }) => address === `/help/${id}`) ?? [],
      );
    },
    situation: (id, reader, now) => situationView(id, catalogue, how(reader, now)),
    emergency(reader, now) {
      const record = catalogue.model.only(helpDeskKind.name);
      return record && emergencyView(record, how(reader, now));
    },
  };
}
