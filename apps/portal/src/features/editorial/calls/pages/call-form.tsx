import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { CheckboxGroup, Select } from '../../../../ui/components/choices.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Textarea } from '../../../../ui/components/textarea.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { questionSorts } from '../call-kind.ts';
import type { TypedCriterion, TypedQuestion } from '../form/typed-call.ts';
import { callText } from '../messages.ts';
import { callPaths } from '../paths.ts';
import type { CallFormView } from '../views.ts';
import { CampaignPage } from './campaign-page.tsx';

interface PartProps {
  ctx: PageContext;
  view: CallFormView;
}

/** Preparing a call, or changing one. */
export function CallFormPage({ ctx, view }: PartProps) {
  const { text, label } = callText(ctx);
  const { existing, problems } = view;
  const { form } = text;
  return (
    <CampaignPage
      ctx={ctx}
      title={existing ? label.form.editTitle : label.form.newTitle}
      trail={[
        { label: label.campaigns.title, href: ctx.href(callPaths.list) },
        ...(existing ? [{ label: view.typed.titleJa, href: ctx.href(callPaths.call(existing.id)) }] : []),
      ]}
    >
      {existing?.announced && <NotificationBanner type="info" heading={form.announcedNote} />}
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'titleJa')} />
      <form
        class="call-form"
        method="post"
        action={ctx.href(existing ? callPaths.edit(existing.id) : callPaths.start)}
        enctype="multipart/form-data"
        novalidate
      >
        {/* The first button of a form answers the Enter key: it must be the one that saves. */}
        <button class="visually-hidden" type="submit" name="wish" value="save" tabindex={-1}>
          {form.save}
        </button>
        <input type="hidden" name="id" value={view.id} />
        <input type="hidden" name="basedOn" value={view.basedOn} />
        <Basics ctx={ctx} view={view} />
        <Times ctx={ctx} view={view} />
        <section aria-labelledby="criteria">
          <h2 id="criteria">{form.criteria}</h2>
          <p>{form.criteriaLead}</p>
          {view.typed.criteria.map((criterion, row) => (
            <Criterion ctx={ctx} view={view} criterion={criterion} row={row} />
          ))}
          <Button name="wish" value="more-criteria" type="outline" size="sm">
            {form.moreCriteria}
          </Button>
        </section>
        <section aria-labelledby="questions">
          <h2 id="questions">{form.questions}</h2>
          <p>{form.questionsLead}</p>
          {view.typed.questions.map((question, row) => (
            <QuestionRow ctx={ctx} view={view} question={question} row={row} />
          ))}
          <Button name="wish" value="more-questions" type="outline" size="sm">
            {form.moreQuestions}
          </Button>
        </section>
        <div class="form-actions">
          <Button name="wish" value="save" size="lg">
            {form.save}
          </Button>
        </div>
      </form>
    </CampaignPage>
  );
}

function Basics({ ctx, view: { typed, kinds, problems } }: PartProps) {
  const { form } = callText(ctx).label;
  const own = (name: 'titleJa' | 'titleEn' | 'bodyJa' | 'bodyEn') => ({
    ctx,
    name,
    label: form[name],
    need: 'required' as const,
    value: typed[name],
    error: errorOf(problems, name, ctx),
  });
  return (
    <section aria-labelledby="basics">
      <h2 id="basics">{callText(ctx).text.form.basics}</h2>
      <InputText {...own('titleJa')} maxlength={120} autocomplete="off" />
      <InputText {...own('titleEn')} maxlength={120} autocomplete="off" />
      <Textarea {...own('bodyJa')} help={form.bodyHelp} rows={10} maxlength={5_000} />
      <Textarea {...own('bodyEn')} help={form.bodyHelp} rows={10} maxlength={5_000} />
      <CheckboxGroup
        ctx={ctx}
        name="kinds"
        label={form.kinds}
        need="required"
        options={[...kinds]}
        values={[...typed.kinds]}
        error={errorOf(problems, 'kinds', ctx)}
      />
    </section>
  );
}

function Times({ ctx, view: { typed, problems } }: PartProps) {
  const { form } = callText(ctx).label;
  return (
    <section aria-labelledby="times">
      <h2 id="times">{callText(ctx).text.form.times}</h2>
      {(['opensAt', 'closesAt'] as const).map((name) => (
        <InputText
          ctx={ctx}
          name={name}
          type="datetime-local"
          label={form[name]}
          help={form.timeHelp}
          need="required"
          width="short"
          value={typed[name]}
          autocomplete="off"
          error={errorOf(problems, name, ctx)}
        />
      ))}
      <InputText
        ctx={ctx}
        name="reviewBy"
        type="date"
        label={form.reviewBy}
        help={form.reviewByHelp}
        need="optional"
        width="short"
        value={typed.reviewBy}
        autocomplete="off"
        error={errorOf(problems, 'reviewBy', ctx)}
      />
    </section>
  );
}

/** The words of a criterion or a question in both languages. */
function BothWordings({ ctx, view, at, value }: PartProps & { at: string; value: TypedCriterion }) {
  const { form } = callText(ctx).label;
  return (
    <>
      <input type="hidden" name={`${at}.id`} value={value.id} />
      {(['ja', 'en'] as const).map((language) => (
        <InputText
          ctx={ctx}
          name={`${at}.${language}`}
          label={form[language]}
          value={value[language]}
          maxlength={300}
          autocomplete="off"
          error={errorOf(view.problems, `${at}.${language}`, ctx)}
        />
      ))}
    </>
  );
}

function Criterion({ ctx, view, criterion, row }: PartProps & { criterion: TypedCriterion; row: number }) {
  return (
    <fieldset class="document-group">
      <legend>{callText(ctx).text.form.criterion(row + 1)}</legend>
      <BothWordings ctx={ctx} view={view} at={`criteria.${row}`} value={criterion} />
    </fieldset>
  );
}

function QuestionRow({ ctx, view, question, row }: PartProps & { question: TypedQuestion; row: number }) {
  const { form } = callText(ctx).label;
  const at = `questions.${row}`;
  const error = (part: string) => errorOf(view.problems, `${at}.${part}`, ctx);
  return (
    <fieldset class="document-group">
      <legend>{callText(ctx).text.form.question(row + 1)}</legend>
      <BothWordings ctx={ctx} view={view} at={at} value={question} />
      <Select
        ctx={ctx}
        name={`${at}.sort`}
        label={form.sort}
        options={questionSorts.map((sort) => ({ value: sort, label: form.sorts[sort] }))}
        value={question.sort}
        error={error('sort')}
      />
      <CheckboxGroup
        ctx={ctx}
        name={`${at}.required`}
        label={form.need}
        options={[{ value: 'yes', label: form.needed }]}
        values={question.required ? ['yes'] : []}
      />
      <Textarea
        ctx={ctx}
        name={`${at}.optionsJa`}
        label={form.optionsJa}
        rows={3}
        value={question.optionsJa}
        error={error('optionsJa')}
      />
      <Textarea
        ctx={ctx}
        name={`${at}.optionsEn`}
        label={form.optionsEn}
        rows={3}
        value={question.optionsEn}
        error={error('optionsEn')}
      />
    </fieldset>
  );
}
