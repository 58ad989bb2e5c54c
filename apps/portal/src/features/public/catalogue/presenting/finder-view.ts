import { facetValues } from '../../../../platform/collections/facet.ts';
import { everything } from '../../../../platform/collections/query.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { cardOf, type Reader } from '../../../../ui/collections/card.ts';
import type { TextView } from '../../../../ui/collections/views.ts';
import { RecordWording } from '../../../../ui/text/record-wording.ts';
import type { Catalogue } from '../catalogue.ts';
import {
  type Answers,
  answersPath,
  askNext,
  chosenAnswers,
  longestWay,
  readAnswers,
  wishesOf,
} from '../finder.ts';
import { finderKind } from '../kinds/finder.ts';
import { searchPath } from '../search-path.ts';
import type { FinderView } from '../views.ts';

/** How many proposals a short list holds. */
const shortList = 6;

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

  return {
    step: chosen.length + 1,
    stepCount: longestWay(finder, answers),
    ...(question && {
      question: {
        id: question.id,
        text: wording.text(question.title, `questions.${at(question.id)}.title`),
        answers: question.answers.map((answer, index) => ({
          id: answer.id,
          label: wording.text(answer.label, `questions.${at(question.id)}.answers.${index}.label`),
          href: reader.href(answersPath({ ...answers, [question.id]: answer.id })),
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
      moreHref: reader.href(searchPath({ ...everything, filters: wishesOf(finder, answers) })),
    }),
    restartHref: reader.href('/finder'),
  };
}

function proposals(record: PublishedRecord, answers: Answers, catalogue: Catalogue, reader: Reader) {
  const finder = dataOf(finderKind, record);
  const wishes = wishesOf(finder, answers);
  const found = catalogue.search.find({ ...everything, filters: wishes }, { limit: shortList, offset: 0 });
  return catalogue.pick(found.hits.map(({ id }) => id)).map((candidate) => ({
    ...cardOf(candidate, catalogue, reader),
    reasons: reasonsFor(candidate, record, answers, catalogue, reader),
  }));
}

/** The reasons of those answers whose wishes the record itself meets. */
function reasonsFor(
  candidate: PublishedRecord,
  record: PublishedRecord,
  answers: Answers,
  catalogue: Catalogue,
  reader: Reader,
): TextView[] {
  const finder = dataOf(finderKind, record);
  const wording = new RecordWording(record, reader);
  const kind = catalogue.kind(candidate);
  return chosenAnswers(finder, answers).flatMap(({ question, answer }) => {
    const meets = Object.entries(answer.sets).some(([facet, values]) =>
      facetValues(kind, candidate, facet).some((value) => values?.includes(value)),
    );
    if (!meets || !answer.reason) return [];
    const path = `questions.${finder.questions.indexOf(question)}.answers.${question.answers.indexOf(answer)}.reason`;
    return [wording.text(answer.reason, path)];
  });
}
