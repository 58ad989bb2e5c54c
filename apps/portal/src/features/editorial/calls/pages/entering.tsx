import { writeMoment } from '../../../../platform/i18n/dates.ts';
import { choose } from '../../../../platform/i18n/language.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { CheckboxGroup, RadioGroup } from '../../../../ui/components/choices.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { Textarea } from '../../../../ui/components/textarea.tsx';
import { errorOf } from '../../../../ui/text/problems.ts';
import { words } from '../../../../ui/text/words.ts';
import type { Question } from '../call-kind.ts';
import type { OfferedCall } from '../entering.ts';
import { callText } from '../messages.ts';
import { type Answers, answerInput, given, longestAnswer } from '../model.ts';

interface CallChoiceProps {
  ctx: PageContext;
  offered: readonly OfferedCall[];
  /** Id of a call, or empty for none. */
  chosen: string;
  problems: readonly Problem[];
}

/** Choice of an open call for an entry, or none. */
export function CallChoice({ ctx, offered, chosen, problems }: CallChoiceProps) {
  const { entering } = callText(ctx).label;
  const options = offered.map(({ id, call }) => {
    const until = entering.closesAt(writeMoment(new Date(call.closesAt), ctx.language));
    const title = choose(call.title, ctx).text;
    return { value: id, label: ctx.language === 'ja' ? `${title}（${until}）` : `${title} (${until})` };
  });
  return (
    <div class="one-a-line">
      <RadioGroup
        ctx={ctx}
        name="call"
        label={entering.choice}
        options={[...options, { value: '', label: entering.none }]}
        value={chosen}
        error={errorOf(problems, 'call', ctx)}
      />
    </div>
  );
}

interface QuestionFieldProps {
  ctx: PageContext;
  question: Question;
  answers: Answers;
  problems: readonly Problem[];
}

/** Input for one question of a call. */
export function QuestionField({ ctx, question, answers, problems }: QuestionFieldProps) {
  const { sort, label, required } = question;
  const name = answerInput(question);
  const values = [...(answers[name] ?? [])];
  const own = {
    ctx,
    name,
    label: choose(label, ctx).text,
    need: required ? ('required' as const) : ('optional' as const),
    error: errorOf(problems, name, ctx),
  };
  const options = question.options.map((option) => ({ value: option.ja, label: choose(option, ctx).text }));
  if (sort === 'several') return <CheckboxGroup {...own} options={options} values={values} />;
  const value = values[0] ?? '';
  if (sort === 'one') return <RadioGroup {...own} options={options} value={value} />;
  if (sort === 'long') return <Textarea {...own} rows={5} maxlength={longestAnswer.long} value={value} />;
  return <InputText {...own} maxlength={longestAnswer.short} value={value} autocomplete="off" />;
}

interface AnswerListProps {
  ctx: PageContext;
  questions: readonly Question[];
  answers: Answers;
}

/** Questions of a call with the answers, read-only. */
export function AnswerList({ ctx, questions, answers }: AnswerListProps) {
  const { entering } = callText(ctx).text;
  return (
    <dl class="facts">
      {questions.map((question) => (
        <div>
          <dt>{words(choose(question.label, ctx), ctx)}</dt>
          <dd class="typed-text">{wordsOf(question, answers, ctx) || entering.empty}</dd>
        </div>
      ))}
    </dl>
  );
}

function wordsOf(question: Question, answers: Answers, { language }: PageContext): string {
  return given(question, answers)
    .map((value) => question.options.find(({ ja }) => ja === value)?.[language] ?? value)
    .join('\n');
}
