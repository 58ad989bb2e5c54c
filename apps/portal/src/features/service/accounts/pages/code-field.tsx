import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { errorOf } from '../../../../ui/text/problems.ts';
import { accountText } from '../messages.ts';

/** The field for a code of the authenticator app, or a backup code. */
export function CodeField({ ctx, problems }: { ctx: PageContext; problems: readonly Problem[] }) {
  const { label } = accountText(ctx);
  return (
    <InputText
      ctx={ctx}
      name="code"
      width="short"
      label={label.secondFactor.code}
      help={label.secondFactor.codeHelp}
      autocomplete="one-time-code"
      error={errorOf(problems, 'code', ctx)}
    />
  );
}
