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
  /** What is done, on what opens the form and on its button. */
  act: Child;
  lead: Child;
  /** Of the input in which one says why. */
  name: string;
  label: string;
  help?: string;
  problems: readonly Problem[];
  /** By rule where something is wrong with the reason. */
  open?: boolean;
}

/** Something that is seldom done and needs a reason, folded away until somebody wants it. */
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
