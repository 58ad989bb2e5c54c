import type { Label } from '../../../../platform/i18n/localised.ts';
import type { Reader } from '../../../../ui/collections/card.ts';
import { termWording } from '../../../../ui/collections/term-wording.ts';
import type { Answers } from '../advice/answers.ts';
import { abilities, contacts, decisions } from '../advice/questions.ts';
import { FrameworkWords } from '../framework/framework-words.ts';
import type { AdviceSources } from './sources.ts';

export interface OptionView {
  value: string;
  label: string;
  help?: string;
}

/** The five questions, with the answers that are known. */
export interface QuestionsView {
  answers: Answers;
  /** Roles of people who are no specialists, by their group. */
  work: { group: string; roles: OptionView[] }[];
  decide: OptionView[];
  touch: OptionView[];
  can: OptionView[];
  prefectures: OptionView[];
  /** Whether a plan was asked for without saying what one’s work is. */
  isWorkMissing: boolean;
}

/** Groups of roles that ask for advice here; specialists have frameworks of their own. */
const groups = ['management', 'practitioners', 'engineers', 'specialists'];
const prefectures = Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, '0'));

export function questionsView(
  answers: Answers,
  sources: AdviceSources,
  reader: Reader,
  isWorkMissing: boolean,
): QuestionsView {
  const framework = sources.framework();
  const names = new FrameworkWords(framework, reader.language);
  const options = (choices: Readonly<Record<string, { label: Label }>>): OptionView[] =>
    Object.entries(choices).map(([value, { label }]) => ({ value, label: label[reader.language] }));
  return {
    answers,
    work: groups.map((group) => ({
      group: names.group(group),
      roles: framework.roles
        .filter((role) => role.group === group)
        .map(({ id }) => ({ value: id, label: names.role(id), help: names.roleText(id) })),
    })),
    decide: options(decisions),
    touch: options(contacts),
    can: options(abilities),
    prefectures: prefectureOptions(sources, reader),
    isWorkMissing,
  };
}

export function prefectureOptions({ programmes }: AdviceSources, reader: Reader): OptionView[] {
  const terms = termWording(programmes.vocabulary(), reader);
  return prefectures.map((value) => ({ value, label: terms.term('region', value).label.text }));
}
