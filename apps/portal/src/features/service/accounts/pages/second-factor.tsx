import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { errorsFor } from '../../../../ui/text/problems.ts';
import { accountPaths } from '../account-paths.ts';
import { accountText } from '../messages.ts';
import { CodeField } from './code-field.tsx';

export interface SecondFactorView {
  to: string;
  problems: readonly Problem[];
}

export function SecondFactorPage({ ctx, view }: { ctx: PageContext; view: SecondFactorView }) {
  const { text, label } = accountText(ctx);
  return (
    <Shell
      ctx={ctx}
      title={label.secondFactor.title}
      description={label.secondFactor.title}
      unlisted
      styles={['accounts']}
    >
      <div class="container page account-entry">
        <div class="account-panel">
          <h1>{text.secondFactor.heading}</h1>
          <p>{text.secondFactor.lead}</p>
          <ErrorSummary ctx={ctx} errors={errorsFor(view.problems, ctx, 'code')} />
          <form method="post" action={ctx.href(accountPaths.secondFactor)} novalidate>
            <input type="hidden" name="to" value={view.to} />
            <CodeField ctx={ctx} problems={view.problems} />
            <div class="form-actions">
              <Button size="lg">{text.secondFactor.submit}</Button>
              <a href={ctx.href(accountPaths.signIn)}>{text.secondFactor.restart}</a>
            </div>
          </form>
        </div>
      </div>
    </Shell>
  );
}
