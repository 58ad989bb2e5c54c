import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Breadcrumb } from '../../../../ui/components/breadcrumb.tsx';
import { Button } from '../../../../ui/components/button.tsx';
import { RadioGroup } from '../../../../ui/components/choices.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { alertText } from '../messages.ts';
import { frequencies } from '../model.ts';
import { alertPaths } from '../paths.ts';

export interface AlertFormView {
  /** The search as query parameters of its page. */
  search: string;
  /** Path of the search page, without language prefix. */
  searchPath: string;
  /** The search in words; empty if it has no conditions. */
  description: string;
  email: string;
  frequency: string;
  problems: readonly Problem[];
}

/** Form to subscribe an address to a search. */
export function AlertFormPage({ ctx, view }: { ctx: PageContext; view: AlertFormView }) {
  const { text, label } = alertText(ctx);
  const { problems, search } = view;
  return (
    <Shell ctx={ctx} title={label.request.title} description={label.description} unlisted styles={['alerts']}>
      <div class="container page" data-width="narrow">
        <header class="page-head">
          <Breadcrumb ctx={ctx} current={text.request.heading} />
          <h1>{text.request.heading}</h1>
          <p class="page-lead">{text.request.lead}</p>
        </header>
        <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, 'email')} />
        <div class="alert-search">
          <p>
            {text.request.condition}
            {ctx.language === 'ja' ? '：' : ': '}
            <strong>{view.description || text.request.everything}</strong>
          </p>
          <a href={ctx.href(view.searchPath)}>{text.request.change}</a>
        </div>
        <form method="post" action={ctx.href(alertPaths.request)} novalidate>
          <input type="hidden" name="search" value={search} />
          <InputText
            ctx={ctx}
            name="email"
            type="email"
            label={label.request.email}
            help={label.request.emailHelp}
            need="required"
            maxlength={254}
            value={view.email}
            autocomplete="email"
            error={errorOf(problems, 'email', ctx)}
          />
          <RadioGroup
            ctx={ctx}
            name="frequency"
            label={label.request.frequency}
            options={frequencies.map((value) => ({ value, label: label.request.frequencies[value] }))}
            value={view.frequency}
            error={errorOf(problems, 'frequency', ctx)}
          />
          <p class="quiet">{text.request.privacy}</p>
          <p>
            <Button size="lg">{text.request.submit}</Button>
          </p>
        </form>
      </div>
    </Shell>
  );
}
