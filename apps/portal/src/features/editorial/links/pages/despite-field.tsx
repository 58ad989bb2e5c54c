import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { errorOf } from '../../../../ui/text/problems.ts';
import { linkText } from '../messages.ts';

interface Props {
  ctx: PageContext;
  value: string;
  problems: readonly Problem[];
  /** Whether links are known that keep it from being published; else it is asked only once that was refused. */
  blocked: boolean;
}

/** Why something is published although its links are dead, or nobody knows whether they open. */
export function DespiteField({ ctx, value, problems, blocked }: Props) {
  const { label } = linkText(ctx);
  const error = errorOf(problems, 'despite', ctx);
  if (!blocked && error === undefined && value === '') return null;
  return (
    <InputText
      ctx={ctx}
      name="despite"
      label={label.despite}
      help={label.despiteHelp}
      maxlength={500}
      value={value}
      autocomplete="off"
      error={error}
    />
  );
}
