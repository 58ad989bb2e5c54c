import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { CheckboxGroup, GroupedRadios, RadioGroup, Select } from '../../../../ui/components/choices.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { icon } from '../../../../ui/components/icon.ts';
import { uiText } from '../../../../ui/messages.ts';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { hourLimits, insuredAnswers } from '../advice/questions.ts';
import { adviceText } from '../advice-messages.ts';
import { advicePaths } from '../advice-paths.ts';
import type { QuestionsView } from '../presenting/question-view.ts';
import { AdviceHead } from './advice-head.tsx';

/** The five questions on one page; the answers go into the address. */
export function AdviceQuestionsPage({ ctx, view }: { ctx: PageContext; view: QuestionsView }) {
  const { text, label } = adviceText(ctx);
  const { questions } = text;
  const { answers } = view;
  const error = view.isWorkMissing ? label.questions.workMissing : undefined;
  return (
    <Shell
      ctx={ctx}
      title={
        error ? `${uiText(ctx).label.form.errorPrefix}${label.questions.heading}` : label.questions.heading
      }
      description={label.questions.description}
      styles={['plus-security']}
    >
      <div class="container page" data-width="text">
        <AdviceHead ctx={ctx} heading={questions.heading} lead={questions.lead} />
        <ErrorSummary ctx={ctx} errors={error ? [{ field: 'work', message: error }] : []} />
        <p class="advice-privacy">{questions.privacy}</p>
        <form class="advice-form" method="get" action={ctx.href(advicePaths.advice)} novalidate>
          <GroupedRadios
            ctx={ctx}
            name="work"
            label={label.questions.work}
            help={label.questions.workHelp}
            error={error}
            groups={view.work.map(({ group, roles }) => ({ heading: group, options: roles }))}
            value={answers.work}
          />
          <CheckboxGroup
            ctx={ctx}
            name="decide"
            label={label.questions.decide}
            help={label.questions.several}
            options={view.decide}
            values={[...answers.decide]}
          />
          <CheckboxGroup
            ctx={ctx}
            name="touch"
            label={label.questions.touch}
            help={label.questions.several}
            options={view.touch}
            values={[...answers.touch]}
          />
          <CheckboxGroup
            ctx={ctx}
            name="can"
            label={label.questions.can}
            help={label.questions.several}
            options={view.can}
            values={[...answers.can]}
          />
          <section class="advice-learning" aria-labelledby="learn">
            <h2 id="learn">{questions.learn}</h2>
            <Select
              ctx={ctx}
              name="place"
              label={label.questions.place}
              help={label.questions.placeHelp}
              value={answers.place}
              options={[
                { value: 'any', label: label.questions.places.any },
                { value: 'online', label: label.questions.places.online },
                ...view.prefectures,
              ]}
            />
            <RadioGroup
              ctx={ctx}
              name="hours"
              label={label.questions.hours}
              value={answers.hours}
              options={hourLimits.map((value) => ({ value, label: label.questions.hourOption(value) }))}
            />
            <RadioGroup
              ctx={ctx}
              name="insured"
              label={label.questions.insured}
              help={label.questions.insuredHelp}
              value={answers.insured}
              options={insuredAnswers.map((value) => ({
                value,
                label: label.questions.insuredOption[value],
              }))}
            />
          </section>
          <p class="form-actions">
            <Button size="lg" icon={icon.arrow}>
              {questions.submit}
            </Button>
          </p>
        </form>
      </div>
    </Shell>
  );
}
