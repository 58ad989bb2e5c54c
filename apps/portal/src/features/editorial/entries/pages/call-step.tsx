import type { StepName } from '../../../../platform/editing/form/entry-form.ts';
import { writeMoment } from '../../../../platform/i18n/dates.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { AutosavedForm } from '../../../../ui/editing/autosaved-form.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import type { EditConflictView } from '../../../../ui/editing/saved-answer.ts';
import { errorsFor } from '../../../../ui/text/problems.ts';
import type { Answers, EnteredCall, OfferedCall } from '../../calls/index.ts';
import { CallChoice, CallLink, QuestionField } from '../../calls/pages/index.ts';
import { entryText } from '../messages.ts';
import { entryPaths } from '../paths.ts';
import { EntrySteps } from './entry-steps.tsx';

interface CallStepView {
  id: string;
  steps: readonly StepName[];
  offered: readonly OfferedCall[];
  entered: EnteredCall | undefined;
  /** Stored answers, or those just submitted. */
  answers: Answers;
  /** As `writeSeen` writes it. */
  seen: string;
  problems: readonly Problem[];
  conflicts: readonly EditConflictView[];
}

interface StepProps {
  ctx: PageContext;
  view: CallStepView;
}

/** Step of the entry form to choose a call and answer its questions. */
export function CallStepPage({ ctx, view }: StepProps) {
  const { label } = entryText(ctx);
  const { id, steps, problems, entered } = view;
  return (
    <EditorialPage
      ctx={ctx}
      styles={['entries']}
      title={label.form.call}
      trail={[{ label: label.desk.title, href: ctx.href(entryPaths.list) }]}
      width="narrow"
    >
      <EntrySteps ctx={ctx} id={id} steps={steps} withCall current="call" />
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'call')} />
      {entered ? <Entered ctx={ctx} view={view} entered={entered} /> : <ChoiceForm ctx={ctx} view={view} />}
    </EditorialPage>
  );
}

function ChoiceForm({ ctx, view }: StepProps) {
  const { text } = entryText(ctx);
  const { id, offered, entered, problems } = view;
  return (
    <form method="post" action={ctx.href(entryPaths.call(id))} novalidate>
      <CallChoice ctx={ctx} offered={offered} chosen={entered?.id ?? ''} problems={problems} />
      <div class="form-actions">
        <Button type={entered ? 'outline' : 'solid-fill'}>{text.call.choose}</Button>
      </div>
    </form>
  );
}

function Entered({ ctx, view, entered }: StepProps & { entered: EnteredCall }) {
  const { text } = entryText(ctx);
  const { call, sentAt } = entered;
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{text.call.name}</dt>
          <dd>
            <CallLink ctx={ctx} call={entered} />
          </dd>
        </div>
        <div>
          <dt>{text.call.closes}</dt>
          <dd>{writeMoment(new Date(call.closesAt), ctx.language)}</dd>
        </div>
      </dl>
      {call.questions.length > 0 && <QuestionForm ctx={ctx} view={view} entered={entered} />}
      {call.questions.length === 0 && <p>{text.call.noQuestions}</p>}
      {sentAt === null && (
        <section>
          <Disclosure summary={text.call.change} open={view.problems.some(({ field }) => field === 'call')}>
            {call.questions.length > 0 && <p>{text.call.changeLead}</p>}
            <ChoiceForm ctx={ctx} view={view} />
          </Disclosure>
        </section>
      )}
    </>
  );
}

function QuestionForm({ ctx, view, entered }: StepProps & { entered: EnteredCall }) {
  const { text } = entryText(ctx);
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{text.call.questions}</h2>
      <p>{text.call.private}</p>
      <AutosavedForm
        ctx={ctx}
        action={ctx.href(entryPaths.answers(view.id))}
        seen={view.seen}
        conflicts={view.conflicts}
      >
        {entered.call.questions.map((question) => (
          <QuestionField ctx={ctx} question={question} answers={view.answers} problems={view.problems} />
        ))}
      </AutosavedForm>
    </section>
  );
}
