import { choose } from '../../../../platform/i18n/language.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { PictureImage } from '../../../../ui/editing/picture-image.tsx';
import { SimilarEntries } from '../../../../ui/editing/similar-entries.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { words } from '../../../../ui/text/words.ts';
import { AnswerList } from '../../calls/pages/index.ts';
import { entryText } from '../messages.ts';
import { entryPaths } from '../paths.ts';
import type { CheckView } from '../views.ts';

/** Summary of the entry before it is sent. */
export function CheckPage({ ctx, view }: { ctx: PageContext; view: CheckView }) {
  const { text, label } = entryText(ctx);
  const { id, problems, reasonProblems, call, callProblems } = view;
  const stepAddress = (step: string) => `${ctx.href(entryPaths.edit(id))}?step=${step}&check=1`;
  const callAddress = `${ctx.href(entryPaths.call(id))}?check=1`;
  const ready = problems.length === 0 && callProblems.length === 0;
  return (
    <EditorialPage
      ctx={ctx}
      title={label.check.title}
      trail={[
        { label: label.desk.title, href: ctx.href(entryPaths.list) },
        { label: view.title ?? label.desk.untitled, href: ctx.href(entryPaths.entry(id)) },
      ]}
      width="narrow"
    >
      {!ready && (
        <section class="error-summary" role="alert" aria-labelledby="not-ready">
          <h2 id="not-ready">{text.check.notReady}</h2>
          <ul>
            {callProblems.map((problem) => (
              <li>
                <a href={`${callAddress}#${problem.field}`}>{problem.message[ctx.language]}</a>
              </li>
            ))}
            {problems.map(({ problem, step }) => (
              <li>
                <a href={`${stepAddress(step)}#${problem.field}`}>{problem.message[ctx.language]}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ErrorSummary ctx={ctx} errors={errorsFor(reasonProblems, ctx, 'reason')} />
      <SimilarEntries ctx={ctx} entries={view.similar} />
      {view.steps.map(({ step, values }) => (
        <section aria-labelledby={`step-${step}`}>
          <h2 id={`step-${step}`}>{text.form.steps[step]}</h2>
          <dl class="facts">
            {values.map(({ label: name, shown, picture }) => (
              <div>
                <dt>{name[ctx.language]}</dt>
                <dd class="typed-text">
                  {picture && <PictureImage {...picture} alt={text.check.picture} />}
                  {shown.length > 0 ? shown.join('\n') : text.check.empty}
                </dd>
              </div>
            ))}
          </dl>
          <p class="more">
            <a href={stepAddress(step)}>
              {text.check.edit}
              <span class="visually-hidden">: {text.form.steps[step]}</span>
            </a>
          </p>
        </section>
      ))}
      {view.withCall && (
        <section aria-labelledby="step-call">
          <h2 id="step-call">{text.form.call}</h2>
          <p>{call ? words(choose(call.call.title, ctx), ctx) : text.call.none}</p>
          {call && call.call.questions.length > 0 && (
            <AnswerList ctx={ctx} questions={call.call.questions} answers={call.answers} />
          )}
          <p class="more">
            <a href={callAddress}>
              {text.check.edit}
              <span class="visually-hidden">: {text.form.call}</span>
            </a>
          </p>
        </section>
      )}
      {ready && (
        <section>
          <p>
            <ButtonLink type="outline" href={ctx.href(entryPaths.preview(id))}>
              {text.check.preview}
            </ButtonLink>
          </p>
          <form method="post" action={ctx.href(entryPaths.submit(id))} novalidate>
            <InputText
              ctx={ctx}
              name="reason"
              label={label.check.reason}
              help={label.check.reasonHelp}
              need="required"
              maxlength={500}
              value={view.reason}
              autocomplete="off"
              error={errorOf(reasonProblems, 'reason', ctx)}
            />
            <div class="form-actions">
              <Button size="lg">{text.check.submit}</Button>
            </div>
          </form>
        </section>
      )}
    </EditorialPage>
  );
}
