import type { PageContext } from '../../../../platform/web/page-context.ts';
import { RecordList } from '../../../../ui/collections/record-list.tsx';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { icon } from '../../../../ui/components/icon.ts';
import { StepNavigation } from '../../../../ui/components/step-navigation.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { NextSteps } from '../../../../ui/status-pages/next-steps.tsx';
import { phrasedWords, words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { FinderView } from '../views.ts';
import { SituationLinks } from './situation-links.tsx';

export function FinderPage({ ctx, view }: { ctx: PageContext; view: FinderView }) {
  const { text, label } = catalogueText(ctx);
  const title = view.question
    ? `${view.question.text.text}｜${label.finder.title}`
    : label.finder.resultTitle;
  return (
    <Shell
      ctx={ctx}
      title={title}
      description={label.finder.description}
      unlisted={view.step > 1}
      styles={['catalogue']}
    >
      <div class="container page finder" data-width={view.question ? 'narrow' : 'list'}>
        <Breadcrumb ctx={ctx} current={text.finder.heading} />
        {view.question ? (
          <Question ctx={ctx} view={view} question={view.question} />
        ) : (
          <ShortList ctx={ctx} view={view} />
        )}
      </div>
    </Shell>
  );
}

interface QuestionProps {
  ctx: PageContext;
  view: FinderView;
  question: NonNullable<FinderView['question']>;
}

function Question({ ctx, view, question }: QuestionProps) {
  return (
    <>
      <StepNavigation ctx={ctx} step={view.step} stepCount={view.stepCount} />
      <h1>{phrasedWords(question.text, ctx)}</h1>
      {question.note && <p class="finder-note">{phrasedWords(question.note, ctx)}</p>}
      <ul class="boxed-links answers">
        {question.answers.map((answer) => (
          <li>
            <a href={answer.href}>
              <span>{phrasedWords(answer.label, ctx)}</span>
              {icon.arrow}
            </a>
          </li>
        ))}
      </ul>
      <Answered ctx={ctx} view={view} />
    </>
  );
}

function ShortList({ ctx, view }: { ctx: PageContext; view: FinderView }) {
  const { text } = catalogueText(ctx);
  return (
    <>
      <h1>{text.finder.resultHeading}</h1>
      {view.helpHref && (
        <section class="finder-help" aria-labelledby="finder-help">
          <h2 id="finder-help">
            {icon.help}
            <span>{text.finder.help}</span>
          </h2>
          {view.situations && <SituationLinks ctx={ctx} situations={view.situations} />}
          <p>
            <ButtonLink href={view.helpHref}>{text.finder.toHelp}</ButtonLink>
          </p>
        </section>
      )}
      <Answered ctx={ctx} view={view} />
      {view.results.length > 0 ? (
        <RecordList cards={view.results} reading={ctx} headingLevel={2} as="rows" />
      ) : (
        <>
          <p>{text.finder.nothing}</p>
          <NextSteps ctx={ctx} />
        </>
      )}
      <p class="finder-next">
        {view.moreHref && <ButtonLink href={view.moreHref}>{text.finder.more}</ButtonLink>}
        <ButtonLink type="outline" href={view.restartHref}>
          {text.finder.restart}
        </ButtonLink>
      </p>
    </>
  );
}

/** Answers so far, each with a link to change it. */
function Answered({ ctx, view }: { ctx: PageContext; view: FinderView }) {
  const { text, label } = catalogueText(ctx);
  if (view.answered.length === 0) return null;
  return (
    <section class="answered" aria-labelledby="answered">
      <h2 id="answered">{text.finder.answered}</h2>
      <dl>
        {view.answered.map(({ question, answer, changeHref }) => (
          <div>
            <dt>{words(question, ctx)}</dt>
            <dd>
              {words(answer, ctx)}{' '}
              <a href={changeHref} aria-label={label.finder.changeOf(question.text)}>
                {text.finder.change}
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
