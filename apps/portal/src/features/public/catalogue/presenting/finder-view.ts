import { facetValues } from '../../../../platform/collections/facet.ts';
import { type CollectionQuery, everything } from '../../../../platform/collections/query.ts';
import { dataOf, titleText } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { cardOf, type Reader } from '../../../../ui/collections/card.ts';
import type { TextView } from '../../../../ui/collections/views.ts';
import { RecordWording } from '../../../../ui/text/record-wording.ts';
import type { Catalogue } from '../catalogue.ts';
import {
  type Answers,
  answersPath,
  askNext,
  type Candidate,
  chosenAnswers,
  longestWay,
  ranked,
  readAnswers,
  reasonsMet,
  wishesOf,
} from '../finder.ts';
import { type Finder, finderKind } from '../kinds/finder.ts';
import { searchPath } from '../search-path.ts';
import type { FinderView } from '../views.ts';
import { firstOfEachGroup } from './help-view.ts';

/** How many proposals a short list holds. */
const shortList = 6;
/** Most records compared for it, so that a page takes milliseconds whatever the catalogue's size. */
const mostCompared = 5_000;

/** The finder at the point its reader has reached; undefined while no finder is published. */
export function finderView(
  params: URLSearchParams,
  catalogue: Catalogue,
  reader: Reader,
): FinderView | undefined {
  const record = catalogue.model.only('finder');
  if (!record) return undefined;
  const finder = dataOf(finderKind, record);
  const wording = new RecordWording(record, reader);
  const answers = readAnswers(finder, params);
  const question = askNext(finder, answers);
  const at = (id: string) => finder.questions.findIndex((other) => other.id === id);
  const chosen = chosenAnswers(finder, answers);
  const note = question && wording.optional(question.note, `questions.${at(question.id)}.note`);
  const helpPath = chosen.flatMap(({ answer }) => answer.leadsTo ?? [])[0];

  return {
    step: chosen.length + 1,
    stepCount: longestWay(finder, answers),
    ...(question && {
      question: {
        id: question.id,
        text: wording.text(question.title, `questions.${at(question.id)}.title`),
        ...(note && { note }),
        answers: question.answers.map((answer, index) => ({
          id: answer.id,
          label: wording.text(answer.label, `questions.${at(question.id)}.answers.${index}.label`),
          href: reader.href(answer.leadsTo ?? answersPath({ ...answers, [question.id]: answer.id })),
        })),
      },
    }),
    answered: chosen.map((choice) => {
      const number = at(choice.question.id);
      const answerNumber = choice.question.answers.indexOf(choice.answer);
      const { [choice.question.id]: _, ...others } = answers;
      return {
        question: wording.text(choice.question.title, `questions.${number}.title`),
        answer: wording.text(choice.answer.label, `questions.${number}.answers.${answerNumber}.label`),
        changeHref: reader.href(answersPath(others)),
      };
    }),
    results: question ? [] : proposals(record, answers, catalogue, reader),
    ...(!question && {
      moreHref: reader.href(
        searchPath({ ...everything, filters: currentWishes(finder, answers, catalogue) }),
      ),
    }),
    // An address kept from before still names the answer.
    ...(helpPath && { helpHref: reader.href(helpPath), situations: firstOfEachGroup(catalogue, reader) }),
    restartHref: reader.href('/finder'),
  };
}

/** What is asked for, in the values of today: a type that became part of another is found by that one. */
function currentWishes(finder: Finder, answers: Answers, catalogue: Catalogue): CollectionQuery['filters'] {
  const vocabulary = catalogue.vocabulary();
  return Object.fromEntries(
    Object.entries(wishesOf(finder, answers)).map(([facet, values = []]) => [
      facet,
      [...new Set(values.map((value) => vocabulary.current(facet, value)))],
    ]),
  );
}

function proposals(record: PublishedRecord, answers: Answers, catalogue: Catalogue, reader: Reader) {
  const finder = dataOf(finderKind, record);
  const wishes = currentWishes(finder, answers, catalogue);
  const found = catalogue.search.find({ ...everything, filters: wishes }, { limit: mostCompared, offset: 0 });
  const candidates = catalogue
    .pick(found.hits.map(({ id }) => id))
    .map((candidate) => candidateOf(candidate, catalogue));
  return ranked(finder, answers, candidates)
    .slice(0, shortList)
    .map((candidate) => ({
      ...cardOf(candidate.record, catalogue, reader),
      reasons: reasonsFor(candidate, record, answers, reader),
    }));
}

function candidateOf(record: PublishedRecord, catalogue: Catalogue): Candidate & { record: PublishedRecord } {
  const kind = catalogue.kind(record);
  const vocabulary = catalogue.vocabulary();
  const at = catalogue.now();
  return {
    record,
    id: record.id,
    title: titleText(kind, record.data)?.ja ?? record.id,
    active: (record.data as { status?: unknown }).status === 'active',
    values: (facet) => facetValues(kind, record, facet, at).map((value) => vocabulary.current(facet, value)),
  };
}

/** The reasons of those answers whose wishes the record itself meets. */
function reasonsFor(
  candidate: Candidate,
  record: PublishedRecord,
  answers: Answers,
  reader: Reader,
): TextView[] {
  const finder = dataOf(finderKind, record);
  const wording = new RecordWording(record, reader);
  return reasonsMet(finder, answers, candidate).flatMap(({ question, answer }) => {
    if (!answer.reason) return [];
    const path = `questions.${finder.questions.indexOf(question)}.answers.${question.answers.indexOf(answer)}.reason`;
    return [wording.text(answer.reason, path)];
  });
}
