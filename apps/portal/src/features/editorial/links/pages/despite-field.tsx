import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { errorOf } from '../../../../ui/text/problems.ts';
import { linkText } from '../messages.ts';

interface Props {
  ctx: PageContext;
  value: string;
  problems: readonly Problem[];
  /** Whether blocking links are known; otherwise the field is shown only after a refusal. */
  blocked: boolean;
}

/** Field for the reason to publish despite dead or unchecked links. */
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
