import type { LocalisedText } from '../../../../platform/i18n/language.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { Vocabulary } from '../../../../platform/vocabulary/vocabulary.ts';
import type { SubmittedFields } from '../../../../platform/web/form.ts';
import type { OrganisationContext } from '../../../../platform/web/page-context.ts';
import { roomPathOf } from '../../../../platform/web/page-routes.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { Button } from '../../../../ui/components/button.tsx';
import { Select } from '../../../../ui/components/choices.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { writeCount } from '../../../../ui/text/count.ts';
import { writeMonth } from '../../../../ui/text/month.ts';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import {
  demandDomains,
  fewestOfRelease,
  gapMapPaths,
  industries,
  roleWords,
  sizes,
  skillWords,
} from '../../../public/plus-security/pages/index.ts';
import { needsText } from '../messages.ts';
import type { Need } from '../needs.ts';
import { needPaths } from '../paths.ts';

export interface NeedsView {
  needs: readonly Need[];
  vocabulary: Vocabulary;
  problems?: readonly Problem[];
  /** The values of a rejected form. */
  formValues?: SubmittedFields;
}

interface Props {
  ctx: OrganisationContext;
  view: NeedsView;
}

/** What the organisation's people are to learn: what it posted, and the form to post more. */
export function NeedsPage({ ctx, view }: Props) {
  const { text, label } = needsText(ctx);
  const { problems = [] } = view;
  return (
    <Shell ctx={ctx} title={label.title} description={label.lead} unlisted>
      <div class="container page">
        <Breadcrumb
          ctx={ctx}
          trail={[{ label: ctx.organisation.name, href: ctx.href(roomPathOf(ctx.organisation.id)) }]}
          current={text.title}
        />
        <h1>{text.title}</h1>
        <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'role')} />
        <p class="page-lead">{text.lead}</p>
        <p>
          {text.how(writeCount(fewestOfRelease))} <a href={ctx.href(gapMapPaths.map)}>{text.toMap}</a>
        </p>
        <section class="section" aria-labelledby="posted">
          <h2 id="posted">{text.posted}</h2>
          {view.needs.length === 0 ? <p>{text.none}</p> : <PostedNeeds ctx={ctx} view={view} />}
        </section>
        <section class="section" aria-labelledby="add">
          <h2 id="add">{text.add.heading}</h2>
          <NeedForm ctx={ctx} view={view} />
        </section>
      </div>
    </Shell>
  );
}

function PostedNeeds({ ctx, view: { needs, vocabulary } }: Props) {
  const { text, label } = needsText(ctx);
  const { columns } = label;
  const state = (need: Need) => {
    if (need.closedAt) return text.states.closed;
    return need.releasedIn
      ? text.states.counted(writeMonth(need.releasedIn, ctx.language))
      : text.states.waiting;
  };
  return (
    <Table
      stacked
      caption={label.title}
      columns={[
        { label: columns.skill },
        { label: columns.role },
        { label: columns.people, numeric: true },
        { label: columns.place },
        { label: columns.wantedBy },
        { label: columns.state },
        { label: columns.act },
      ]}
      rows={needs.map((need) => {
        const skill = word(skillWords, need.skill, ctx);
        return [
          skill,
          word(roleWords, need.role, ctx),
          writeCount(need.people),
          vocabulary.label('region', need.prefecture)[ctx.language] ?? need.prefecture,
          writeMonth(need.wantedBy, ctx.language),
          state(need),
          need.closedAt ? (
            text.nothingToDo
          ) : (
            <form method="post" action={ctx.href(needPaths.close(ctx.organisation.id, need.id))}>
              <Button type="text" size="sm">
                {text.close}
                <span class="visually-hidden"> {label.closeLabel(skill)}</span>
              </Button>
            </form>
          ),
        ];
      })}
    />
  );
}

function NeedForm({ ctx, view: { vocabulary, problems = [], formValues = {} } }: Props) {
  const { label } = needsText(ctx);
  const { add } = label;
  const choice = (
    name: string,
    words: string,
    values: readonly string[],
    wordOf: (value: string) => string,
  ) => (
    <Select
      ctx={ctx}
      name={name}
      label={words}
      need="required"
      options={[
        { value: '', label: add.choose },
        ...values.map((value) => ({ value, label: wordOf(value) })),
      ]}
      value={formValues[name] ?? ''}
      error={errorOf(problems, name, ctx)}
    />
  );
  return (
    <form method="post" action={ctx.href(needPaths.list(ctx.organisation.id))} novalidate>
      {choice('role', add.role, demandDomains.role, (id) => word(roleWords, id, ctx))}
      {choice('skill', add.skill, demandDomains.skill, (id) => word(skillWords, id, ctx))}
      <InputText
        ctx={ctx}
        name="people"
        label={add.people}
        width="short"
        maxlength={6}
        need="required"
        value={formValues.people ?? ''}
        error={errorOf(problems, 'people', ctx)}
      />
      {choice(
        'prefecture',
        add.prefecture,
        demandDomains.prefecture,
        (code) => vocabulary.label('region', code)[ctx.language] ?? code,
      )}
      <InputText
        ctx={ctx}
        type="month"
        name="wantedBy"
        label={add.wantedBy}
        help={add.wantedByHelp}
        width="short"
        need="required"
        value={formValues.wantedBy ?? ''}
        error={errorOf(problems, 'wantedBy', ctx)}
      />
      {choice('industry', add.industry, demandDomains.industry, (id) => word(industries, id, ctx))}
      {choice('size', add.size, demandDomains.size, (id) => word(sizes, id, ctx))}
      <Button>{add.post}</Button>
    </form>
  );
}

function word(words: Readonly<Record<string, LocalisedText>>, id: string, { language }: OrganisationContext) {
  return words[id]?.[language] ?? id;
}
