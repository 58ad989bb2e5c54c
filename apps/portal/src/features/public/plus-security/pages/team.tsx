import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Select } from '../../../../ui/components/choices.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { icon } from '../../../../ui/components/icon.ts';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Textarea } from '../../../../ui/components/textarea.tsx';
import { uiText } from '../../../../ui/messages.ts';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { adviceText } from '../advice-messages.ts';
import { advicePaths } from '../advice-paths.ts';
import type { OptionView } from '../presenting/question-view.ts';
import { longestTable } from '../team/team-table.ts';
import { AdviceHead } from './advice-head.tsx';

/** What was sent, as it was written. */
export interface TeamFormValues {
  table: string;
  place: string;
  quarter: string;
  budget: string;
  hours: string;
}

export interface TeamFormView {
  values: TeamFormValues;
  quarters: OptionView[];
  prefectures: OptionView[];
  errors: { field: keyof TeamFormValues; message: string }[];
}

/** The form for a team, with what was sent and every fault in it. */
export function TeamPage({ ctx, view }: { ctx: PageContext; view: TeamFormView }) {
  const { text, label } = adviceText(ctx);
  const isRefused = view.errors.length > 0;
  return (
    <Shell
      ctx={ctx}
      title={isRefused ? `${uiText(ctx).label.form.errorPrefix}${label.team.heading}` : label.team.heading}
      description={label.team.description}
      styles={['plus-security']}
    >
      <div class="container page" data-width="text">
        <AdviceHead ctx={ctx} heading={text.team.heading} lead={text.team.lead} />
        <ErrorSummary ctx={ctx} errors={view.errors} />
        <p class="advice-privacy">{text.team.privacy}</p>
        <TeamForm ctx={ctx} view={view} />
      </div>
    </Shell>
  );
}

export function TeamForm({ ctx, view }: { ctx: PageContext; view: TeamFormView }) {
  const { text, label } = adviceText(ctx);
  const { team } = label;
  const { values } = view;
  const errorOf = (field: keyof TeamFormValues) =>
    view.errors
      .filter((error) => error.field === field)
      .map(({ message }) => message)
      .join(' ') || undefined;
  return (
    <form class="advice-form" method="post" action={ctx.href(advicePaths.team)} novalidate>
      <Textarea
        ctx={ctx}
        name="table"
        label={team.table}
        help={team.tableHelp}
        error={errorOf('table')}
        value={values.table}
        rows={10}
        maxlength={longestTable}
        isQuiet
      />
      <Disclosure summary={text.team.example}>
        <Table
          caption={team.example}
          columns={Object.values(team.exampleColumns).map((column) => ({ label: column }))}
          rows={Object.values(team.exampleRows).map((row) => Object.values(row))}
        />
      </Disclosure>
      <Select
        ctx={ctx}
        name="place"
        label={team.place}
        value={values.place}
        options={[
          { value: 'any', label: label.questions.places.any },
          { value: 'online', label: label.questions.places.online },
          ...view.prefectures,
        ]}
      />
      <Select ctx={ctx} name="quarter" label={team.quarter} value={values.quarter} options={view.quarters} />
      <InputText
        ctx={ctx}
        name="budget"
        label={team.budget}
        help={team.budgetHelp}
        error={errorOf('budget')}
        value={values.budget}
        maxlength={12}
        width="short"
      />
      <InputText
        ctx={ctx}
        name="hours"
        label={team.hours}
        help={team.hoursHelp}
        error={errorOf('hours')}
        value={values.hours}
        maxlength={4}
        width="short"
      />
      <p class="form-actions">
        <Button size="lg" icon={icon.arrow}>
          {text.team.submit}
        </Button>
      </p>
    </form>
  );
}
