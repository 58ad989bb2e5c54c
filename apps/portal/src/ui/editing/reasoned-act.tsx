import type { Child } from 'hono/jsx';
import type { Problem } from '../../platform/outcome/outcome.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { Button } from '../components/button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { InputText } from '../components/input-text.tsx';
import { errorOf } from '../text/problems.ts';

interface ReasonedActProps {
  ctx: PageContext;
  action: string;
  /** Label of the action, on the disclosure and on its button. */
  act: Child;
  lead: Child;
  /** Name of the input for the reason. */
  name: string;
  label: string;
  help?: string;
  problems: readonly Problem[];
  /** Default: open if the reason has an error. */
  open?: boolean;
}

/** A rare action that requires a reason, inside a disclosure. */
export function ReasonedAct({ ctx, action, act, lead, name, label, help, problems, open }: ReasonedActProps) {
  const error = errorOf(problems, name, ctx);
  return (
    <Disclosure summary={act} open={open ?? error !== undefined}>
      <p>{lead}</p>
      <form method="post" action={action} novalidate>
        <InputText
          ctx={ctx}
          name={name}
          label={label}
          help={help}
          need="required"
          maxlength={500}
          autocomplete="off"
          error={error}
        />
        <div class="form-actions">
          <Button type="outline">{act}</Button>
        </div>
      </form>
    </Disclosure>
  );
}
